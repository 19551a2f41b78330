import type { Console } from '../../../shared/contract/stage.ts';

/** The projects a judge would still score: not in, not excused, not withdrawn, in sessions that are not signed. */
export function remainingOf({ judges, rows, sessions }: Console, judge: string): Console['rows'] {
  const column = judges.findIndex(({ id }) => id === judge);
  const signed = new Set(sessions.filter(({ locked }) => locked).map(({ id }) => id));
  return rows.filter(({ cells, session, status }) => {
    const cell = cells[column];
    return status !== 'withdrawn' && !signed.has(session) && (cell === 'none' || cell === 'draft');
  });
}
