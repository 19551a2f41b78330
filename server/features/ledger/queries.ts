import { and, desc, eq, getTableColumns, lt } from 'drizzle-orm';
import { ledgerSize } from '../../../shared/ledger/head.ts';
import type { Context } from '../../context.ts';
import { ledgerHead } from '../../ledger.ts';

const pageLength = 50;

/** A page of entries before `before`, newest first, and where the ledger stands. Openings are not part of it. */
export async function ledgerPage(
  context: Context,
  competition: string,
  { before, limit = pageLength }: { before?: number; limit?: number },
) {
  const { ledger } = context.store.t;
  const { scope, ...entry } = getTableColumns(ledger);
  const { read } = context.store;
  const head = await ledgerHead(context, read, competition);
  const rows = await read
    .select(entry)
    .from(ledger)
    .where(and(eq(scope, competition), ...(before === undefined ? [] : [lt(ledger.seq, before)])))
    .orderBy(desc(ledger.seq))
    .limit(limit);
  return {
    size: head?.seq ?? 0,
    head: head?.hash ?? ledgerSize([]).head,
    entries: rows,
  };
}
