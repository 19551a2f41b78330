import Type from 'typebox';
import { action } from './action.ts';
import {
  Approver,
  Count,
  Day,
  Hash,
  Id,
  Ids,
  SealedAdjustments,
  SealedAmounts,
  SealedVotes,
  Words,
} from './fields.ts';

/** From the computed result to the amounts. */
export const resultActions = {
  /** `checksum` of the answer of `gongping rank`; `rules`: version in force; `sheets`: how many hold marks. */
  result_computed: action('result', { version: Count, rules: Count, sheets: Count, checksum: Hash }, {}),
  /** The panel's own order of projects that share a rank. */
  tie_decided: action('result', { order: Ids, approver: Approver }, { reason: Words }),
  /** 加减分, the whole list as it holds from here; `entries`: how many projects. */
  adjustments_recorded: action(
    'result',
    { version: Count, entries: Count, approver: Id },
    { adjustments: SealedAdjustments },
  ),
  /** Public votes, the whole count as it holds from here; `source`: where they were counted. */
  votes_recorded: action(
    'result',
    { version: Count, entries: Count, approver: Id },
    { votes: SealedVotes, source: Words },
  ),
  /** Sponsor and supervisor stand for this version together; `checksum` as computed, `approver` the second of them. */
  result_signed: action('result', { version: Count, checksum: Hash, approver: Id }, {}),
  /** Severity, agreement and certainty were looked at. */
  analysis_opened: action('result', { version: Count }, {}),

  /** `result`: version decided upon; `funded`: how many get money. */
  decision_recorded: action(
    'decision',
    { version: Count, result: Count, funded: Count },
    { amounts: SealedAmounts, reason: Words },
  ),
  decision_confirmed: action('decision', { version: Count }, {}),
  /** A required meeting (集体研究); `document`: its number on paper. */
  meeting_recorded: action(
    'decision',
    {
      version: Count,
      meeting: Id,
      day: Day,
      outcome: Type.Enum(['agreed', 'agreed_with_changes', 'refused']),
      file: Hash,
    },
    { document: Words },
  ),
};
