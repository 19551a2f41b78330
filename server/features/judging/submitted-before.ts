import { ContractError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import { entryOfRevision } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { sheetSubject } from './gate.ts';
import type { SheetKey } from './gate.ts';
import type { EntryPlace } from './receipts.ts';
import { revisionOf } from './write-revision.ts';
import type { SheetInput } from './write-revision.ts';

/**
 * The submission a retry repeats: its revision and the place of its ledger entry; null where the sheet moved on by
 * something else.
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
  const act = { subject: sheetSubject(key), actions: ['sheet_submitted'], revision: row.revision };
  const entry = await entryOfRevision(context, tx, key.competition, act);
  return entry && { revision: row.revision, ...entry };
}
