import type { DayFact, PlannedProject, ScheduleWishes, Turn } from '../../contract/schedule.ts';
import type { Moment, ReplanFact } from '../replan/facts.ts';
import { replanFaults } from '../replan/replan-faults.ts';
import { replan } from '../replan/replan.ts';
import { dayModel, placementOf, turnOf } from './day-model.ts';
import type { HalfDaySlots, HalfDayTimes } from './slots.ts';
import { halfDaySlots } from './slots.ts';

/** A plan in force, how far the day is, and what happened. */
export interface ReplanDayTask {
  readonly timeline: HalfDayTimes;
  readonly wishes: ScheduleWishes;
  /** Those still in the running; each with its order number. */
  readonly projects: readonly PlannedProject[];
  readonly judges: readonly string[];
  readonly quorum: number;
  readonly turns: readonly Turn[];
  /** Half-days that are signed. */
  readonly locked: ReadonlySet<string>;
  readonly facts: readonly DayFact[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ReplannedDay {
  readonly wishes: ScheduleWishes;
  /** The places by which the turns count, those behind the end of a half-day included. */
  readonly halfDays: readonly HalfDaySlots[];
  readonly turns: readonly Turn[];
  readonly moved: readonly { readonly proposal: string; readonly from: Turn; readonly to: Turn | null }[];
  readonly proven: boolean;
}

/** Places behind the planned end of a half-day: better late than without a place. */
const EXTRA = 3;

/**
 * The day with the least change: as few projects moved as possible, then by as little as possible. What was called
 * stays where it is, and nobody moves to before it: how far the day is follows from the calls, since the clock of the
 * hall and the plan drift apart.
 * @throws Error when the answer breaks a rule
 */
export function replanDay(task: ReplanDayTask): ReplannedDay {
  const wishes = wishesAfter(task);
  const used = new Map<string, number>();
  for (const { session, slot } of task.turns) used.set(session, Math.max(slot, used.get(session) ?? 0));
  const halfDays = halfDaySlots(task.timeline, wishes, { used, extra: EXTRA });
  const { projects, judges, quorum } = task;
  const made = dayModel({ halfDays, wishes, projects, judges, quorum, lot: null, spareClosed: false });
  const called = new Set(
    projects.flatMap(({ proposal, status }) => (status === 'waiting' ? [] : [proposal])),
  );
  const isAhead = slotsAhead(task, halfDays, called);
  const model = {
    ...made,
    proposals: made.proposals.map((proposal) => ({
      ...proposal,
      open: called.has(proposal.id)
        ? null
        : halfDays.map(({ session, slots }) => ({
            day: session,
            slots: (
              proposal.open?.find(({ day }) => day === session)?.slots ?? slots.map((_, index) => index + 1)
            ).filter((slot) => isAhead({ day: session, slot })),
          })),
    })),
  };
  const numbers = new Map(projects.map(({ proposal, order }) => [proposal, order ?? 0]));
  const asked = {
    model,
    plan: task.turns.map((turn) => ({ ...placementOf(turn), number: numbers.get(turn.proposal) ?? 0 })),
    now: { day: halfDays[0]?.session ?? '', slot: 1 },
    announced: [...called],
    facts: task.facts.flatMap((fact) => factOf(fact, halfDays)),
  };
  const answer = replan(asked);
  const faults = replanFaults(asked, answer);
  if (faults.length > 0) throw new Error(`the new plan breaks a rule: ${faults.join(' ')}`);
  return {
    wishes,
    halfDays,
    turns: answer.placements.map(turnOf),
    moved: answer.moved.map(({ proposal, from, to }) => ({
      proposal,
      from: turnOf(from),
      to: to && turnOf(to),
    })),
    proven: answer.proven,
  };
}

function wishesAfter({ wishes, facts }: ReplanDayTask): ScheduleWishes {
  return {
    ...wishes,
    teamsAway: [
      ...wishes.teamsAway,
      ...facts.flatMap((fact) =>
        fact.kind === 'late' ? [{ proposal: fact.proposal, from: 0, to: fact.from }] : [],
      ),
    ],
    judgesAway: [
      ...wishes.judgesAway,
      ...facts.flatMap((fact) =>
        fact.kind === 'judge_away' ? [{ judge: fact.judge, from: fact.from, to: fact.to }] : [],
      ),
    ],
  };
}

/** Places behind the last one called in its time, in half-days not signed yet. */
function slotsAhead(
  { turns, locked, now }: ReplanDayTask,
  halfDays: readonly HalfDaySlots[],
  called: ReadonlySet<string>,
): (moment: Moment) => boolean {
  const startOf = ({ day, slot }: Moment) =>
    halfDays.find(({ session }) => session === day)?.slots[slot - 1]?.start ?? 0;
  const started = turns
    .filter(({ proposal }) => called.has(proposal))
    .map(({ session, slot }) => startOf({ day: session, slot }))
    // One called ahead of its time says nothing about those before it.
    .filter((start) => start <= now);
  const last = Math.max(-Infinity, ...started);
  return (moment) => !locked.has(moment.day) && startOf(moment) > last;
}

function factOf(fact: DayFact, halfDays: readonly HalfDaySlots[]): ReplanFact[] {
  if (fact.kind === 'judge_away') return [];
  if (fact.kind !== 'late') return [{ kind: fact.kind, proposal: fact.proposal }];
  for (const { session, slots } of halfDays) {
    const index = slots.findIndex(({ start }) => start >= fact.from);
    if (index >= 0)
      return [{ kind: 'late', proposal: fact.proposal, from: { day: session, slot: index + 1 } }];
  }
  const last = halfDays[halfDays.length - 1];
  const never = { day: last?.session ?? '', slot: (last?.slots.length ?? 0) + 1 };
  return [{ kind: 'late', proposal: fact.proposal, from: never }];
}
