import { eq, getTableColumns } from 'drizzle-orm';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { verifySignature } from '../../../server/signing.ts';
import { sha256 } from '../../../server/sha256.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import type { Sheet } from '../../../shared/contract/judging.ts';
import { chainFault } from '../../../shared/ledger/chain.ts';
import { isKnownEntry } from '../../../shared/ledger/known-entry.ts';
import { receiptBody } from '../../../shared/ledger/receipt.ts';
import { replay } from '../../../shared/ledger/replay.ts';

/** What lies on the disk when all is over, read without the server. */
export interface Aftermath {
  /** Marks of every submitted sheet by `judge project`: as the table has them, and as the ledger alone says. */
  sheets: Record<string, Marks>;
  replayed: Record<string, Marks>;
  /** Operation of the submission that counts, by `judge project`. */
  operations: Record<string, string>;
  /** Operations written more than once, be it as a revision or as an entry. */
  twice: string[];
  /** First break of the chain. */
  broken: number | null;
  restorings: number;
  /** Whether the entry that a receipt names is there, and the signature is this installation's. */
  holds: (receipt: NonNullable<Sheet['receipt']>) => boolean;
}

export async function readAftermath(dataFolder: string, competition: string): Promise<Aftermath> {
  const store = openSqlite(dataFolder);
  const { t, read } = store;
  const sheets = await read.select().from(t.sheet);
  const revisions = await read.select({ operation: t.sheetRevision.operation }).from(t.sheetRevision);
  const { scope, ...columns } = getTableColumns(t.ledger);
  const entries = await read
    .select(columns)
    .from(t.ledger)
    .where(eq(scope, competition))
    .orderBy(columns.seq);
  const { scope: openingScope, ...opening } = getTableColumns(t.opening);
  const openings = await read.select(opening).from(t.opening).where(eq(openingScope, competition));
  await store.close();

  const submissions = entries.filter(isKnownEntry).filter((entry) => entry.action === 'sheet_submitted');
  const key = String(entries[0]?.data['key']);
  return {
    sheets: Object.fromEntries(
      sheets
        .filter(({ status }) => status === 'submitted')
        .map((row) => [`${row.judge} ${row.proposal}`, row.marks]),
    ),
    replayed: Object.fromEntries(
      replay(entries.filter(isKnownEntry), openings).sheets.map((one) => [
        `${one.judge} ${one.entry}`,
        'marks' in one ? { ...one.marks } : {},
      ]),
    ),
    operations: Object.fromEntries(
      submissions.map(({ data }) => [`${data.judge} ${data.entry}`, data.operation]),
    ),
    twice: [
      ...repeated(revisions.map(({ operation }) => operation)),
      ...repeated(submissions.map(({ data }) => data.operation)),
    ],
    broken: chainFault(entries, sha256)?.seq ?? null,
    restorings: entries.filter(({ action }) => action === 'backup_restored').length,
    holds: ({ seq, hash, at, signature }) =>
      entries[seq - 1]?.hash === hash &&
      verifySignature(receiptBody({ competition, seq, hash, at }), signature, key),
  };
}

const repeated = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index);
