import { NetworkSimplex } from '../flow/network-simplex.ts';
import type { ClashRule, Relaxation, Step } from '../model/clash.ts';
import type { AssignmentProblem } from '../model/problem.ts';
import type { ElasticNetwork, ElasticRule } from './elastic-network.ts';
import { elasticNetwork } from './elastic-network.ts';

/** Kinds of rules in the order in which they had better give way where it costs the same; recusal last. */
const KINDS = ['max', 'min', 'quota', 'need', 'conflict'] as const;

/** Where rules of several kinds give way, a recusal counts as much as so many units of another. */
const CONFLICT_WEIGHT = 100;

/**
 * For each kind of rule alone the fewest units by which it must give way so that an answer exists, the least first;
 * where no kind is enough by itself, the fewest of all together.
 */
export function flowRelaxations(problem: AssignmentProblem, groups: Int32Array): Relaxation[] {
  const elastic = elasticNetwork(problem, groups, true);
  const found = KINDS.flatMap((kind) => {
    const steps = stepsWith(elastic, (rule) => rule === kind);
    return steps === null
      ? []
      : [{ kind, steps, units: steps.reduce((sum, step) => sum + Math.abs(step.change), 0) }];
  });
  if (found.length === 0) return [{ kind: 'several', steps: stepsWith(elastic, () => true) ?? [] }];
  const isConflict = (kind: ClashRule['rule']): number => Number(kind === 'conflict');
  return found
    .sort((a, b) => isConflict(a.kind) - isConflict(b.kind) || a.units - b.units)
    .map(({ kind, steps }) => ({ kind, steps }));
}

type UnitStep = Step & { readonly change: number };

/** The fewest steps of the rules that may give way; null: they are not enough. */
function stepsWith(
  { network, rules }: ElasticNetwork,
  mayGive: (kind: ClashRule['rule']) => boolean,
): UnitStep[] | null {
  const giving = rules.filter(({ rule }) => mayGive(rule.rule));
  const capacity = network.capacity.slice();
  const cost = network.cost.slice();
  for (const { rule, reliefs } of giving)
    for (const { arc, units } of reliefs.flatMap(({ arcs }) => arcs)) {
      capacity[arc] = units;
      if (rule.rule === 'conflict') cost[arc] = (cost[arc] ?? 0) * CONFLICT_WEIGHT;
    }
  const simplex = new NetworkSimplex({ ...network, capacity, cost });
  simplex.run(() => false);
  return simplex.shortfall() > 0 ? null : giving.flatMap((rule) => stepOf(rule, simplex) ?? []);
}

/** A quota holds for every proposal, so that the proposal which asks for most decides. */
function stepOf({ rule, reliefs }: ElasticRule, simplex: NetworkSimplex): UnitStep | null {
  const changes = reliefs.map(
    ({ arcs, sign }) => sign * arcs.reduce((sum, { arc }) => sum + (simplex.flow[arc] ?? 0), 0),
  );
  const change =
    rule.rule === 'quota' ? Math.min(0, ...changes) : changes.reduce((sum, each) => sum + each, 0);
  return change === 0 ? null : { rule, change };
}
