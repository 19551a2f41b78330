import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Time } from './common.ts';
import { closed, Id, Nothing, route } from './route.ts';

/** What somebody at a tablet asks for: the code, the device, the project on it, or somebody to come. */
export const helpAbout = ['code', 'tablet', 'project', 'other'] as const;

/** A hand raised at a tablet (叫人). */
export const HelpCall = closed({
  id: Id,
  about: Type.Enum([...helpAbout]),
  at: Time,
  /** When the staff said that somebody comes; null: nobody has yet. */
  answeredAt: Type.Union([Time, Type.Null()]),
});
export type HelpCall = Static<typeof HelpCall>;

/** The same as the console shows it. */
export const RaisedHand = closed({
  id: Id,
  seat: Type.Union([Type.Integer(), Type.Null()]),
  /** Name of the judge who sits there; empty where nobody has signed in. */
  name: Type.String(),
  about: Type.Enum([...helpAbout]),
  at: Time,
});
export type RaisedHand = Static<typeof RaisedHand>;

export const helpCalls = {
  call: route({
    method: 'POST',
    path: '/api/seat/help-calls',
    summary:
      'Call somebody of the staff to this tablet; while one call is open another changes what it is about',
    body: closed({
      operation: OperationId,
      judge: Type.Union([Id, Type.Null()]),
      about: Type.Enum([...helpAbout]),
    }),
    reply: HelpCall,
    errors: ['operation_reused'],
    allow: ['device'],
  }),
  latest: route({
    method: 'GET',
    path: '/api/seat/help-calls/latest',
    summary: 'The latest call of this tablet, whether somebody comes',
    reply: closed({ call: Type.Union([HelpCall, Type.Null()]) }),
    allow: ['device'],
  }),
  withdraw: route({
    method: 'DELETE',
    path: '/api/seat/help-calls/:call',
    summary: 'Nobody needs to come any more',
    reply: Nothing,
    allow: ['device'],
  }),
  answer: route({
    method: 'POST',
    path: '/api/competitions/:competition/help-calls/:call/answer',
    summary: 'Somebody of the staff goes there',
    body: closed({ operation: OperationId }),
    reply: Nothing,
    errors: ['not_found', 'operation_reused'],
    allow: ['host', 'operator', 'tally_clerk'],
  }),
};
