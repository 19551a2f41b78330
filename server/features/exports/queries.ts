import { and, desc, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Export } from '../../../shared/contract/papers.ts';
import type { Context } from '../../context.ts';

export type ExportRow = Context['store']['t']['exportSet']['$inferSelect'];

/** A complete set of this competition, or null. */
export async function exportRow(
  { store }: Context,
  competition: string,
  id: string,
): Promise<ExportRow | null> {
  const { exportSet } = store.t;
  const [row] = await store.read
    .select()
    .from(exportSet)
    .where(and(eq(exportSet.competition, competition), eq(exportSet.id, id)));
  return row ?? null;
}

/** Complete sets, newest first. */
export async function listExports({ store }: Context, competition: string): Promise<ExportRow[]> {
  const { exportSet } = store.t;
  return store.read
    .select()
    .from(exportSet)
    .where(eq(exportSet.competition, competition))
    .orderBy(desc(exportSet.at), desc(exportSet.id));
}

export const presentExport = ({
  id,
  at,
  ledgerSize,
  ledgerHead,
  files,
}: ExportRow): Static<typeof Export> => ({
  id,
  at,
  ledger: { size: ledgerSize, head: ledgerHead },
  files,
});
