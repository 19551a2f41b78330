import { eq, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';

const statements = perSchema((t) => ({
  state: prepared('call_state', (db) =>
    db
      .select({ revision: t.competition.revision, publishedAt: t.competition.publishedAt })
      .from(t.competition)
      .where(eq(t.competition.id, sql.placeholder('competition'))),
  ),
  settings: prepared('call_settings', (db) =>
    db
      .select({ settings: t.competition.settings })
      .from(t.competition)
      .where(eq(t.competition.id, sql.placeholder('competition'))),
  ),
  /** Settings by competition, parsed once for each of its revisions: every draft that is saved asks for the dates. */
  parsed: new Map<string, { revision: number; settings: Settings }>(),
}));

/**
 * The settings of a competition whose call is published.
 * @throws ContractError not_found; wrong_state while it is a draft
 */
export async function callSettings({ store }: Context, db: Db, competition: string): Promise<Settings> {
  const { state, settings, parsed } = statements(store.t);
  const [now] = await state(db, { competition });
  if (!now) throw new ContractError('not_found');
  if (now.publishedAt === null) throw new ContractError('wrong_state', { message: '征集公告还没有发布' });
  const known = parsed.get(competition);
  if (known?.revision === now.revision) return known.settings;
  const [row] = await settings(db, { competition });
  if (!row) throw new ContractError('not_found');
  parsed.set(competition, { revision: now.revision, settings: row.settings });
  return row.settings;
}
