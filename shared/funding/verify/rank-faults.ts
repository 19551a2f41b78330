import type { Limits, Project } from '../limits.ts';
import type { Allocation, Cause, RankRule } from '../rank/candidate.ts';
import type { Payment } from './spending.ts';
import { isWhole, limitFaults, spentUnder, takenFrom } from './spending.ts';

/** What became of one project on the way down the ranks. */
export type Outcome = {
  readonly project: Project;
  /** Equal for projects of one rank. */
  readonly rank: number;
  /** By budget; null: not funded. */
  readonly costs: readonly number[] | null;
  /** Why it is not funded; null for a funded one. */
  readonly refusal: Cause | null;
};

/** What an allocation says of the eligible candidates. */
export const outcomesOf = ({ grants }: Allocation): Outcome[] =>
  grants.flatMap(({ candidate, costs, cause }) => {
    if (candidate.rank === null || candidate.belowLine) return [];
    const isFunded = cause.kind === 'whole' || cause.kind === 'trimmed';
    const [paid, refusal] = isFunded ? [costs, null] : [null, cause];
    return [{ project: candidate, rank: candidate.rank, costs: paid, refusal }];
  });

/**
 * Where a list down the ranks breaks its rule: every refusal must be true at its place, nobody is funded behind a
 * stop or a tie, a trimmed grant takes all that is left. Whether money has to be kept for floors it does not solve
 * again; it sees that the floors named were still open.
 *
 * @param outcomes of the eligible projects in rank order
 */
export function rankFaults(limits: Limits, rule: RankRule, outcomes: readonly Outcome[]): string[] {
  const walk = new Walk(limits, rule);
  const faults = outcomes.flatMap((outcome) =>
    walk.step(
      outcome,
      outcomes.filter(({ rank }) => rank === outcome.rank),
    ),
  );
  const isTied = outcomes.some(({ refusal }) => refusal?.kind === 'tie');
  const unmet = isTied ? { ...limits, floors: [] } : limits;
  return [...faults, ...walk.trimFaults(), ...limitFaults(unmet, walk.payments)];
}

type Ended = 'after_stop' | 'after_tie';

/** The way down the ranks, told again from the payments alone. */
class Walk {
  readonly payments: Payment[] = [];
  private readonly limits: Limits;
  private readonly rule: RankRule;
  private ended: Ended | null = null;
  /** Money was kept for floors, which may or may not have been a stop: the next refusals tell. */
  private mayHaveStopped = false;
  private readonly closed = new Set<string>();

  constructor(limits: Limits, rule: RankRule) {
    this.limits = limits;
    this.rule = rule;
  }

  step(outcome: Outcome, group: readonly Outcome[]): string[] {
    const { project, costs, refusal } = outcome;
    const isRight =
      costs === null
        ? refusal !== null && this.isTrue(refusal, outcome, group)
        : refusal === null && this.mayPay({ project, costs });
    if (costs !== null) this.payments.push({ project, costs });
    return isRight ? [] : [`${project.id}: not by the rule`];
  }

  /** A trimmed grant leaves nothing in a budget that it would have asked more of. */
  trimFaults(): string[] {
    if (this.ended === 'after_tie') return [];
    return this.payments
      .filter((payment) => !isWhole(payment))
      .flatMap(({ project, costs }) =>
        costs.some((cost, budget) => cost < (project.costs[budget] ?? 0) && this.left(budget) > 0)
          ? [`${project.id}: trimmed with money left`]
          : [],
      );
  }

  private left(budget: number): number {
    return (this.limits.budgets[budget]?.amount ?? NaN) - takenFrom(budget, this.payments);
  }

  private openFloors() {
    const whole = this.payments.filter(isWhole);
    return this.limits.floors.filter((floor) => spentUnder(floor, whole) < floor.value);
  }

  private helps(project: Project): boolean {
    return this.openFloors().some((floor) => spentUnder(floor, [{ project, costs: project.costs }]) > 0);
  }

