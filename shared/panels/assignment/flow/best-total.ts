import type { Certificate } from '../model/answer.ts';
import { stepsAt } from '../model/fit.ts';
import { panelsOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import type { FlowNetwork } from './network.ts';
import { NetworkSimplex } from './network-simplex.ts';
import type { PanelNetwork } from './panel-network.ts';
import { panelNetwork } from './panel-network.ts';

/** Which choices differ between two answers with the greatest total. */
export interface OptimalFace {
  /** By how much, in steps, the total falls at least when the choice about a cell is reversed. */
  readonly loss: (cell: number) => number;
  readonly cell: (cell: number) => boolean;
  /** Whether the judges of a proposal beyond its quota may come from it; proposal × quotas + quota. */
  readonly quota: (index: number) => boolean;
  /** Whether the judge's number of proposals may differ. */
  readonly judge: (judge: number) => boolean;
}

export interface BestTotal {
  readonly panels: Panels;
  /** What one proposal more or fewer costs at each judge, in steps of the fit: with them nobody can do better. */
  readonly prices: readonly bigint[];
  /** False: the time was up, the prices leave a gap. */
  readonly proven: boolean;
  readonly face: OptimalFace;
}

/**
 * The greatest total fit by network simplex; null where no answer keeps all rules.
 * @param groups the one quota each judge counts for, or -1
 * @param open 1 for each cell that may be used
 */
export function bestTotal(
  problem: AssignmentProblem,
  groups: Int32Array,
  open: Uint8Array,
  expired: () => boolean,
): BestTotal | null {
  const net = panelNetwork(problem, groups, open);
  const { network, promising } = net;
  let simplex = new NetworkSimplex(network);
  let proven = simplex.run(expired, promising);
  if (simplex.shortfall() > 0) return null;
  let unit = problem.fit.coarse;
  const potentials = Array.from(network.supply, (_, node) => BigInt(simplex.potential(node)) * unit);
  while (proven && unit > 1n) {
    const finer = finerUnit(unit, network);
    simplex = new NetworkSimplex({ ...network, cost: finer.costs(exactCosts(problem, net), potentials) });
    proven = simplex.run(expired, promising);
    unit = finer.unit;
    for (const [node, value] of potentials.entries())
      potentials[node] = value + BigInt(simplex.potential(node)) * unit;
  }
  return answerOf(problem, net, simplex, potentials, proven);
}

/** The prices as a proof of the bound of the total: every proposal counts once. */
export const certificateOf = ({ proposals }: AssignmentProblem, { prices }: BestTotal): Certificate => ({
  denominator: 1n,
  prices,
  weights: proposals.map(() => 1n),
});

/** What an arc costs, in steps of the fit. */
type ExactCosts = (arc: number) => bigint;

function exactCosts(problem: AssignmentProblem, { network, cellArc }: PanelNetwork): ExactCosts {
  const cellOf = new Int32Array(network.cost.length).fill(-1);
  for (const [cell, arc] of cellArc.entries()) if (arc >= 0) cellOf[arc] = cell;
  return (arc) => ((cellOf[arc] ?? -1) < 0 ? 0n : -stepsAt(problem.fit, cellOf[arc] ?? 0));
}

/**
 * What is left of the costs after the potentials found so far, in a finer unit. Nearly all that matters lies near 0:
 * what is beyond reach of any correction is cut off, so that every number stays exact in a double.
 */
function finerUnit(unit: bigint, network: FlowNetwork) {
  const nodes = network.supply.length + 1;
  const reach = Math.floor(2 ** 50 / nodes);
  const finer = unit / BigInt(Math.floor(reach / nodes)) || 1n;
  const limit = BigInt(reach);
  const costs = (exact: ExactCosts, potentials: readonly bigint[]): Float64Array =>
    network.cost.map((_, arc) => {
      const [tail, head] = [network.tail[arc] ?? 0, network.head[arc] ?? 0];
      const rest = (exact(arc) + (potentials[tail] ?? 0n) - (potentials[head] ?? 0n)) / finer;
      return Number(rest > limit ? limit : rest < -limit ? -limit : rest);
    });
  return { unit: finer, costs };
}

function answerOf(
  problem: AssignmentProblem,
  { cellArc, quotaArc, judgeArc, judgeNode, end }: PanelNetwork,
  simplex: NetworkSimplex,
  potentials: readonly bigint[],
  proven: boolean,
): BestTotal {
  const flowAt = (arc: number): number => (arc < 0 ? 0 : (simplex.flow[arc] ?? 0));
  const loss = (arc: number): number => (arc < 0 ? Infinity : Math.abs(simplex.reducedCost(arc)));
  const isFree = (arc: number): boolean => loss(arc) === 0;
  return {
    panels: panelsOf(problem, (cell) => flowAt(cellArc[cell] ?? -1) === 1),
    prices: problem.judges.map((_, judge) => (potentials[end] ?? 0n) - (potentials[judgeNode(judge)] ?? 0n)),
    proven,
    face: {
      loss: (cell) => loss(cellArc[cell] ?? -1),
      cell: (cell) => isFree(cellArc[cell] ?? -1),
      quota: (index) => isFree(quotaArc[index] ?? -1),
      judge: (judge) => isFree(judgeArc[judge] ?? -1),
    },
  };
}
