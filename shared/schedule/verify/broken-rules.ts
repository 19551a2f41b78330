import type { Opening, Placement, ScheduleModel, ScheduleProposal } from '../model.ts';
import type { BrokenRule, Clash } from './broken-rule.ts';

/** The broken rules of each placement, in the order of the plan; an empty list where it keeps them all. */
export type BrokenRules = readonly (readonly BrokenRule[])[];

/**
 * Holds a plan against every rule of the model (DESIGN §7) and knows nothing of how it was made. The time grows with
 * the number of placements and of clashes, so that a board can call it at each move. Which proposals are missing is
 * no broken rule. Of two that clash, the later on the day is named at both.
 */
export function brokenRules(plan: readonly Placement[], model: ScheduleModel): BrokenRules {
  const check = new PlanCheck(plan, model);
  return check.run();
}

/** A placement whose proposal, day and time exist. */
interface Held {
  readonly index: number;
  readonly placement: Placement;
  readonly proposal: ScheduleProposal;
}

class PlanCheck {
  private readonly plan: readonly Placement[];
  private readonly model: ScheduleModel;
  private readonly broken: BrokenRule[][];

  constructor(plan: readonly Placement[], model: ScheduleModel) {
    this.plan = plan;
    this.model = model;
    this.broken = plan.map(() => []);
  }

  run(): BrokenRules {
    const held = this.placementsThatExist();
    for (const each of held) {
      this.checkTime(each);
      this.checkSeats(each);
    }
    this.checkRooms(held);
    this.checkApplicants(held);
    this.checkJudges(held);
    return this.broken;
  }

  private report(index: number, rule: BrokenRule): void {
    this.broken[index]?.push(rule);
  }

  private placementsThatExist(): Held[] {
    const proposals = new Map(this.model.proposals.map((proposal) => [proposal.id, proposal]));
    const days = new Set(this.model.days.map(({ id }) => id));
    const seen = new Set<string>();
    return this.plan.flatMap((placement, index): Held[] => {
      const proposal = proposals.get(placement.proposal);
      if (proposal === undefined) this.report(index, { rule: 'unknown_proposal' });
      else if (seen.has(proposal.id)) this.report(index, { rule: 'placed_twice' });
      seen.add(placement.proposal);
      if (!days.has(placement.day)) this.report(index, { rule: 'unknown_day' });
      return proposal !== undefined && days.has(placement.day) ? [{ index, placement, proposal }] : [];
    });
  }

  private checkTime({ index, placement, proposal }: Held): void {
    const { day: id, slot } = placement;
    const slots = this.model.days.find((day) => day.id === id)?.slots ?? 0;
    const outside = slotsOf(slot, proposal).filter(
      (each) => !Number.isInteger(each) || each < 1 || each > slots,
    );
    if (outside.length > 0) this.report(index, { rule: 'outside_day', slots: outside });
    const away = closedSlots(proposal.open, placement, proposal);
    if (away.length > 0) this.report(index, { rule: 'proposal_closed', slots: away });
    const room = this.model.rooms.find((each) => each.id === placement.room);
    if (room === undefined) return this.report(index, { rule: 'unknown_room' });
    const shut = closedSlots(room.open, placement, proposal);
    if (shut.length > 0) this.report(index, { rule: 'room_closed', slots: shut });
  }

  private checkSeats({ index, placement, proposal }: Held): void {
    const seated = new Map(Object.entries(placement.judges));
    for (const { role } of proposal.roles)
      if (!seated.has(role)) this.report(index, { rule: 'role_empty', role });
    const before = new Set<string>();
    for (const [role, judge] of seated) {
      const eligible = proposal.roles.find((each) => each.role === role)?.eligible;
      if (eligible === undefined) this.report(index, { rule: 'role_unknown', role });
      else if (!eligible.includes(judge)) this.report(index, { rule: 'not_eligible', role, judge });
      if (before.has(judge)) this.report(index, { rule: 'seated_twice', role, judge });
      before.add(judge);
    }
  }

