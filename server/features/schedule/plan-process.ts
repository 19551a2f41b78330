import type { DayTask } from '../../../shared/schedule/half-days/day-model.ts';
import type { MadePlan } from '../../../shared/schedule/half-days/make-plan.ts';
import { makePlan } from '../../../shared/schedule/half-days/make-plan.ts';
import { solverTools } from '../../solver/tools.ts';

/** What the server sends to the process that plans, once. */
export interface PlanOrder {
  readonly task: DayTask;
  readonly seconds: number;
}

/** What comes back: how far it is, and at the end the plan. */
export type PlanNews =
  | { readonly kind: 'progress'; readonly placed: number; readonly bound: number | null }
  | { readonly kind: 'plan'; readonly plan: MadePlan };

/** A process of its own for one plan: cancelled by ending it, and no tablet waits for the server meanwhile. */
process.once('message', (order: PlanOrder) => void plan(order));
// The server may be gone by then; nobody waits for the answer.
process.once('disconnect', () => process.exit());

async function plan({ task, seconds }: PlanOrder): Promise<void> {
  const report = (placed: number, bound: number | null) => tell({ kind: 'progress', placed, bound });
  const made = await makePlan(task, { ...solverTools(seconds), report });
  tell({ kind: 'plan', plan: made }, () => process.exit());
}

function tell(news: PlanNews, then: () => void = () => undefined): void {
  process.send?.(news, then);
}
