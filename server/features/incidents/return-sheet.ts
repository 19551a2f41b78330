import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { ReturnOfSheet } from '../../../shared/contract/incidents.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import { judgeOf } from '../judges/panel.ts';
import { gateOf, isReturned, sheetSubject } from '../judging/gate.ts';
import type { Gate } from '../judging/gate.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident, Place } from './incident.ts';

type Change = Static<typeof ReturnOfSheet>;

/**
 * 退回修改: opens one sheet to its judge for some minutes, after which it is as closed as before. What was submitted
 * counts until the judge has submitted a correction. A sheet recorded as not given can be returned once its session
 * is locked; before that the record is taken back instead.
 */
export const returnSheet: Incident<Change> = {
  act: 'sheet_returned',

  async effect(place, { judge, proposal }) {
    const status = checkReturn(place, await load(place, { judge, proposal }));
    return effectOf(place, [{ judge, proposal, after: status === 'absent' ? 'none' : 'returned' }]);
  },

  async perform(place, { judge, proposal, reason }, { officer, approver }) {
    const { context, db: tx, competition } = place;
    const { sheet } = context.store.t;
    const gate = await load(place, { judge, proposal });
    const entry = await record(context, tx, competition, {
      at: context.now(),
      actor: `officer:${officer}`,
      action: 'sheet_returned',
      subject: sheetSubject({ judge, proposal }),
      data: { judge, entry: proposal, revision: gate.sheet?.revision ?? 0, approver },
      sealed: { reason },
    });
    const until = context.now() + limits.returnMinutes * 60_000;
    await tx
      .update(sheet)
      .set({ returned: { until, reason } })
      .where(and(eq(sheet.judge, judge), eq(sheet.proposal, proposal)));
    await advanceBooks(context, tx, competition);
    return entry;
  },
};

async function load(place: Place, { judge, proposal }: Omit<Change, 'reason'>): Promise<Gate> {
  const { context, db, competition } = place;
  await requireDefense(place);
  await judgeOf(context, db, competition, judge);
  return gateOf(context, db, { competition, judge, proposal });
}

/**
 * @returns the status of the sheet that is returned
 * @throws ContractError wrong_state with the way on
 */
function checkReturn({ context }: Place, gate: Gate): string {
  const refuse = (message: string) => new ContractError('wrong_state', { message });
  const status = gate.sheet?.status ?? 'none';
  if (gate.status === 'withdrawn') throw refuse('这个项目已退出答辩，评分不计，不用修改');
  if (gate.recusal !== null) throw refuse('这位评委已回避这个项目；回避记错了的，先办“恢复评分”');
  if (isReturned(gate, context.now())) throw refuse('这份已经退回，正等评委修改');
  if (status === 'absent' && gate.lockedAt === null) throw refuse('这份记为未评；记错了的，请办“恢复评分”');
  if (status === 'unassigned') throw refuse('这是替补评委上任前答辩的项目，不由这位评委评');
  if (!['submitted', 'locked', 'absent'].includes(status))
    throw refuse('这份还没有提交，评委可以直接在平板上打分');
  return status;
}
