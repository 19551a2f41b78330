import Type from 'typebox';
import { closed, Id, route } from './route.ts';
import { SessionReply } from './session.ts';

export const demoDoors = ['leader', 'judge', 'staff', 'applicant', 'auditor'] as const;

/** Only where the server was started as a demonstration; elsewhere the routes answer `not_found`. */
export const demo = {
  doors: route({
    method: 'GET',
    path: '/api/demo',
    summary: 'The demonstration competition and where it stands',
    reply: closed({
      competition: Id,
      name: Type.String(),
      mark: Type.String(),
      projects: Type.Integer(),
      judges: Type.Integer(),
      onStage: Type.Union([Type.Integer(), Type.Null()]),
    }),
    errors: ['not_found'],
    allow: ['public'],
  }),
  enter: route({
    method: 'POST',
    path: '/api/demo/doors/:door',
    summary: 'Walk in through a door: signs this browser in with that role',
    reply: closed({ session: SessionReply, path: Type.String() }),
    errors: ['not_found'],
    allow: ['public'],
  }),
};
