import Type from 'typebox';
import { action } from './action.ts';
import { Approver, Count, Id, Ids, SealedMarks, Words } from './fields.ts';

/** What happens to sheets. `entry` is the proposal by its id in the scorebook. */
export const scoringActions = {
  /** `number`: 出场顺序号. */
  defense_called: action('proposal', { session: Id, number: Count }, {}),
  defense_withdrawn: action('proposal', {}, { reason: Words }),
  /** 一票否决. */
  proposal_vetoed: action('proposal', { approver: Approver }, { reason: Words }),

  /** By the judge, or by the clerk who keys a paper sheet. `criteria`: how many marks it has. */
  sheet_submitted: action(
    'sheet',
    { judge: Id, entry: Id, revision: Count, criteria: Count, operation: Id },
    { marks: SealedMarks, comment: Words },
  ),
  /** A second person has read a keyed sheet back against the paper. */
  sheet_read_back: action('sheet', { judge: Id, entry: Id, revision: Count }, {}),
  /** 分数评错项目了: the judge's sheets of two projects change places. */
  sheets_exchanged: action('judge', { entry: Id, other: Id, operation: Id }, {}),
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
  /** All sheets of a session are closed; `count` of them hold marks. */
  sheet_locked: action('competition', { session: Id, count: Count }, {}),
  /** 退回修改: the revision that was locked counts until another is submitted. */
  sheet_returned: action(
    'sheet',
    { judge: Id, entry: Id, revision: Count, approver: Approver },
    { reason: Words },
  ),
};
