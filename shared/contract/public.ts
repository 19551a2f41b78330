import Type from 'typebox';
import { route } from './route.ts';

/** Pages for everybody: plain HTML that is read without JavaScript, on any phone. */
export const publicPages = {
  call: route({
    method: 'GET',
    path: '/c/:competition/call',
    summary:
      'The call (征集公告): who may apply, how much, until when, with what; not found while it is a draft',
    reply: Type.Unsafe<string>({}),
    errors: ['not_found'],
    allow: ['public'],
    transport: 'file',
  }),
};
