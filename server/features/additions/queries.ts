import { asc, eq } from 'drizzle-orm';
import type { Additions } from '../../../shared/contract/additions.ts';
import type { Context } from '../../context.ts';
import { competitionRow } from '../competitions/queries.ts';
import { accountNames } from '../people/queries.ts';
import { latestAdjustments, latestVotes } from './lists.ts';

/** Projects with an order number, those that withdrew too. */
export async function projectsInOrder(
  { store }: Context,
  competition: string,
): Promise<Additions['projects']> {
  const { defense } = store.t;
  const rows = await store.read
    .select({
      proposal: defense.proposal,
      order: defense.order,
      title: defense.title,
      status: defense.status,
    })
    .from(defense)
    .where(eq(defense.competition, competition))
    .orderBy(asc(defense.order));
  return rows.map(({ status, ...project }) => ({ ...project, withdrawn: status === 'withdrawn' }));
}

/** What counts beside the judges' marks, as it was last recorded. */
export async function showAdditions(context: Context, competition: string): Promise<Additions> {
  const { read } = context.store;
  const { settings } = await competitionRow(context, read, competition);
  const adjustments = await latestAdjustments(context, read, competition);
  const votes = await latestVotes(context, read, competition);
  const names = await accountNames(
    context,
    [adjustments, votes].flatMap((list) => (list ? [list.by, list.approvedBy] : [])),
  );
  const shown = <Row>(
    list: { version: number; rows: Row[]; at: number; by: string; approvedBy: string } | null,
  ) => ({
    version: list?.version ?? 0,
    rows: list?.rows ?? [],
    at: list?.at ?? null,
    byName: names.get(list?.by ?? '') ?? '',
    approverName: names.get(list?.approvedBy ?? '') ?? '',
  });
  return {
    projects: await projectsInOrder(context, competition),
    bonus: settings.scoring.beside?.bonus ?? null,
    votes: settings.scoring.beside?.votes ?? null,
    adjustments: shown(adjustments),
    counts: shown(votes),
    source: votes?.source ?? '',
  };
}