  private endFor(project: Project): Ended | null {
    const isClosed = this.limits.budgets.some(
      ({ id }, budget) => this.closed.has(id) && (project.costs[budget] ?? 0) > 0,
    );
    return this.ended ?? (isClosed ? 'after_stop' : null);
  }

  private stopAt(project: Project): void {
    if (this.rule.rule === 'skip' || this.endFor(project) !== null) return;
    if (this.rule.stopEnds === 'list') this.ended = 'after_stop';
    else
      for (const [budget, { id }] of this.limits.budgets.entries())
        if ((project.costs[budget] ?? 0) > 0) this.closed.add(id);
  }

  private mayPay(payment: Payment): boolean {
    const { project } = payment;
    const end = this.endFor(project);
    if (isWhole(payment)) return end === null || (end === 'after_stop' && this.helps(project));
    const isShort = project.costs.some((asked, budget) => asked > this.left(budget));
    if (!this.rule.trimLast || end !== null || (!isShort && this.openFloors().length === 0)) return false;
    this.stopAt(project);
    return true;
  }

  private isTrue(cause: Cause, outcome: Outcome, group: readonly Outcome[]): boolean {
    const { project } = outcome;
    const { count, caps, budgets } = this.limits;
    switch (cause.kind) {
      case 'count':
        return count !== null && this.payments.length >= count;
      case 'cap': {
        const spent = spentUnder(cause.cap, this.payments);
        const asked = spentUnder(cause.cap, [{ project, costs: project.costs }]);
        return caps.includes(cause.cap) && cause.left === cause.cap.value - spent && asked > cause.left;
      }
      case 'no_money': {
        const budget = budgets.indexOf(cause.budget);
        const isTrue = this.left(budget) === 0 && (project.costs[budget] ?? 0) > 0;
        this.stopAt(project);
        return isTrue;
      }
      case 'too_dear':
        return this.isTooDear(cause, project);
      case 'held':
        if (this.rule.rule === 'stop') this.mayHaveStopped = true;
        return cause.floors.length > 0 && cause.floors.every((floor) => this.openFloors().includes(floor));
      case 'after_stop':
        if (this.endFor(project) === null && this.mayHaveStopped) this.ended = 'after_stop';
        return this.endFor(project) === 'after_stop' && !this.helps(project);
      case 'after_tie':
        return this.ended === 'after_tie';
      case 'tie':
        return this.isTie(cause, outcome, group);
      default:
        return false;
    }
  }

  private isTooDear(cause: Extract<Cause, { kind: 'too_dear' }>, project: Project): boolean {
    const budget = this.limits.budgets.indexOf(cause.budget);
    const mayTrim = this.rule.trimLast && this.endFor(project) === null;
    const most = project.costs.reduce((sum, asked, at) => sum + Math.min(asked, this.left(at)), 0);
    const isTrue =
      cause.left === this.left(budget) &&
      cause.asked === project.costs[budget] &&
      cause.asked > cause.left &&
      cause.belowMinimum === (mayTrim && most < project.minimum) &&
      (cause.belowMinimum || !mayTrim || this.openFloors().length > 0);
    this.stopAt(project);
    return isTrue;
  }

  private isTie(
    cause: Extract<Cause, { kind: 'tie' }>,
    { rank }: Outcome,
    group: readonly Outcome[],
  ): boolean {
    const isWholeGroup =
      cause.rank === rank &&
      cause.size === group.length &&
      group.length > 1 &&
      group.every(({ refusal }) => refusal?.kind === 'tie');
    const all = [...this.payments, ...group.map(({ project }) => ({ project, costs: project.costs }))];
    const couldAllBePaid = limitFaults(this.limits, all).length === 0;
    const isInTime = this.ended === null || this.ended === 'after_tie';
    this.ended = 'after_tie';
    return isWholeGroup && isInTime && !couldAllBePaid;
  }
}
