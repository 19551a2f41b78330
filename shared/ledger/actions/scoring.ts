import Type from 'typebox';
import { action } from './action.ts';
import { Approver, Count, Id, Ids, SealedMarks, Words } from './fields.ts';

/** What happens to sheets. `entry` is the proposal by its id in the scorebook. */
export const scoringActions = {
  /** `number`: 出场顺序号. */
  defense_called: action('proposal', { session: Id, number: Count }, {}),
  /** Called by mistake: it waits for its turn again, and no sheet had been submitted. */
  defense_call_undone: action('proposal', {}, { reason: Words }),
  defense_withdrawn: action('proposal', {}, { reason: Words }),
  /** 一票否决. */
  proposal_vetoed: action('proposal', { approver: Approver }, { reason: Words }),

  /** By the judge, or by the clerk who keys a paper sheet. `criteria`: how many marks it has. */
  sheet_submitted: action(
    'sheet',
    {
      judge: Id,
      entry: Id,
      revision: Count,
      criteria: Count,
      operation: Id,
      source: Type.Optional(Type.Enum(['paper'])),
    },
    { marks: SealedMarks, comment: Words },
  ),
  /** A paper sheet was keyed; `approver` has read it back against the paper, with `twice` keyed it once more. */
  sheet_keyed: action(
    'sheet',
    { judge: Id, entry: Id, revision: Count, twice: Type.Boolean(), approver: Approver },
    {},
  ),
  /** 分数评错项目了: the judge's sheets of two projects change places. */
  sheets_exchanged: action(
    'judge',
    { entry: Id, other: Id, operation: Id, approver: Type.Optional(Approver) },
    { reason: Words },
  ),
  /** 未评 with its reason; holds until the judge submits a sheet after all. */
  judge_absent_recorded: action(
    'judge',
    {
      entries: Ids,
      absent: Type.Enum(['left', 'abstained', 'not_handed_in', 'incomplete']),
      approver: Approver,
    },
    { reason: Words },
  ),
  /** Recorded by mistake: what the judge had said before holds again. */
  judge_absence_withdrawn: action('judge', { entries: Ids, approver: Approver }, { reason: Words }),
  /** A substitute comes for `judge`, who has left and gives no mark for `entries`; projects heard before are not theirs. */
  judge_substituted: action('judge', { judge: Id, entries: Ids, approver: Approver }, { reason: Words }),
  /** Whether every paper sheet is keyed twice, by two people. */
  paper_keying_set: action('competition', { twice: Type.Boolean() }, {}),
  /** All sheets of a session are closed; `count` of them hold marks. */
  sheet_locked: action('competition', { session: Id, count: Count }, {}),
  /** 退回修改: the revision that was locked counts until another is submitted. */
  sheet_returned: action(
    'sheet',
    { judge: Id, entry: Id, revision: Count, approver: Approver },
    { reason: Words },
  ),
};
