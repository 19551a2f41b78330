import { ContractError } from '../../../shared/contract/errors.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { settingsAt } from '../defenses/settings.ts';
import { gateOf, isReturned, requireOpen } from './gate.ts';
import type { SheetKey } from './gate.ts';
import { checkMarks } from './rubric.ts';
import { revisionOf, writeRevision } from './write-revision.ts';
import type { SheetInput, Stamp } from './write-revision.ts';

interface Saved {
  revision: number;
  savedAt: number;
}

/**
 * Saves a sheet that is still being filled in. The revision row itself remembers the operation, so that a retry
 * gets the same answer without a second table in the way of every tap. A submitted sheet is corrected by
 * submitting again, never by a draft: what was submitted counts until then.
 * @throws ContractError stale_revision, invalid_input, locked, not_scoring, wrong_state, too_early, operation_reused
 */
export async function saveSheet(
  context: Context,
  tx: Db,
  key: SheetKey,
  input: SheetInput,
  device: string,
): Promise<Saved> {
  const gate = await gateOf(context, tx, key);
  const revision = gate.sheet?.revision ?? 0;
  if (revision > input.base) {
    const earlier = await answeredBefore(context, tx, key, input);
    if (earlier) return earlier;
  }
  requireOpen(gate, context.now());
  if (revision !== input.base) throw new ContractError('stale_revision');
  if (gate.sheet?.status === 'submitted' || isReturned(gate, context.now()))
    throw new ContractError('wrong_state', { message: '这份评分表已提交，要改请改好后重新提交' });
  const settings = await settingsAt(context, tx, key.competition, gate.settingsRevision);
  checkMarks(settings, gate.track, input.marks, 'draft');
  const savedAt = context.now();
  const stamp: Stamp = { action: 'save', status: 'draft', device, at: savedAt, ledgerSeq: 0 };
  return { revision: await writeRevision(context, tx, key, input, stamp), savedAt };
}

async function answeredBefore(
  context: Context,
  tx: Db,
  key: SheetKey,
  input: SheetInput,
): Promise<Saved | null> {
  const row = await revisionOf(context, tx, key, input.base + 1);
  if (row?.operation !== input.operation || row.action !== 'save') return null;
  if (canonicalJson(row.marks) !== canonicalJson(input.marks) || row.comment !== input.comment)
    throw new ContractError('operation_reused');
  return { revision: row.revision, savedAt: row.at };
}
