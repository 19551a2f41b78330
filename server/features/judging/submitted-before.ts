import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { sheetSubject } from './gate.ts';
import type { SheetKey } from './gate.ts';
import type { EntryPlace } from './receipts.ts';
import { revisionOf } from './write-revision.ts';
import type { SheetInput } from './write-revision.ts';

/**
 * The submission a retry repeats: its revision and the place of its ledger entry; null where the sheet moved on by
 * something else. The entry is looked up by its subject, without an index: this is asked only when an answer was lost.
 * @throws ContractError operation_reused where the operation brought other marks
 */
export async function submittedBefore(
  context: Context,
  tx: Db,
  key: SheetKey,
  input: SheetInput,
): Promise<(EntryPlace & { revision: number }) | null> {
  const row = await revisionOf(context, tx, key, input.base + 1);
  if (row?.operation !== input.operation || !['submit', 'correct'].includes(row.action)) return null;
  if (canonicalJson(row.marks) !== canonicalJson(input.marks) || row.comment !== input.comment)
    throw new ContractError('operation_reused');
  const { ledger } = context.store.t;
  const entries = await tx
    .select({ seq: ledger.seq, hash: ledger.hash, at: ledger.at, data: ledger.data })
    .from(ledger)
    .where(
      and(
        eq(ledger.scope, key.competition),
        eq(ledger.subject, sheetSubject(key)),
        eq(ledger.action, 'sheet_submitted'),
      ),
    );
  const entry = entries.find(({ data }) => data['revision'] === row.revision);
  return entry ? { revision: row.revision, seq: entry.seq, hash: entry.hash, at: entry.at } : null;
}
