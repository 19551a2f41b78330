import { and, asc, eq, getTableColumns, lte } from 'drizzle-orm';
import { jsonLines } from '../../../shared/ledger/json-lines.ts';
import type { Context } from '../../context.ts';

/** `ledger.jsonl`: the entries of a competition up to `size`. */
export async function ledgerLines({ store }: Context, competition: string, size: number): Promise<string> {
  const { ledger } = store.t;
  const { scope, ...entry } = getTableColumns(ledger);
  const entries = await store.read
    .select(entry)
    .from(ledger)
    .where(and(eq(scope, competition), lte(entry.seq, size)))
    .orderBy(asc(entry.seq));
  return jsonLines(entries);
}

/** `openings.jsonl`: what opens the sealed values of those entries, by entry and field; for the archive only. */
export async function openingLines({ store }: Context, competition: string, size: number): Promise<string> {
  const { opening } = store.t;
  const { scope, ...columns } = getTableColumns(opening);
  const openings = await store.read
    .select(columns)
    .from(opening)
    .where(and(eq(scope, competition), lte(columns.seq, size)))
    .orderBy(asc(columns.seq));
  return jsonLines(openings.sort((a, b) => a.seq - b.seq || (a.field < b.field ? -1 : 1)));
}
