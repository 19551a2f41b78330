import type { ClashRule } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import type { ElasticRule } from './elastic-network.ts';
import { elasticNetwork } from './elastic-network.ts';
import { StuckFlow } from './stuck-flow.ts';

/** Which rules clash, and whether each of them is shown to be needed for it. */
export interface FlowClash {
  readonly rules: readonly ClashRule[];
  readonly smallest: boolean;
}

/**
 * Rules of a flow problem without an answer that cannot all be kept, as few as taking away one after the other leaves
 * (deletion filter). A cut shows which rules can matter: what cannot get out of its source side over any arc stays
 * there whatever the other rules say. Null: there is an answer.
 */
export function flowClash(
  problem: AssignmentProblem,
  groups: Int32Array,
  expired: () => boolean,
): FlowClash | null {
  const { network, rules } = elasticNetwork(problem, groups, false);
  const flow = new StuckFlow(network);
  if (flow.stuck() === 0) return null;
  const needed = new Set<ElasticRule>();
  let undecided = withoutHelpless(rules, flow);
  while (undecided.length > 0 && !expired()) {
    const [rule, ...others] = undecided;
    if (rule === undefined) break;
    undecided = others;
    if (flow.wouldFree(arcsOf(rule))) needed.add(rule);
    else undecided = withoutHelpless(others, flow);
  }
  const left = new Set([...needed, ...undecided]);
  return {
    rules: rules.filter((rule) => left.has(rule)).map(({ rule }) => rule),
    smallest: undecided.length === 0,
  };
}

/**
 * Gives up the rules that, giving way, let through fewer units than are stuck: some stay stuck without them too.
 * Answers with the others.
 */
function withoutHelpless(rules: readonly ElasticRule[], flow: StuckFlow): readonly ElasticRule[] {
  const isSource = flow.sourceSide();
  let stuck = flow.stuck();
  const kept: ElasticRule[] = [];
  const given: ElasticRule[] = [];
  for (const rule of rules) {
    const crossing = rule.reliefs.filter(({ tail, head }) => isSource(tail) && !isSource(head));
    const units = crossing.reduce((sum, relief) => sum + relief.units, 0);
    if (units >= stuck) kept.push(rule);
    else {
      stuck -= units;
      given.push(rule);
    }
  }
  if (given.length === 0) return kept;
  flow.open(given.flatMap(arcsOf));
  return withoutHelpless(kept, flow);
}

const arcsOf = ({ reliefs }: ElasticRule) => reliefs.flatMap(({ arcs }) => arcs);
