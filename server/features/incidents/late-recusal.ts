import { and, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { LateRecusal, MistakenRecord } from '../../../shared/contract/incidents.ts';
import type { CellState } from '../../../shared/contract/stage.ts';
import { judgeOf } from '../judges/panel.ts';
import { removeRecusal, requireNoRecusal, writeRecusal } from '../judges/recusals.ts';
import { gateOf } from '../judging/gate.ts';
import type { Gate } from '../judging/gate.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident, Place } from './incident.ts';

/** A conflict found on the day, on stage or later: what the judge gave stays on the server and counts no more. */
export const lateRecusal: Incident<Static<typeof LateRecusal>> = {
  act: 'recusal_recorded',

  async effect(place, { judge, proposal }) {
    await load(place, judge, proposal);
    await requireNoRecusal(place.context, place.db, { judge, proposal, kind: 'must' });
    return effectOf(place, [{ judge, proposal, after: 'recused' }]);
  },

  async perform({ context, db, competition }, { judge, proposal, grounds, reason }, { officer, approver }) {
    const draft = {
      judge,
      proposal,
      kind: 'must' as const,
      grounds,
      source: 'organizer' as const,
      detail: reason,
    };
    const by = `officer:${officer}` as const;
    return (await writeRecusal(context, db, competition, draft, by, approver)).entry;
  },
};

/** A recusal recorded by mistake: what the judge had given before counts again. */
export const readmission: Incident<Static<typeof MistakenRecord>> = {
  act: 'recusal_withdrawn',

  async effect(place, { judge, proposal }) {
    const gate = await load(place, judge, proposal);
    const refuse = (message: string) => new ContractError('wrong_state', { message });
    if (gate.recusal === null) throw refuse('这位评委没有回避这个项目');
    const after = cellOf[gate.sheet?.status ?? 'none'] ?? 'none';
    if (gate.lockedAt !== null && after !== 'done' && after !== 'absent')
      throw refuse('本场已签字锁定，这份评分表没有交过，不能恢复；请评委组在评审情况报告里说明');
    return effectOf(place, [{ judge, proposal, after }]);
  },

  async perform(place, { judge, proposal, reason }, { officer, approver }) {
    const { context, db, competition } = place;
    const { recusal } = context.store.t;
    const [row] = await db
      .select({ id: recusal.id, judge: recusal.judge, proposal: recusal.proposal })
      .from(recusal)
      .where(and(eq(recusal.judge, judge), eq(recusal.proposal, proposal), eq(recusal.kind, 'must')));
    if (!row) throw new ContractError('not_found');
    return removeRecusal(context, db, competition, row, `officer:${officer}`, { reason, approver });
  },
};

/** What the grid shows of a sheet from which a recusal is taken away. */
const cellOf: Readonly<Record<string, CellState>> = {
  draft: 'draft',
  submitted: 'sent',
  locked: 'done',
  absent: 'absent',
};

/** @throws ContractError not_found, wrong_state */
async function load(place: Place, judge: string, proposal: string): Promise<Gate> {
  const { context, db, competition } = place;
  await requireDefense(place);
  await judgeOf(context, db, competition, judge);
  const gate = await gateOf(context, db, { competition, judge, proposal });
  if (gate.status === 'withdrawn') throw new ContractError('wrong_state', { message: '这个项目已退出答辩' });
  return gate;
}
