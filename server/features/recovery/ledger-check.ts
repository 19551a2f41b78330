import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { contract } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/contract/route.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import { chainFault } from '../../../shared/ledger/chain.ts';
import { ledgerSize } from '../../../shared/ledger/head.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import { replay } from '../../../shared/ledger/replay.ts';
import type { ReplayedSheet } from '../../../shared/ledger/replay.ts';
import type { Context } from '../../context.ts';
import { sha256 } from '../../sha256.ts';

/** Walks the ledger from its first entry, and compares what it says of submitted sheets with the sheets themselves. */
export async function checkLedger(
  { store }: Context,
  competition: string,
): Promise<Reply<typeof contract.recovery.ledger>> {
  const { ledger, opening, sheet } = store.t;
  const { scope, ...entry } = getTableColumns(ledger);
  const { scope: openingScope, ...columns } = getTableColumns(opening);
  const entries = await store.read
    .select(entry)
    .from(ledger)
    .where(eq(scope, competition))
    .orderBy(asc(entry.seq));
  const openings = await store.read.select(columns).from(opening).where(eq(openingScope, competition));
  const sheets = await store.read
    .select({ judge: sheet.judge, proposal: sheet.proposal, marks: sheet.marks })
    .from(sheet)
    .where(and(eq(sheet.competition, competition), inArray(sheet.status, ['submitted', 'locked'])));
  const said = new Map(
    replay(entries.filter(isKnownEntry), openings).sheets.map((one) => [`${one.judge} ${one.entry}`, one]),
  );
  return {
    ...ledgerSize(entries),
    brokenAt: chainFault(entries, sha256)?.seq ?? null,
    differing: sheets.filter(({ judge, proposal, marks }) => !agrees(said.get(`${judge} ${proposal}`), marks))
      .length,
  };
}

/** Of a recused judge the ledger says so, whatever was submitted before; an erased opening agrees with any marks. */
function agrees(said: ReplayedSheet | undefined, marks: Readonly<Record<string, string>>): boolean {
  if (said === undefined) return false;
  if ('absent' in said) return said.absent === 'recused';
  return said.marks === null || canonicalJson({ ...said.marks }) === canonicalJson({ ...marks });
}
