import { and, eq, sql } from 'drizzle-orm';
import type { CellState } from '../../../shared/contract/stage.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';

/** The state of one judge's sheet for one project: who is in, never a mark. */
export type Cells = (judge: string, proposal: string) => CellState;

const statements = perSchema(({ sheet, recusal }) => ({
  sheets: prepared('cell_sheets', (db) =>
    db
      .select({
        judge: sheet.judge,
        proposal: sheet.proposal,
        status: sheet.status,
        returned: sheet.returned,
      })
      .from(sheet)
      .where(eq(sheet.competition, sql.placeholder('competition'))),
  ),
  sheetsOfOne: prepared('cell_sheets_of_one', (db) =>
    db
      .select({
        judge: sheet.judge,
        proposal: sheet.proposal,
        status: sheet.status,
        returned: sheet.returned,
      })
      .from(sheet)
      .where(
        and(
          eq(sheet.competition, sql.placeholder('competition')),
          eq(sheet.proposal, sql.placeholder('proposal')),
        ),
      ),
  ),
  recusals: prepared('cell_recusals', (db) =>
    db
      .select({ judge: recusal.judge, proposal: recusal.proposal })
      .from(recusal)
      .where(and(eq(recusal.competition, sql.placeholder('competition')), eq(recusal.kind, 'must'))),
  ),
}));

const stateOf: Record<string, CellState> = {
  draft: 'draft',
  submitted: 'sent',
  locked: 'done',
  absent: 'absent',
  unassigned: 'absent',
};

/** Loads the cells of a competition, or of one project of it. A recusal counts before anything else. */
export async function loadCells(
  { store, now }: Context,
  db: Db,
  competition: string,
  proposal?: string,
): Promise<Cells> {
  const at = now();
  const { sheets, sheetsOfOne, recusals } = statements(store.t);
  const rows =
    proposal === undefined
      ? await sheets(db, { competition })
      : await sheetsOfOne(db, { competition, proposal });
  const states = new Map<string, CellState>(
    rows.map(({ judge, proposal: of, status, returned }) => [
      `${judge} ${of}`,
      returned !== null && returned.until > at ? 'returned' : (stateOf[status] ?? 'none'),
    ]),
  );
  for (const row of await recusals(db, { competition }))
    states.set(`${row.judge} ${row.proposal}`, 'recused');
  return (judge, of) => states.get(`${judge} ${of}`) ?? 'none';
}