  private checkRooms(held: readonly Held[]): void {
    const byRoom = groupBy(held, ({ placement }) => [placement.room]);
    for (const group of byRoom.values())
      for (const [one, two, clash] of clashes(group, this.model.gap.room)) {
        this.report(one.index, { rule: 'room_busy', other: two.placement.proposal, clash });
        this.report(two.index, { rule: 'room_busy', other: one.placement.proposal, clash });
      }
  }

  private checkApplicants(held: readonly Held[]): void {
    const byApplicant = groupBy(held, ({ proposal }) =>
      proposal.applicant === null ? [] : [proposal.applicant],
    );
    for (const group of byApplicant.values())
      for (const [one, two, clash] of clashes(group, this.model.gap.applicant)) {
        this.report(one.index, { rule: 'applicant_busy', other: two.placement.proposal, clash });
        this.report(two.index, { rule: 'applicant_busy', other: one.placement.proposal, clash });
      }
  }

  private checkJudges(held: readonly Held[]): void {
    const judges = new Map(this.model.judges.map((judge) => [judge.id, judge]));
    const byJudge = groupBy(held, ({ placement }) => new Set(Object.values(placement.judges)));
    for (const [id, group] of byJudge) {
      const judge = judges.get(id);
      for (const { index, placement, proposal } of group) {
        if (judge === undefined) {
          const role = Object.keys(placement.judges).find((each) => placement.judges[each] === id) ?? '';
          this.report(index, { rule: 'unknown_judge', role, judge: id });
          continue;
        }
        const away = closedSlots(judge.open, placement, proposal);
        if (away.length > 0) this.report(index, { rule: 'judge_closed', judge: id, slots: away });
      }
      for (const [one, two, clash] of clashes(group, this.model.gap.judge)) {
        this.report(one.index, { rule: 'judge_busy', judge: id, other: two.placement.proposal, clash });
        this.report(two.index, { rule: 'judge_busy', judge: id, other: one.placement.proposal, clash });
      }
      const max = judge?.max ?? null;
      if (max !== null && group.length > max)
        for (const { index } of this.inOrder(group).slice(max))
          this.report(index, { rule: 'judge_max', judge: id, max, count: group.length });
    }
  }

  /** By day and slot: the last ones are those that go beyond a judge's number. */
  private inOrder(group: readonly Held[]): Held[] {
    const day = new Map(this.model.days.map(({ id }, index) => [id, index]));
    const at = ({ placement }: Held) => day.get(placement.day) ?? 0;
    return [...group].sort(
      (a, b) => at(a) - at(b) || a.placement.slot - b.placement.slot || a.index - b.index,
    );
  }
}

function slotsOf(slot: number, { duration }: ScheduleProposal): number[] {
  return Array.from({ length: duration }, (_, offset) => slot + offset);
}

function closedSlots(open: Opening, { day, slot }: Placement, proposal: ScheduleProposal): number[] {
  if (open === null) return [];
  const there = open.filter((each) => each.day === day).flatMap(({ slots }) => slots);
  return slotsOf(slot, proposal).filter((each) => !there.includes(each));
}

function groupBy(held: readonly Held[], keys: (held: Held) => Iterable<string>): Map<string, Held[]> {
  const groups = new Map<string, Held[]>();
  for (const each of held)
    for (const key of keys(each)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
  return groups;
}

/** Pairs on the same day that overlap or stand closer than the gap, the earlier one first. */
function* clashes(group: readonly Held[], gap: number): Generator<[Held, Held, Clash]> {
  for (const day of groupBy(group, ({ placement }) => [placement.day]).values()) {
    const sorted = [...day].sort((a, b) => a.placement.slot - b.placement.slot || a.index - b.index);
    for (const [position, one] of sorted.entries())
      for (const two of sorted.slice(position + 1)) {
        const free = two.placement.slot - one.placement.slot - one.proposal.duration;
        if (free >= gap && free >= 0) break;
        yield [one, two, free < 0 ? { kind: 'overlap' } : { kind: 'gap', free, gap }];
      }
  }
}
