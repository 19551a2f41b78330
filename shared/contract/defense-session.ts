import Type from 'typebox';
import type { Static } from 'typebox';
import { Name, Time } from './common.ts';
import { closed, Id } from './route.ts';

/** One half-day of defenses. Order numbers `from`–`to` belong to it; it is signed and locked as a whole. */
export const DefenseSession = closed({
  id: Id,
  name: Name,
  start: Time,
  end: Time,
  from: Type.Integer({ minimum: 1 }),
  to: Type.Integer({ minimum: 1 }),
});
export type DefenseSession = Static<typeof DefenseSession>;
