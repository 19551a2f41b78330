import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { ActionName } from '../../../shared/ledger/actions.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import type { KnownEntry } from '../../../shared/ledger/known-entry.ts';
import type { Context } from '../../context.ts';

/** An act with what was sealed in it, for those who may see both. */
export type OpenedEntry<A extends ActionName> = Extract<KnownEntry, { action: A }> & {
  /** By field; a field whose opening was erased has no key. */
  readonly opened: Readonly<Record<string, JsonValue>>;
};

/** All acts of these names in one competition, oldest first. */
export async function openedEntries<A extends ActionName>(
  { store }: Context,
  competition: string,
  ...names: readonly A[]
): Promise<OpenedEntry<A>[]> {
  const { ledger, opening } = store.t;
  const { scope, ...entry } = getTableColumns(ledger);
  const isNamed = and(eq(scope, competition), inArray(ledger.action, [...names]));
  const entries = await store.read.select(entry).from(ledger).where(isNamed).orderBy(asc(ledger.seq));
  const openings = await store.read
    .select({ seq: opening.seq, field: opening.field, value: opening.value })
    .from(opening)
    .innerJoin(ledger, and(eq(ledger.scope, opening.scope), eq(ledger.seq, opening.seq)))
    .where(isNamed);
  const opened = new Map<number, Record<string, JsonValue>>();
  for (const { seq, field, value } of openings) opened.set(seq, { ...opened.get(seq), [field]: value });
  const isWanted = (known: KnownEntry): known is Extract<KnownEntry, { action: A }> =>
    (names as readonly string[]).includes(known.action);
  return entries.flatMap((row) =>
    isKnownEntry(row) && isWanted(row) ? [{ ...row, opened: opened.get(row.seq) ?? {} }] : [],
  );
}

/** Where the ledger stood after an entry: what papers about that act print. */
export const ledgerAfter = ({ seq, hash }: KnownEntry): { size: number; head: string } => ({
  size: seq,
  head: hash,
});
