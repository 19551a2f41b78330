import type { JudgingBook } from '../../../shared/contract/judging.ts';
import type { SheetNow } from '../../offline/sheet-now.ts';

export type Defense = JudgingBook['defenses'][number];

/**
 * What a judge can know about one of their sheets, strongest first: nothing to score (`withdrawn`, `recused`,
 * `absent`), closed (`locked`), a question open (`conflict`, `returned`), else how far it has come. `reopened`: the
 * staff have returned it for correction (退回修改), even where its session is signed.
 */
export type SheetState =
  | 'withdrawn'
  | 'recused'
  | 'absent'
  | 'reopened'
  | 'locked'
  | 'conflict'
  | 'returned'
  | 'submitted'
  | 'draft'
  | 'none';

/** Submitted, whether the server has said so already or not. */
export function isSubmitted({ pending, server }: SheetNow): boolean {
  if (pending === null || pending.act.kind === 'recuse')
    return server.status === 'submitted' || server.status === 'locked';
  return pending.act.kind === 'submit' && pending.progress.state === 'waiting';
}

/** @param locked whether the session of this defense is signed */
export function sheetState(defense: Defense, now: SheetNow, locked: boolean): SheetState {
  const { pending, server } = now;
  if (defense.withdrawn) return 'withdrawn';
  if (server.status === 'recused' || pending?.act.kind === 'recuse') return 'recused';
  if (server.returned && pending === null) return 'reopened';
  if (server.returned && isSubmitted(now)) return 'submitted';
  if (server.status === 'absent') return 'absent';
  if (pending?.progress.state === 'conflict') return 'conflict';
  if (pending?.progress.state === 'returned') return 'returned';
  if (locked || server.status === 'locked') return 'locked';
  if (isSubmitted(now)) return 'submitted';
  return Object.keys(now.marks).length === 0 && now.comment === '' ? 'none' : 'draft';
}

/** Nothing more is asked of the judge for this project. */
export const isSettled = (state: SheetState): boolean =>
  ['withdrawn', 'recused', 'absent', 'locked', 'submitted'].includes(state);
