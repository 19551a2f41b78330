import Type from 'typebox';
import type { Static } from 'typebox';
import { OperationId, Text, Time } from './common.ts';
import { limits } from './limits.ts';
import { organizers } from './roles.ts';
import { closed, Id, route } from './route.ts';

export const defenseStatuses = ['waiting', 'on_stage', 'scored', 'withdrawn'] as const;

/** A project with its order number (出场顺序号); numbers never close up. */
export const Defense = closed({
  proposal: Id,
  order: Type.Integer({ minimum: 1 }),
  session: Id,
  status: Type.Enum([...defenseStatuses]),
  title: Type.String(),
  applicantName: Type.String(),
  community: Type.Union([Id, Type.Null()]),
  plannedStart: Time,
});
export type Defense = Static<typeof Defense>;

const base = '/api/competitions/:competition' as const;

export const defenses = {
  list: route({
    method: 'GET',
    path: `${base}/defenses`,
    summary: 'Order of the defenses',
    reply: Type.Array(Defense),
    allow: organizers,
  }),
  /** By hand: typed from the 抽签登记表. */
  typeOrder: route({
    method: 'POST',
    path: `${base}/draw/typed`,
    summary: 'Record the order drawn by hand in the hall',
    body: closed({
      operation: OperationId,
      draws: Type.Array(
        closed({ proposal: Id, order: Type.Integer({ minimum: 1, maximum: limits.proposals }) }),
        {
          minItems: 1,
          maxItems: limits.proposals,
        },
      ),
      witnesses: Type.Array(Text(limits.name), { maxItems: 6 }),
    }),
    reply: Type.Array(Defense),
    errors: ['operation_reused', 'wrong_state', 'invalid_input'],
    allow: ['operator', 'tally_clerk'],
  }),
  /** On the screen: seed = SHA-256 over the three written numbers. */
  draw: route({
    method: 'POST',
    path: `${base}/draw/seeded`,
    summary: 'Draw the order from three written numbers',
    body: closed({
      operation: OperationId,
      parts: Type.Array(
        closed({ by: Text(limits.name), number: Type.String({ pattern: '^[0-9]{1,12}$' }) }),
        {
          minItems: 3,
          maxItems: 3,
        },
      ),
    }),
    reply: closed({ seed: Type.String(), defenses: Type.Array(Defense) }),
    errors: ['operation_reused', 'wrong_state'],
    allow: ['operator', 'tally_clerk'],
  }),
};
