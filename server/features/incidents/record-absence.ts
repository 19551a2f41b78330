import type { Static } from 'typebox';
import type { AbsenceOfJudge } from '../../../shared/contract/incidents.ts';
import { absentEntries, recordAbsence } from '../judges/absences.ts';
import { effectOf, requireDefense } from './effect.ts';
import type { Incident } from './incident.ts';

/** A judge leaves, or gives no mark for some projects; sheets already submitted stay and count. */
export const judgeLeaves: Incident<Static<typeof AbsenceOfJudge>> = {
  act: 'judge_absent_recorded',

  async effect(place, { judge, proposals }) {
    await requireDefense(place);
    const entries = await absentEntries(place.context, place.db, place.competition, { judge, proposals });
    return effectOf(
      place,
      entries.map(({ proposal }) => ({ judge, proposal, after: 'absent' })),
    );
  },

  perform: ({ context, db, competition }, change, by) => recordAbsence(context, db, competition, change, by),
};
