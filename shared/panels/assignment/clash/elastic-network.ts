import type { ClosedArc } from './stuck-flow.ts';
import type { FlowNetwork } from '../flow/network.ts';
import { NetworkBuilder } from '../flow/network.ts';
import type { ClashRule } from '../model/clash.ts';
import { rulesOf } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** A way around a rule, closed until the rule gives way: units on its arcs change the rule's number by `sign` each. */
export interface Relief {
  /** With what each takes. */
  readonly arcs: readonly ClosedArc[];
  readonly tail: number;
  readonly head: number;
  readonly units: number;
  readonly sign: 1 | -1;
}

export interface ElasticRule {
  readonly rule: ClashRule;
  readonly reliefs: readonly Relief[];
}

/** The problem as a flow without costs but those of giving way. */
export interface ElasticNetwork {
  readonly network: FlowNetwork;
  readonly rules: readonly ElasticRule[];
}

/** Dearer than the sum of what pieces cost more than one another. */
const UNIT_PRICE = 1000;

/**
 * As `panelNetwork`: proposals, their quotas, judges, the end; and for each rule arcs along which units get around it.
 * @param groups the one quota each judge counts for, or -1
 * @param priced every unit that gets around a rule costs the same, and a little more after each other around this rule,
 * so that many give way a little rather than one a lot
 */
export function elasticNetwork(
  problem: AssignmentProblem,
  groups: Int32Array,
  priced: boolean,
): ElasticNetwork {
  const { need, min, max, barred } = problem;
  const [judges, proposals, quotas] = [
    problem.judges.length,
    problem.proposals.length,
    problem.quotas.length,
  ];
  const quotaNode = (proposal: number, quota: number): number => proposals + proposal * quotas + quota;
  const judgeNode = (judge: number): number => proposals * (1 + quotas) + judge;
  const end = judgeNode(judges);
  const most = Math.max(judges, proposals, ...problem.min);
  const each = priced ? Math.ceil(Math.log2(most + 1)) + 2 : 1;
  const reliefs = proposals * (2 + quotas) + 2 * judges + problem.conflicts.length;
  const mostArcs = proposals * (judges + quotas) + judges + reliefs * each;
  const builder = new NetworkBuilder(end + 1, mostArcs);
  const cellFrom = (proposal: number, judge: number): number => {
    const group = groups[judge] ?? -1;
    return group < 0 ? proposal : quotaNode(proposal, group);
  };
  for (let proposal = 0; proposal < proposals; proposal += 1) {
    builder.give(proposal, need[proposal] ?? 0);
    builder.give(end, -(need[proposal] ?? 0));
    for (const [quota, asked] of problem.quotas.entries()) {
      builder.give(proposal, -asked.min);
      builder.give(quotaNode(proposal, quota), asked.min);
      builder.arc(proposal, quotaNode(proposal, quota), judges, 0);
    }
    for (let judge = 0; judge < judges; judge += 1)
      if (barred[proposal * judges + judge] !== 1)
        builder.arc(cellFrom(proposal, judge), judgeNode(judge), 1, 0);
  }
  for (let judge = 0; judge < judges; judge += 1) {
    builder.give(judgeNode(judge), -(min[judge] ?? 0));
    builder.give(end, min[judge] ?? 0);
    builder.arc(judgeNode(judge), end, (max[judge] ?? 0) - (min[judge] ?? 0), 0);
  }
  const relief = (tail: number, head: number, units: number, sign: 1 | -1): Relief => ({
    arcs: (priced ? pieces(units) : [units]).map((piece, index) => ({
      arc: builder.arc(tail, head, 0, priced ? UNIT_PRICE + index : 0),
      units: piece,
    })),
    tail,
    head,
    units,
    sign,
  });
  const reliefsOf = (rule: ClashRule): Relief[] => {
    switch (rule.rule) {
      case 'need':
        return [
          relief(rule.proposal, end, need[rule.proposal] ?? 0, -1),
          relief(end, rule.proposal, judges, 1),
        ];
      case 'max':
        return [relief(judgeNode(rule.judge), end, proposals, 1)];
      case 'min':
        return [relief(end, judgeNode(rule.judge), min[rule.judge] ?? 0, -1)];
      case 'conflict':
        return [relief(cellFrom(rule.proposal, rule.judge), judgeNode(rule.judge), 1, -1)];
      case 'quota':
        return problem.proposals.map((_, proposal) =>
          relief(quotaNode(proposal, rule.quota), proposal, problem.quotas[rule.quota]?.min ?? 0, -1),
        );
    }
  };
  const rules = rulesOf(problem).map((rule) => ({ rule, reliefs: reliefsOf(rule) }));
  return { network: builder.network(), rules };
}

/** 1, 1, 2, 4, 8 … units, all together `units`. */
function pieces(units: number): number[] {
  const sizes: number[] = [];
  for (let left = units; left > 0;) {
    const size = Math.min(left, sizes.length < 2 ? 1 : 2 ** (sizes.length - 1));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
