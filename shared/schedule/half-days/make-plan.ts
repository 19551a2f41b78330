import type { PlannedProject, Turn } from '../../contract/schedule.ts';
import { solveSchedule } from '../solve.ts';
import type { ScheduleTools } from '../tools.ts';
import { answerFaults } from '../verify/answer-faults.ts';
import { boardFaults } from './board-faults.ts';
import { clashWords } from './clash-words.ts';
import type { DayClash } from './clash.ts';
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
  const out = task.projects.filter(({ proposal }) => !placed.has(proposal));
  return { turns: inTime(task, turns), bound, proven, unplaced: reasonsOf(task, turns, out) };
}

function inTime({ halfDays }: DayTask, turns: readonly Turn[]): Turn[] {
  const at = new Map(halfDays.map(({ session }, index) => [session, index]));
  return [...turns].sort((a, b) => (at.get(a.session) ?? 0) - (at.get(b.session) ?? 0) || a.slot - b.slot);
}

/**
 * In terms of the half-days; the general reasons speak of slots and rooms. Those that lack the same places lack them
 * together, and get one sentence.
 */
function reasonsOf(
  task: DayTask,
  turns: readonly Turn[],
  out: readonly PlannedProject[],
): MadePlan['unplaced'] {
  const [slot] = task.halfDays.flatMap(({ slots }) => slots);
  const minutes = (slot === undefined ? 0 : (slot.end - slot.start) / 60_000) + task.wishes.bufferMinutes;
  const clashes = out.map(({ proposal }) => dayClash(task, turns, proposal));
  const keyOf = (clash: DayClash | null, title: string) =>
    clash === null || clash.places.size === 0 ? title : JSON.stringify([...clash.places]);
  const together = new Map<string, PlannedProject[]>();
  for (const [index, project] of out.entries()) {
    const key = keyOf(clashes[index] ?? null, project.title);
    together.set(key, [...(together.get(key) ?? []), project]);
  }
  return out.map(({ proposal, title }, index) => {
    const clash = clashes[index] ?? null;
    if (clash === null)
      return {
        proposal,
        reason: `《${title}》的位置够，但同一主体的间隔要求挡住了，或者时间到了还没找到。可以减小间隔，或再排一次。`,
      };
    const group = together.get(keyOf(clash, title)) ?? [];
    const all = new Set([...clash.projects, ...group]);
    const projects = task.projects.filter((project) => all.has(project));
    const titles = group.map((each) => each.title);
    const reason = clashWords({ ...clash, projects }, titles, task.halfDays, minutes, task.projects.length);
    return { proposal, reason };
  });
}
