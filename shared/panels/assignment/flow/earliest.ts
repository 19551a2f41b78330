import { panelsOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import type { BestTotal, OptimalFace } from './best-total.ts';
import { ExchangeGraph } from './exchange-graph.ts';

/**
 * Of all answers with the same greatest total the earliest in the given order: the first proposal gets the first judge
 * it can have, then the next, and so on; then the second proposal. The answer is unique, however the total was found.
 *
 * Two answers differ by closed chains in which proposals replace one judge by the next; whether a judge can still be
 * had is a search for such a chain among judges, over the choices that cost nothing.
 */
export function earliest(
  problem: AssignmentProblem,
  groups: Int32Array,
  { panels, face }: BestTotal,
): Panels {
  return new Earliest(problem, groups, panels, face).run();
}

class Earliest {
  private readonly problem: AssignmentProblem;
  private readonly judges: number;
  private readonly groups: Int32Array;
  private readonly face: OptimalFace;
  /** 1: the judge judges the proposal. */
  private readonly taken: Uint8Array;
  /** 1: the choice costs nothing and is not yet made. */
  private readonly open: Uint8Array;
  /** Judges from each quota, proposal × quotas + quota. */
  private readonly counts: Int32Array;
  private readonly loads: Int32Array;
  private readonly proposalsOf: readonly Set<number>[];
  private readonly graph: ExchangeGraph;

  constructor(problem: AssignmentProblem, groups: Int32Array, panels: Panels, face: OptimalFace) {
    const judges = problem.judges.length;
    this.problem = problem;
    this.judges = judges;
    this.groups = groups;
    this.face = face;
    this.taken = new Uint8Array(panels.length * judges);
    this.open = this.taken.map((_, cell) => Number(face.cell(cell)));
    this.counts = new Int32Array(panels.length * problem.quotas.length);
    this.loads = new Int32Array(judges);
    this.proposalsOf = Array.from({ length: judges }, () => new Set<number>());
    for (const [proposal, panel] of panels.entries())
      for (const judge of panel) this.take(proposal, judge, 1);
    // The node after the last judge stands for room: judges who may have fewer or more proposals.
    this.graph = new ExchangeGraph(judges + 1);
    for (const proposal of panels.keys()) this.offerAll(proposal, 1);
    for (let judge = 0; judge < judges; judge += 1) this.offerRoom(judge, 1);
  }

  run(): Panels {
    const { judges, problem } = this;
    for (const proposal of problem.proposals.keys()) {
      let left = this.openJudges(proposal, 1).length;
      for (let judge = 0; judge < judges && left > 0; judge += 1)
        if (this.open[proposal * judges + judge] === 1 && this.decide(proposal, judge)) left -= 1;
    }
    return panelsOf(problem, (cell) => this.taken[cell] === 1);
  }

  /** Gives the proposal the judge if it can have the judge, and makes it final. Answers whether it has. */
  private decide(proposal: number, judge: number): boolean {
    const cell = proposal * this.judges + judge;
    if (this.taken[cell] !== 1) {
      const way = this.graph.way(judge, this.replaceable(proposal, judge));
      if (way !== null) this.exchange(proposal, way);
    }
    const has = this.taken[cell] === 1;
    for (const other of this.openJudges(proposal, has ? 0 : 1)) {
      const [from, to] = has ? [judge, other] : [other, judge];
      if (this.mayReplace(proposal, from, to)) this.graph.offer(from, to, -1);
    }
    this.open[cell] = 0;
    return has;
  }

  /** Judges of the proposal who may make place for another. */
  private replaceable(proposal: number, judge: number): number[] {
    return this.openJudges(proposal, 1).filter((other) => this.mayReplace(proposal, other, judge));
  }

  /** The first judge of the way takes the place of the last; on each step of it another proposal makes up for it. */
  private exchange(proposal: number, way: readonly number[]): void {
    const steps = way.slice(1).flatMap((to, index) => {
      const from = way[index] ?? 0;
      return from === this.judges || to === this.judges ? [] : [{ at: this.offering(from, to), from, to }];
    });
    const [first = 0, last = 0] = [way[0], way[way.length - 1]];
    steps.push({ at: proposal, from: last, to: first });
    const touched = new Set(steps.map(({ at }) => at));
    const moved = [first, last, ...way].filter((judge) => judge < this.judges);
    for (const at of touched) this.offerAll(at, -1);
    for (const judge of new Set(moved)) this.offerRoom(judge, -1);
    for (const { at, from, to } of steps) {
      this.take(at, from, -1);
      this.take(at, to, 1);
    }
    for (const at of touched) this.offerAll(at, 1);
    for (const judge of new Set(moved)) this.offerRoom(judge, 1);
  }

  /** A proposal that can replace one judge by the other. */
  private offering(from: number, to: number): number {
    for (const proposal of this.proposalsOf[from] ?? []) {
      const first = proposal * this.judges;
      if (this.open[first + from] !== 1 || this.open[first + to] !== 1 || this.taken[first + to] === 1)
        continue;
      if (this.mayReplace(proposal, from, to)) return proposal;
    }
    throw new Error('an exchange is offered by no proposal');
  }

  /** Whether the quotas and what they are worth allow it. */
  private mayReplace(proposal: number, from: number, to: number): boolean {
    const [source, target] = [this.groups[from] ?? -1, this.groups[to] ?? -1];
    if (source === target) return true;
    return this.mayGive(proposal, source) && (target < 0 || this.face.quota(this.quotaAt(proposal, target)));
  }

  private mayGive(proposal: number, quota: number): boolean {
    if (quota < 0) return true;
    const index = this.quotaAt(proposal, quota);
    return this.face.quota(index) && (this.counts[index] ?? 0) > (this.problem.quotas[quota]?.min ?? 0);
  }

  private quotaAt(proposal: number, quota: number): number {
    return proposal * this.problem.quotas.length + quota;
  }

  private openJudges(proposal: number, taken: 0 | 1): number[] {
    const judges = [];
    const first = proposal * this.judges;
    for (let judge = 0; judge < this.judges; judge += 1)
      if (this.open[first + judge] === 1 && this.taken[first + judge] === taken) judges.push(judge);
    return judges;
  }

  private take(proposal: number, judge: number, change: 1 | -1): void {
    this.taken[proposal * this.judges + judge] = change === 1 ? 1 : 0;
    this.loads[judge] = (this.loads[judge] ?? 0) + change;
    if (change === 1) this.proposalsOf[judge]?.add(proposal);
    else this.proposalsOf[judge]?.delete(proposal);
    const group = this.groups[judge] ?? -1;
    if (group < 0) return;
    const index = this.quotaAt(proposal, group);
    this.counts[index] = (this.counts[index] ?? 0) + change;
  }

  /** Puts all exchanges that the proposal can make into the graph, or takes them out. */
  private offerAll(proposal: number, change: 1 | -1): void {
    const leaving = this.openJudges(proposal, 1);
    if (leaving.length === 0) return;
    const coming = this.openJudges(proposal, 0);
    for (const from of leaving)
      for (const to of coming) if (this.mayReplace(proposal, from, to)) this.graph.offer(from, to, change);
  }

  private offerRoom(judge: number, change: 1 | -1): void {
    if (!this.face.judge(judge)) return;
    const load = this.loads[judge] ?? 0;
    if (load < (this.problem.max[judge] ?? 0)) this.graph.offer(judge, this.judges, change);
    if (load > (this.problem.min[judge] ?? 0)) this.graph.offer(this.judges, judge, change);
  }
}
