import type { Static } from 'typebox';
import type { ExchangeOfSheets } from '../../../shared/contract/incidents.ts';
import { sumMarks } from '../../../shared/scoring/index.ts';
import { judgeOf } from '../judges/panel.ts';
import { cellAfter, exchangedSheets, exchangeSheets } from '../judging/exchange.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident } from './incident.ts';

type Change = Static<typeof ExchangeOfSheets>;

/**
 * 两张评分表填反了, put right by the staff on the judge's signed word. Totals are shown to those who may see them, and
 * only where both sheets are locked: before that a preview says no more than that they change places.
 */
export const exchangeBySigned: Incident<Change> = {
  act: 'sheets_exchanged',

  async effect(place, { judge, proposal, other }) {
    const { context, db, competition, seesMarks } = place;
    await requireDefense(place);
    await judgeOf(context, db, competition, judge);
    const sheets = await exchangedSheets(context, db, { competition, judge, proposal, other });
    const shows = seesMarks && sheets.every(({ status }) => status === 'locked');
    return effectOf(
      place,
      sheets.map((sheet) => ({
        judge,
        proposal: sheet.proposal,
        after: cellAfter(sheet),
        total: shows ? sumMarks(Object.values(sheet.marks)) : null,
      })),
    );
  },

  perform(
    { context, db, competition },
    { judge, proposal, other, reason },
    { officer, approver, operation },
  ) {
    const place = { competition, judge, proposal, other };
    return exchangeSheets(context, db, place, {
      actor: `officer:${officer}`,
      operation,
      approver,
      reason,
    });
  },
};
