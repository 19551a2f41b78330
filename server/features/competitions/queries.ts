import { desc, eq } from 'drizzle-orm';
import type { Competition } from '../../../shared/contract/competitions.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { markedSettings, shownMark } from '../../rehearsal/mark.ts';
import type { Db } from '../../store/store.ts';
import { settingsSentence } from './scoring-rules.ts';

type Row = Context['store']['t']['competition']['$inferSelect'];

/**
 * A competition's row.
 * @throws ContractError not_found
 */
export async function competitionRow(context: Context, db: Db, id: string): Promise<Row> {
  const { competition } = context.store.t;
  const [row] = await db.select().from(competition).where(eq(competition.id, id));
  if (!row) throw new ContractError('not_found');
  return row;
}

/** As the contract shows it. */
export function presentCompetition({ now, config }: Context, row: Row): Competition {
  return {
    id: row.id,
    stage: row.stage as Competition['stage'],
    revision: row.revision,
    settings: markedSettings(config, row.settings),
    rulesVersion: row.rulesVersion,
    rulesSentence: settingsSentence(row.settings),
    publishedAt: row.publishedAt,
    serverTime: now(),
  };
}

/** Published competitions, and drafts of those in `own`. Newest first. */
export async function listCompetitions({ store, config }: Context, own: ReadonlySet<string>) {
  const { competition } = store.t;
  const rows = await store.read.select().from(competition).orderBy(desc(competition.createdAt));
  return rows
    .filter((row) => row.publishedAt !== null || own.has(row.id))
    .map((row) => ({
      id: row.id,
      name: row.settings.name,
      stage: row.stage as Competition['stage'],
      mark: shownMark(config, row.settings),
      deadline: row.settings.timeline.deadline,
    }));
}
