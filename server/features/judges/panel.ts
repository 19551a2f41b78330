import { and, eq, isNull, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Schema } from '../../store/schema.ts';
import type { Db } from '../../store/store.ts';

export type JudgeRow = Schema['judge']['$inferSelect'];

const statements = perSchema(({ judge }) => ({
  panel: prepared('judge_panel', (db) =>
    db
      .select()
      .from(judge)
      .where(and(eq(judge.competition, sql.placeholder('competition')), isNull(judge.removedAt))),
  ),
}));

/** The judges of a competition in seat order, those at one seat in the order they were added. */
export async function panelOf({ store }: Context, db: Db, competition: string): Promise<JudgeRow[]> {
  const rows = await statements(store.t).panel(db, { competition });
  return rows.sort((a, b) => a.profile.seat - b.profile.seat || (a.id < b.id ? -1 : 1));
}

/**
 * One judge of a competition.
 * @throws ContractError not_found
 */
export async function judgeOf(context: Context, db: Db, competition: string, id: string): Promise<JudgeRow> {
  const found = (await panelOf(context, db, competition)).find((row) => row.id === id);
  if (!found) throw new ContractError('not_found');
  return found;
}
