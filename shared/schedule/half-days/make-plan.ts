import type { Turn } from '../../contract/schedule.ts';
import { solveSchedule } from '../solve.ts';
import type { ScheduleTools } from '../tools.ts';
import { answerFaults } from '../verify/answer-faults.ts';
import type { DayTask } from './day-model.ts';
import { dayModel, turnOf } from './day-model.ts';

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
  const model = dayModel(task);
  const answer = await solveSchedule(model, tools);
  const faults = answerFaults(model, answer);
  if (faults.length > 0) throw new Error(`the plan breaks a rule: ${faults.join(' ')}`);
  return {
    turns: answer.placements.map(turnOf),
    bound: answer.bound,
    proven: answer.status === 'optimal',
    unplaced: [...answer.unplaced],
  };
}
