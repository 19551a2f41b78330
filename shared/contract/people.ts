import Type from 'typebox';
import type { Static } from 'typebox';
import { Name, OperationId } from './common.ts';
import { competitionRoles, organizers } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';
import { Username } from './session.ts';

export const Officer = closed({
  account: Id,
  name: Type.String(),
  username: Type.String(),
  roles: Type.Array(Type.Enum([...competitionRoles])),
  canApprove: Type.Boolean(),
});
export type Officer = Static<typeof Officer>;

/** Officers of one competition. */
export const people = {
  list: route({
    method: 'GET',
    path: '/api/competitions/:competition/people',
    summary: 'Officers and their roles',
    reply: Type.Array(Officer),
    allow: organizers,
  }),
  add: route({
    method: 'POST',
    path: '/api/competitions/:competition/people',
    summary: 'Add an officer; the first password is shown once',
    body: closed({
      operation: OperationId,
      name: Name,
      username: Username,
      roles: Type.Array(Type.Enum([...competitionRoles]), { minItems: 1, maxItems: 3 }),
    }),
    reply: closed({ officer: Officer, firstPassword: Type.String() }),
    errors: ['already_exists', 'operation_reused', 'wrong_state'],
    allow: ['sponsor'],
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/competitions/:competition/people/:account',
    summary: 'Take all roles in this competition from an officer',
    reply: Nothing,
    errors: ['wrong_state'],
    allow: ['sponsor'],
  }),
};
