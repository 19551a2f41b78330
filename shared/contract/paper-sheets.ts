import Type from 'typebox';
import { Mark, Marks, OperationId, Receipt, Text } from './common.ts';
import { limits } from './limits.ts';
import { Approval } from './results.ts';
import { organizers } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';

const base = '/api/competitions/:competition/paper-sheets' as const;
const clerks = ['tally_clerk', 'operator'] as const;

/** Paper sheets (纸质评分表). No reply holds a mark: until the lock they are seen by those who key them alone. */
export const paperSheets = {
  keying: route({
    method: 'GET',
    path: `${base}/keying`,
    summary: 'How paper sheets are keyed here, and who may read one back against the paper',
    reply: closed({
      /** Every sheet is keyed twice, by two people. */
      twice: Type.Boolean(),
      /** Officers with an own secret. */
      readers: Type.Array(closed({ account: Id, name: Type.String() })),
    }),
    allow: organizers,
  }),
  setKeying: route({
    method: 'PUT',
    path: `${base}/keying`,
    summary: 'Whether every paper sheet is keyed twice, by two people',
    body: closed({ twice: Type.Boolean() }),
    reply: Nothing,
    errors: ['wrong_state'],
    allow: ['sponsor', 'supervisor'],
  }),
  enter: route({
    method: 'POST',
    path: base,
    summary: 'Key a paper sheet: its marks must add up to the total written on it by hand',
    body: closed({
      operation: OperationId,
      judge: Id,
      proposal: Id,
      /** The judge's own total, as written on the paper. */
      control: Mark,
      marks: Marks,
      comment: Text(limits.comment),
      /** What the second clerk has keyed, where sheets are keyed twice. */
      again: Type.Union([Marks, Type.Null()]),
    }),
    /** `entry`: number in the ledger of the act that waits to be read back. */
    reply: closed({ entry: Type.Integer(), receipt: Receipt }),
    errors: ['invalid_input', 'locked', 'not_scoring', 'too_early', 'wrong_state', 'operation_reused'],
    allow: clerks,
    kept: true,
  }),
  readBack: route({
    method: 'POST',
    path: `${base}/:entry/read-back`,
    summary: 'A second officer has read the keyed sheet back against the paper',
    body: closed({ operation: OperationId, reader: Approval }),
    reply: Nothing,
    errors: ['wrong_state', 'approval_refused', 'too_many_tries', 'operation_reused'],
    allow: clerks,
  }),
};
