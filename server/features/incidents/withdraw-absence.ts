import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { MistakenRecord } from '../../../shared/contract/incidents.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import { judgeOf } from '../judges/panel.ts';
import { gateOf } from '../judging/gate.ts';
import type { SheetRow } from '../judging/sheet.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident, Place } from './incident.ts';

type Change = Static<typeof MistakenRecord>;

/** 未评 recorded by mistake: the draft that was hidden is there again, and the judge scores the project. */
export const restoreAbsent: Incident<Change> = {
  act: 'judge_absence_withdrawn',

  async effect(place, change) {
    const { judge, proposal } = change;
    const sheet = await absentSheet(place, change);
    return effectOf(place, [{ judge, proposal, after: statusWithout(sheet) }]);
  },

  async perform(place, change, { officer, approver, operation }) {
    const { context, db: tx, competition } = place;
    const { judge, proposal, reason } = change;
    const row = await absentSheet(place, change);
    const { sheet, sheetRevision } = context.store.t;
    const at = context.now();
    const revision = row.revision + 1;
    await tx
      .update(sheet)
      .set({ status: statusWithout(row), absent: '', revision, savedAt: at })
      .where(and(eq(sheet.judge, judge), eq(sheet.proposal, proposal)));
    await tx.insert(sheetRevision).values({
      judge,
      proposal,
      revision,
      competition,
      action: 'restore',
      marks: row.marks,
      comment: row.comment,
      operation,
      device: '',
      at,
    });
    const entry = await record(context, tx, competition, {
      at,
      actor: `officer:${officer}`,
      action: 'judge_absence_withdrawn',
      subject: `judge:${judge}`,
      data: { entries: [proposal], approver },
      sealed: { reason },
    });
    await advanceBooks(context, tx, competition);
    return entry;
  },
};

const statusWithout = ({ marks, comment }: SheetRow): 'draft' | 'none' =>
  Object.keys(marks).length > 0 || comment !== '' ? 'draft' : 'none';

/** @throws ContractError wrong_state with the way on */
async function absentSheet(place: Place, { judge, proposal }: Omit<Change, 'reason'>): Promise<SheetRow> {
  const { context, db, competition } = place;
  await requireDefense(place);
  await judgeOf(context, db, competition, judge);
  const gate = await gateOf(context, db, { competition, judge, proposal });
  const refuse = (message: string) => new ContractError('wrong_state', { message });
  if (gate.status === 'withdrawn') throw refuse('这个项目已退出答辩');
  if (gate.sheet?.status !== 'absent') throw refuse('这份没有记为未评');
  // In a signed session every sheet is in or accounted for, so it opens to the judge for a while instead.
  if (gate.lockedAt !== null) throw refuse('本场已签字锁定；请办“退回修改”，让评委在 10 分钟内补打');
  return gate.sheet;
}
