import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Console } from '../../../shared/contract/stage.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { accountNames } from '../people/queries.ts';
import { stageRow } from './snapshot.ts';

type Row = Awaited<ReturnType<typeof stageRow>>;
type By = `officer:${string}`;

/**
 * Of several consoles one leads the stage: the one that took the first step, until another takes over on purpose.
 * @throws ContractError wrong_state at another console
 */
export function requireBaton({ holder }: Pick<Row, 'holder'>, console: string | null): void {
  if (holder === null || holder === console) return;
  throw new ContractError('wrong_state', {
    message: '现在由另一台控场台控场，要换到这里来请按“接过控场”',
  });
}

/** What a step leaves behind: the console that took it leads from then on. */
export const batonOf = (console: string | null, by: By): Partial<Pick<Row, 'holder' | 'holderBy'>> =>
  console === null ? {} : { holder: console, holderBy: by.slice('officer:'.length) };

/**
 * This console takes over; whoever led before is told with the next news.
 * @throws ContractError wrong_state where nobody says which console this is
 */
export async function takeBaton(
  context: Context,
  tx: Db,
  competition: string,
  console: string | null,
  by: By,
): Promise<void> {
  if (console === null) throw new ContractError('wrong_state', { message: '没有说是哪一台控场台' });
  const { stage } = context.store.t;
  const { revision, seq } = await stageRow(context, tx, competition);
  await tx
    .update(stage)
    .set({ ...batonOf(console, by), revision: revision + 1, seq: seq + 1 })
    .where(eq(stage.competition, competition));
}

/** The console that leads, with the name of the officer at it. */
export async function holderOf(
  context: Context,
  { holder, holderBy }: Pick<Row, 'holder' | 'holderBy'>,
): Promise<Console['holder']> {
  if (holder === null) return null;
  const names = await accountNames(context, [holderBy ?? '']);
  return { console: holder, name: names.get(holderBy ?? '') ?? '' };
}
