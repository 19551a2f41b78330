import type { Turn } from '../../contract/schedule.ts';
import { solveSchedule } from '../solve.ts';
import type { ScheduleTools } from '../tools.ts';
import { answerFaults } from '../verify/answer-faults.ts';
import { boardFaults } from './board-faults.ts';
import { clashWords } from './clash-words.ts';
import { dayClash } from './clash.ts';
import type { DayTask } from './day-model.ts';
import { dayModel, turnOf } from './day-model.ts';
import { matchPlan } from './match-plan.ts';

/** A plan of half-days with what is known of its quality. */
export interface MadePlan {
  readonly turns: Turn[];
  readonly bound: number;
  readonly proven: boolean;
  readonly unplaced: { readonly proposal: string; readonly reason: string }[];
}

/**
 * Places as many as can be, in lot order each as early as can be. The places kept free at the end of each half-day are
 * taken only when not all find another.
 * @throws Error when the solver's answer breaks a rule
 */
export async function makePlan(task: DayTask, tools: ScheduleTools): Promise<MadePlan> {
  const closed = await solve({ ...task, spareClosed: true }, tools);
  if (closed.unplaced.length === 0 || task.wishes.spare === 0) return closed;
  return solve({ ...task, spareClosed: false }, tools);
}

async function solve(task: DayTask, tools: ScheduleTools): Promise<MadePlan> {
  const matched = matchPlan(task);
  if (matched !== null && boardFaults(task, matched).size === 0)
    return withReasons(task, matched, matched.length, true);
  const model = dayModel(task);
  const answer = await solveSchedule(model, tools);
  const faults = answerFaults(model, answer);
  if (faults.length > 0) throw new Error(`the plan breaks a rule: ${faults.join(' ')}`);
  const turns = answer.placements.map(turnOf);
  return withReasons(task, turns, answer.bound, answer.status === 'optimal');
}

function withReasons(task: DayTask, turns: Turn[], bound: number, proven: boolean): MadePlan {
  const placed = new Set(turns.map(({ proposal }) => proposal));
  const unplaced = task.projects.flatMap(({ proposal }) =>
    placed.has(proposal) ? [] : [{ proposal, reason: reasonOf(task, turns, proposal) }],
  );
  return { turns: inTime(task, turns), bound, proven, unplaced };
}

function inTime({ halfDays }: DayTask, turns: readonly Turn[]): Turn[] {
  const at = new Map(halfDays.map(({ session }, index) => [session, index]));
  return [...turns].sort((a, b) => (at.get(a.session) ?? 0) - (at.get(b.session) ?? 0) || a.slot - b.slot);
}

/** In terms of the half-days; the general reasons speak of slots and rooms. */
function reasonOf(task: DayTask, turns: readonly Turn[], proposal: string): string {
  const clash = dayClash(task, turns, proposal);
  if (clash === null)
    return '位置够，但同一主体的间隔要求挡住了，或者时间到了还没找到。可以减小间隔，或再排一次。';
  const [slot] = task.halfDays.flatMap(({ slots }) => slots);
  const minutes = (slot === undefined ? 0 : (slot.end - slot.start) / 60_000) + task.wishes.bufferMinutes;
  return clashWords(clash, task.halfDays, minutes, task.projects.length);
}
