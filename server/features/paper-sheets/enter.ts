import { ContractError } from '../../../shared/contract/errors.ts';
import type { Body } from '../../../shared/contract/route.ts';
import type { paperSheets } from '../../../shared/contract/paper-sheets.ts';
import { criteriaFor } from '../../../shared/panels/rubric.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { settingsAt } from '../defenses/settings.ts';
import { judgeOf } from '../judges/panel.ts';
import { gateOf, isReturned, requireOpen, sheetSubject } from '../judging/gate.ts';
import type { Gate } from '../judging/gate.ts';
import type { EntryPlace } from '../judging/receipts.ts';
import { checkMarks } from '../judging/rubric.ts';
import { writeRevision } from '../judging/write-revision.ts';
import { isKeyedTwice } from './keying.ts';
import { paperFaults } from '../../../shared/panels/paper-faults.ts';

export type PaperSheet = Body<typeof paperSheets.enter>;

/** What a keyed sheet is answered from; `keyed`: number of the act that is to be read back. */
export type Keyed = EntryPlace & { keyed: number };

/**
 * Keys a paper sheet: it counts as its judge's submitted sheet, over any draft that a tablet had sent. Until somebody
 * else has read it back it is to be countersigned.
 * @throws ContractError invalid_input naming each field, locked, not_scoring, too_early, wrong_state
 */
export async function enterPaperSheet(
  context: Context,
  tx: Db,
  competition: string,
  sheet: PaperSheet,
  by: `officer:${string}`,
): Promise<Keyed> {
  const { judge, proposal, operation, marks, comment, control, again } = sheet;
  await judgeOf(context, tx, competition, judge);
  const key = { competition, judge, proposal };
  const gate = await gateOf(context, tx, key);
  requireKeyable(gate, context.now());
  const settings = await settingsAt(context, tx, competition, gate.settingsRevision);
  checkMarks(settings, gate.track, marks, 'complete');
  const twice = await isKeyedTwice(context, tx, competition);
  if (twice && again === null)
    throw new ContractError('invalid_input', {
      fields: [{ path: 'again', message: '本场纸质评分表由两人各录一遍，请第二位再录一遍' }],
    });
  const criteria = criteriaFor(settings.rubric.criteria, gate.track);
  const fields = paperFaults(criteria, control, marks, twice ? again : null);
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });

  const base = gate.sheet?.revision ?? 0;
  const cell = { judge, entry: proposal, revision: base + 1 };
  const { seq, hash, at } = await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'sheet_submitted',
    subject: sheetSubject({ judge, proposal }),
    data: { ...cell, criteria: Object.keys(marks).length, operation, source: 'paper' },
    sealed: { marks, comment: comment || null },
  });
  await writeRevision(
    context,
    tx,
    key,
    { operation, base, marks, comment },
    {
      action: isReturned(gate, context.now()) ? 'correct' : 'paper',
      status: gate.lockedAt === null ? 'submitted' : 'locked',
      device: '',
      at,
      ledgerSeq: seq,
    },
  );
  const { seq: keyed } = await record(context, tx, competition, {
    at,
    actor: by,
    action: 'sheet_keyed',
    subject: sheetSubject({ judge, proposal }),
    data: { ...cell, twice, approver: null },
    sealed: {},
  });
  await advanceBooks(context, tx, competition);
  return { seq, hash, at, keyed };
}

/** @throws ContractError with the way on, in the words of a clerk */
function requireKeyable(gate: Gate, now: number): void {
  const isOff =
    gate.recusal !== null ||
    (['absent', 'unassigned'].includes(gate.sheet?.status ?? '') && !isReturned(gate, now));
  if (isOff && gate.lockedAt === null)
    throw new ContractError('not_scoring', {
      message: '这位评委已回避或记为未评这个项目；记错了的，请先办“恢复评分”',
    });
  requireOpen(gate, now);
  if (['submitted', 'locked'].includes(gate.sheet?.status ?? '') && !isReturned(gate, now))
    throw new ContractError('wrong_state', {
      message: '这份评分表已经有了（平板提交或已录入）；要改请办“退回修改”',
    });
}
