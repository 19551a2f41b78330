import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Name, OperationId, Reason, Text, Time } from './common.ts';
import { recusalGrounds } from './judges.ts';
import { limits } from './limits.ts';
import { Approval } from './results.ts';
import type { Grant } from './roles.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';
import { cellStates } from './stage.ts';

const Cell = Type.Enum([...cellStates]);

/** How the score of a project is made of its valid sheets; `by_party`: looked for inside each party. */
export const countings = ['trimmed', 'plain', 'below_quorum', 'by_party'] as const;

/** What an act would change, by ids: shown before it is done, and what an approval is bound to. */
export const Effect = closed({
  /** Sheets it touches. `total`: for those who may see the marks of a locked sheet, else null. */
  sheets: Type.Array(
    closed({
      judge: Id,
      proposal: Id,
      before: Cell,
      after: Cell,
      total: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Projects whose number of valid sheets changes: how many of the panel can be valid, before and after. */
  projects: Type.Array(
    closed({
      proposal: Id,
      panel: Type.Integer(),
      before: Type.Integer(),
      after: Type.Integer(),
      counting: Type.Enum([...countings]),
    }),
  ),
  /** Sessions it reaches into that are signed and locked: papers of theirs are printed and signed anew. */
  signed: Type.Array(Id),
  /** Version of the result that has to be computed again; 0 where none was. */
  result: Type.Integer(),
});
export type Effect = Static<typeof Effect>;

/** Ties an approval to what was previewed: good for exactly that, for `limits.approvalMinutes`. */
export const Preview = closed({ at: Time, token: Type.String({ minLength: 20, maxLength: 60 }) });
export type Preview = Static<typeof Preview>;

/** Entry of the ledger that tells of the act; `countersign`: nobody stood by, somebody has to countersign. */
export const Done = closed({ seq: Type.Integer(), at: Time, countersign: Type.Boolean() });

const base = '/api/competitions/:competition/incidents' as const;

/** An act that takes two people: what it would do, and doing exactly that. Without an approval it is countersigned later. */
function twoPersonAct<const Name extends string, C extends TSchema>(
  name: Name,
  what: string,
  change: C,
  allow: readonly Grant[],
) {
  return {
    preview: route({
      method: 'POST',
      path: `${base}/${name}/preview`,
      summary: `What it would change: ${what}`,
      body: closed({ change }),
      reply: closed({ effect: Effect, preview: Preview }),
      errors: ['wrong_state', 'locked', 'too_early', 'invalid_input', 'already_exists'],
      allow,
    }),
    carryOut: route({
      method: 'POST',
      path: `${base}/${name}`,
      summary: `${what}, as previewed, with a second person or to be countersigned`,
      body: closed({
        operation: OperationId,
        change,
        preview: Preview,
        approval: Type.Union([Approval, Type.Null()]),
      }),
      reply: Done,
      errors: [
        'wrong_state',
        'locked',
        'too_early',
        'invalid_input',
        'already_exists',
        'approval_refused',
        'too_many_tries',
        'operation_reused',
      ],
      allow,
    }),
  };
}

export const ReturnOfSheet = closed({ judge: Id, proposal: Id, reason: Reason });

const returning = twoPersonAct(
  'returns',
  'Return a submitted or locked sheet to its judge (退回修改)',
  ReturnOfSheet,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

/** `signed`: the judge has confirmed it in writing. On the tablet the judge does it alone, until the lock. */
export const ExchangeOfSheets = closed({
  judge: Id,
  proposal: Id,
  other: Id,
  signed: Type.Literal(true),
  reason: Reason,
});

const exchanging = twoPersonAct(
  'exchanges',
  'Two sheets of one judge, filled in for each other’s projects, change places',
  ExchangeOfSheets,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

/** From now on, or for the named projects, a judge gives no marks. */
export const AbsenceOfJudge = closed({
  judge: Id,
  proposals: Type.Array(Id, { minItems: 1, maxItems: limits.proposals }),
  absent: Type.Enum(['left', 'abstained', 'not_handed_in']),
  reason: Reason,
});

const leaving = twoPersonAct(
  'absences',
  'A judge gives no mark (未评) for the named projects',
  AbsenceOfJudge,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

/** An absence or a recusal recorded by mistake. */
export const MistakenRecord = closed({ judge: Id, proposal: Id, reason: Reason });

const restoring = twoPersonAct(
  'absences-withdrawn',
  'An absence recorded by mistake is taken back: the judge scores the project',
  MistakenRecord,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

const readmitting = twoPersonAct(
  'recusals-withdrawn',
  'A recusal recorded by mistake is taken back: the judge scores the project',
  MistakenRecord,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

/** A conflict found on the day: marks already given stay on the server and do not count. */
export const LateRecusal = closed({
  judge: Id,
  proposal: Id,
  grounds: Type.Array(Type.Enum([...recusalGrounds]), { minItems: 1, maxItems: 4 }),
  reason: Reason,
});

const recusing = twoPersonAct(
  'recusals',
  'A judge has to recuse on the day, also after marks were given',
  LateRecusal,
  ['host', 'operator', 'tally_clerk', 'supervisor'],
);

/** 替换评委: who goes, and who takes over what that judge has not submitted, at the same seat and for the same party. */
export const Substitution = closed({
  judge: Id,
  name: Name,
  unit: Text(limits.name),
  community: Type.Union([Id, Type.Null()]),
  reason: Reason,
});

const substituting = twoPersonAct(
  'substitutions',
  'A substitute takes over the remaining projects of a judge who leaves',
  Substitution,
  ['host', 'operator', 'supervisor'],
);

/** An act that took effect without a second person. */
export const Countersignature = closed({
  entry: Type.Integer(),
  at: Time,
  /** Name of the action in the ledger. */
  act: Type.String(),
  byName: Type.String(),
  judge: Type.Union([Id, Type.Null()]),
  proposals: Type.Array(Id),
  reason: Type.String(),
});
export type Countersignature = Static<typeof Countersignature>;

export const incidents = {
  previewReturn: returning.preview,
  returnSheet: returning.carryOut,
  previewExchange: exchanging.preview,
  exchangeSheets: exchanging.carryOut,
  previewAbsence: leaving.preview,
  recordAbsence: leaving.carryOut,
  previewRestoring: restoring.preview,
  withdrawAbsence: restoring.carryOut,
  previewReadmission: readmitting.preview,
  withdrawRecusal: readmitting.carryOut,
  previewRecusal: recusing.preview,
  recordRecusal: recusing.carryOut,
  previewSubstitution: substituting.preview,
  substitute: substituting.carryOut,
  countersignatures: route({
    method: 'GET',
    path: `${base}/countersignatures`,
    summary: 'Acts that took effect without a second person and are still to be countersigned, oldest first',
    reply: Type.Array(Countersignature),
    allow: organizers,
  }),
  countersign: route({
    method: 'POST',
    path: `${base}/countersignatures/:entry`,
    summary: 'Countersign an act that took effect without a second person',
    body: closed({ operation: OperationId, approval: Approval }),
    reply: Type.Array(Countersignature),
    errors: ['wrong_state', 'approval_refused', 'too_many_tries', 'operation_reused'],
    allow: organizers,
  }),
};
