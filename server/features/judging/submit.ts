import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { settingsAt } from '../defenses/settings.ts';
import { gateOf, isReturned, requireOpen, sheetSubject } from './gate.ts';
import type { SheetKey } from './gate.ts';
import type { EntryPlace } from './receipts.ts';
import { checkMarks } from './rubric.ts';
import { submittedBefore } from './submitted-before.ts';
import { writeRevision } from './write-revision.ts';
import type { SheetInput, Stamp } from './write-revision.ts';

/** What a submission is answered from; the marks come back from the request, which a retry must repeat. */
export type Submission = EntryPlace & { revision: number; status: 'submitted' | 'locked' };

/**
 * Submits a complete sheet, or corrects a submitted one until its session is locked, and a returned one after that:
 * a new revision, a new entry in the ledger, the old ones stay. A returned sheet of a locked session locks again.
 * Like a draft's, its revision remembers the operation: a retry gets the receipt of the first time.
 * @throws ContractError stale_revision, invalid_input, locked, not_scoring, wrong_state, too_early, operation_reused
 */
export async function submitSheet(
  context: Context,
  tx: Db,
  key: SheetKey,
  input: SheetInput,
  device: string,
): Promise<Submission> {
  const { competition, judge, proposal } = key;
  const gate = await gateOf(context, tx, key);
  const known = gate.sheet?.revision ?? 0;
  if (known > input.base) {
    const earlier = await submittedBefore(context, tx, key, input);
    if (earlier) return { ...earlier, status: gate.sheet?.status === 'locked' ? 'locked' : 'submitted' };
  }
  requireOpen(gate, context.now());
  if (known !== input.base) throw new ContractError('stale_revision');
  const settings = await settingsAt(context, tx, competition, gate.settingsRevision);
  checkMarks(settings, gate.track, input.marks, 'complete');
  const { seq, hash, at } = await record(context, tx, competition, {
    at: context.now(),
    actor: `judge:${judge}`,
    action: 'sheet_submitted',
    subject: sheetSubject(key),
    data: {
      judge,
      entry: proposal,
      revision: input.base + 1,
      criteria: Object.keys(input.marks).length,
      operation: input.operation,
    },
    sealed: { marks: input.marks, comment: input.comment || null },
  });
  const action = isReturned(gate, context.now()) ? 'correct' : 'submit';
  const status = gate.lockedAt === null ? 'submitted' : 'locked';
  const stamp: Stamp = { action, status, device, at, ledgerSeq: seq };
  const revision = await writeRevision(context, tx, key, input, stamp);
  await advanceStage(context, tx, competition);
  return { revision, status, seq, hash, at };
}
