import Type from 'typebox';
import { recusalGrounds, recusalKinds } from '../../contract/judges.ts';
import { closed } from '../../contract/route.ts';
import { action } from './action.ts';
import { Approver, Count, Hash, Id, Ids, Time, Words } from './fields.ts';

const Turns = Type.Array(closed({ entry: Id, session: Id, start: Type.Union([Time, Type.Null()]) }));

/** Who judges, who must not, in which order, on which devices. */
export const panelActions = {
  judge_added: action('judge', { party: Type.Union([Id, Type.Null()]), seat: Count }, { name: Words }),
  judge_removed: action('judge', {}, { reason: Words }),
  judge_code_reset: action('judge', {}, {}),
  undertaking_signed: action('judge', { text: Hash }, {}),

  /** Only `must` takes the judge off the project; `disclose` is printed and changes nothing. */
  recusal_recorded: action(
    'recusal',
    {
      judge: Id,
      entry: Id,
      kind: Type.Enum([...recusalKinds]),
      grounds: Type.Array(Type.Enum([...recusalGrounds])),
      source: Type.Enum(['computed', 'declared', 'mentoring_record', 'organizer']),
      /** Only where the staff record it on the day, over marks already given. */
      approver: Type.Optional(Approver),
    },
    { reason: Words },
  ),
  /** `approver`: absent before the first sheet, when one person suffices. */
  recusal_withdrawn: action(
    'recusal',
    { judge: Id, entry: Id, approver: Type.Optional(Approver) },
    { reason: Words },
  ),

  /** `order`: proposals in the order drawn. `seed`: null where it was drawn by hand. */
  draw_recorded: action(
    'competition',
    {
      method: Type.Enum(['hand', 'numbers', 'commit_reveal', 'plan']),
      order: Ids,
      seed: Type.Union([Hash, Type.Null()]),
    },
    { witnesses: Type.Array(Type.String()) },
  ),

  /** Who chooses first where the order follows from a plan. `seed`: null where it was drawn by hand. */
  lot_drawn: action(
    'competition',
    { method: Type.Enum(['hand', 'numbers']), order: Ids, seed: Type.Union([Hash, Type.Null()]) },
    { witnesses: Type.Array(Type.String()) },
  ),
  /** The plan the order follows from; the order itself stands in the `draw_recorded` before it. */
  schedule_published: action('competition', { turns: Turns }, {}),
  /** Places that changed on the day; `start` is null where there is none any more. Numbers stay. */
  schedule_changed: action('competition', { turns: Turns }, { reason: Words }),

  device_enrolled: action('device', { seat: Type.Union([Count, Type.Null()]) }, {}),
  /** A tablet takes the place of another at a seat. */
  device_moved: action('device', { seat: Type.Union([Count, Type.Null()]) }, {}),
  device_revoked: action('device', {}, {}),
};
