import type { Console, Step } from '../../../shared/contract/stage.ts';
import type { StepFacts } from '../../../shared/stage/stage-machine.ts';
import { nextPhase } from '../../../shared/stage/stage-machine.ts';

export type ConsoleRow = Console['rows'][number];
export type PhaseMinutes = StepFacts['minutes'];

/** What the one big button does next, and what it is called; `order` is on stage, `next` is to be called. */
export interface NextStep {
  step: Step;
  label: 'call' | 'question' | 'change' | 'collect' | 'callNext' | 'finish';
  order: number | null;
  next: number | null;
}

/** Sheets of a project that are neither in nor excused, as indices of judges. */
export const missingSheets = (row: ConsoleRow): number[] =>
  row.cells.flatMap((cell, index) => (cell === 'none' || cell === 'draft' ? [index] : []));

/**
 * The next project that waits: after the one on stage, at the end those passed over. Rows stand in the course of the
 * day, which the numbers follow only as long as nobody was moved.
 */
export function nextWaiting({ rows }: Console, order: number | null): ConsoleRow | null {
  const at = rows.findIndex((row) => row.order === order);
  const isWaiting = ({ status }: ConsoleRow) => status === 'waiting';
  return rows.slice(at + 1).find(isWaiting) ?? rows.find(isWaiting) ?? null;
}

/** The next legal step, null when there is nothing left to do on stage. */
export function nextStep(state: Console, minutes: PhaseMinutes): NextStep | null {
  const { phase, order } = state.stage;
  const waiting = nextWaiting(state, order);
  const next = waiting?.order ?? null;
  const then = nextPhase(phase, minutes);
  if (then !== null && then !== 'idle' && then !== 'present')
    return { step: { do: then }, label: then, order, next };
  if (waiting !== null) {
    const step = { do: 'call', proposal: waiting.proposal } as const;
    return { step, label: phase === 'idle' ? 'call' : 'callNext', order, next };
  }
  return phase === 'idle' ? null : { step: { do: 'finish' }, label: 'finish', order, next };
}
