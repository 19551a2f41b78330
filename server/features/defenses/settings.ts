import { eq, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db, Store } from '../../store/store.ts';

const statements = perSchema(({ competition }) => ({
  state: prepared('competition_state', (db) =>
    db
      .select({ stage: competition.stage, revision: competition.revision })
      .from(competition)
      .where(eq(competition.id, sql.placeholder('competition'))),
  ),
  settings: prepared('competition_settings', (db) =>
    db
      .select({ revision: competition.revision, settings: competition.settings })
      .from(competition)
      .where(eq(competition.id, sql.placeholder('competition'))),
  ),
}));

type Remembered = Map<string, { revision: number; settings: Settings }>;

/** Settings by competition; a revision's settings never change, so a node may remember them. */
const remembered = new WeakMap<Store, Remembered>();
/** Competitions a node remembers; the one read longest ago goes first. */
const rememberedAtMost = 200;

/** The settings of a competition at the revision it has now, read and parsed once. */
export async function settingsAt(
  { store }: Context,
  db: Db,
  competition: string,
  revision: number,
): Promise<Settings> {
  const known = remembered.get(store)?.get(competition);
  if (known?.revision === revision) return known.settings;
  const [row] = await statements(store.t).settings(db, { competition });
  if (!row) throw new ContractError('not_found');
  const ofStore: Remembered = remembered.get(store) ?? new Map();
  remembered.set(store, ofStore);
  ofStore.delete(competition);
  ofStore.set(competition, row);
  const [oldest] = ofStore.keys();
  if (ofStore.size > rememberedAtMost && oldest !== undefined) ofStore.delete(oldest);
  return row.settings;
}

export interface CompetitionState {
  stage: string;
  settings: Settings;
}

/**
 * Where a competition stands, and its settings.
 * @throws ContractError not_found
 */
export async function competitionState(
  context: Context,
  db: Db,
  competition: string,
): Promise<CompetitionState> {
  const [row] = await statements(context.store.t).state(db, { competition });
  if (!row) throw new ContractError('not_found');
  return { stage: row.stage, settings: await settingsAt(context, db, competition, row.revision) };
}
