import type { AssignmentProblem } from '../model/problem.ts';
import type { FlowNetwork } from './network.ts';
import { NetworkBuilder } from './network.ts';

/**
 * The problem as a flow: every proposal sends one unit for each judge it needs, through the node of a quota where the
 * judge counts for one, to judges, and from there to the end. What a quota asks for starts at its node, what a judge
 * takes at least ends at the judge, so that no arc has a lower bound.
 */
export interface PanelNetwork {
  readonly network: FlowNetwork;
  /** So many arcs stand at the front: all but the cells that hardly come into question. */
  readonly promising: number;
  /** The arc of each cell; -1 where the judge may not judge the proposal. */
  readonly cellArc: Int32Array;
  /** The arc from each proposal to each of its quota nodes, proposal × quotas + quota. */
  readonly quotaArc: Int32Array;
  /** The arc from each judge to the end. */
  readonly judgeArc: Int32Array;
  readonly judgeNode: (judge: number) => number;
  readonly end: number;
}

/**
 * @param groups the one quota each judge counts for, or -1
 * @param open 1 for each cell that may be used
 */
export function panelNetwork(problem: AssignmentProblem, groups: Int32Array, open: Uint8Array): PanelNetwork {
  const [judges, proposals, quotas] = [
    problem.judges.length,
    problem.proposals.length,
    problem.quotas.length,
  ];
  const judgeNode = (judge: number): number => proposals * (1 + quotas) + judge;
  const end = judgeNode(judges);
  const builder = new NetworkBuilder(end + 1, judges * proposals + proposals * quotas + judges);
  const quotaNode = (proposal: number, quota: number): number => proposals + proposal * quotas + quota;
  const quotaArc = new Int32Array(proposals * quotas);
  for (let proposal = 0; proposal < proposals; proposal += 1) {
    const need = problem.need[proposal] ?? 0;
    builder.give(proposal, need);
    builder.give(end, -need);
    for (const [quota, { min }] of problem.quotas.entries()) {
      const node = quotaNode(proposal, quota);
      builder.give(proposal, -min);
      builder.give(node, min);
      quotaArc[proposal * quotas + quota] = builder.arc(proposal, node, need, 0);
    }
  }
  const judgeArc = new Int32Array(judges);
  for (let judge = 0; judge < judges; judge += 1) {
    const min = problem.min[judge] ?? 0;
    builder.give(judgeNode(judge), -min);
    builder.give(end, min);
    const spare = Math.min(problem.max[judge] ?? 0, proposals) - min;
    judgeArc[judge] = builder.arc(judgeNode(judge), end, Math.max(0, spare), 0);
  }
  const cellArc = new Int32Array(judges * proposals).fill(-1);
  const addCells = (listed: Uint8Array, wanted: number): void => {
    for (let cell = 0; cell < cellArc.length; cell += 1) {
      if (open[cell] !== 1 || listed[cell] !== wanted) continue;
      const judge = cell % judges;
      const proposal = (cell - judge) / judges;
      const group = groups[judge] ?? -1;
      const from = group < 0 ? proposal : quotaNode(proposal, group);
      cellArc[cell] = builder.arc(from, judgeNode(judge), 1, -(problem.fit.units[cell] ?? 0));
    }
  };
  const listed = shortlist(problem, groups, open);
  addCells(listed, 1);
  const promising = builder.arcs;
  addCells(listed, 0);
  return { network: builder.network(), promising, cellArc, quotaArc, judgeArc, judgeNode, end };
}

/** 1 for the cells of each proposal that fit best, of each quota and of the judges who count for none. */
function shortlist(
  { judges, proposals, quotas, need, fit }: AssignmentProblem,
  groups: Int32Array,
  open: Uint8Array,
): Uint8Array {
  const listed = new Uint8Array(open.length);
  const costs = new Float64Array(judges.length);
  for (let proposal = 0; proposal < proposals.length; proposal += 1) {
    const first = proposal * judges.length;
    for (let group = -1; group < quotas.length; group += 1) {
      const isMember = (judge: number): boolean => groups[judge] === group && open[first + judge] === 1;
      let count = 0;
      for (let judge = 0; judge < judges.length; judge += 1) {
        if (!isMember(judge)) continue;
        costs[count] = -(fit.units[first + judge] ?? 0);
        count += 1;
      }
      const last = costs.subarray(0, count).sort()[2 * (need[proposal] ?? 0) + 3] ?? Infinity;
      for (let judge = 0; judge < judges.length; judge += 1)
        if (isMember(judge) && -(fit.units[first + judge] ?? 0) <= last) listed[first + judge] = 1;
    }
  }
  return listed;
}
