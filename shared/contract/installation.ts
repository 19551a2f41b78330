import Type from 'typebox';
import { Name, Text, Time } from './common.ts';
import { closed, route } from './route.ts';
import { SessionReply, Username, Password } from './session.ts';

/** What every page may know before anybody has signed in. */
export const installation = {
  status: route({
    method: 'GET',
    path: '/api/installation',
    summary: 'State of this installation',
    reply: closed({
      needsSetup: Type.Boolean(),
      demo: Type.Boolean(),
      version: Type.String(),
      serverTime: Time,
    }),
    allow: ['public'],
  }),
  setUp: route({
    method: 'POST',
    path: '/api/setup',
    summary: 'First organizer, with the code printed at start',
    body: closed({ code: Text(20), name: Name, username: Username, password: Password }),
    reply: SessionReply,
    errors: ['setup_closed', 'rate_limited'],
    allow: ['public'],
  }),
};
