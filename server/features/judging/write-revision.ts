import { and, eq, sql } from 'drizzle-orm';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';
import type { SheetKey } from './gate.ts';

const place = (name: string) => sql.placeholder(name);

const statements = perSchema(({ sheet, sheetRevision }) => ({
  put: prepared('sheet_put', (db) =>
    db
      .insert(sheet)
      .values({
        competition: place('competition'),
        judge: place('judge'),
        proposal: place('proposal'),
        revision: place('revision'),
        status: place('status'),
        marks: place('marks'),
        comment: place('comment'),
        absent: '',
        savedAt: place('at'),
        ledgerSeq: place('ledgerSeq'),
      })
      .onConflictDoUpdate({
        target: [sheet.judge, sheet.proposal],
        set: {
          revision: sql`excluded.revision`,
          status: sql`excluded.status`,
          marks: sql`excluded.marks`,
          comment: sql`excluded.comment`,
          absent: sql`excluded.absent`,
          savedAt: sql`excluded.saved_at`,
          ledgerSeq: sql`excluded.ledger_seq`,
          returned: null,
        },
      }),
  ),
  add: prepared('sheet_revision_add', (db) =>
    db.insert(sheetRevision).values({
      judge: place('judge'),
      proposal: place('proposal'),
      revision: place('revision'),
      competition: place('competition'),
      action: place('action'),
      marks: place('marks'),
      comment: place('comment'),
      operation: place('operation'),
      device: place('device'),
      at: place('at'),
    }),
  ),
  find: prepared('sheet_revision_find', (db) =>
    db
      .select()
      .from(sheetRevision)
      .where(
        and(
          eq(sheetRevision.judge, place('judge')),
          eq(sheetRevision.proposal, place('proposal')),
          eq(sheetRevision.revision, place('revision')),
        ),
      ),
  ),
}));

/** A judge's whole sheet as it arrives, and the operation that brings it. */
export interface SheetInput {
  operation: string;
  base: number;
  marks: Marks;
  comment: string;
}

/** What makes a revision of an input. `device`: the tablet it came from; empty where the staff wrote it. */
export interface Stamp {
  action: 'save' | 'submit' | 'correct' | 'paper' | 'exchange';
  status: 'none' | 'draft' | 'submitted' | 'locked';
  device: string;
  at: number;
  ledgerSeq: number;
}

/** Writes one revision: a row that is never changed again, and the sheet as it is now. */
export async function writeRevision(
  { store }: Context,
  tx: Db,
  key: SheetKey,
  input: SheetInput,
  stamp: Stamp,
): Promise<number> {
  const { put, add } = statements(store.t);
  const revision = input.base + 1;
  // Member by member: spreading what came out of a parser costs more than both statements.
  const values = {
    competition: key.competition,
    judge: key.judge,
    proposal: key.proposal,
    revision,
    status: stamp.status,
    action: stamp.action,
    marks: input.marks,
    comment: input.comment,
    operation: input.operation,
    device: stamp.device,
    at: stamp.at,
    ledgerSeq: stamp.ledgerSeq,
  };
  await put(tx, values);
  await add(tx, values);
  return revision;
}

/** One revision a sheet had. */
export async function revisionOf({ store }: Context, db: Db, key: SheetKey, revision: number) {
  const [row] = await statements(store.t).find(db, { ...key, revision });
  return row ?? null;
}
