import Type from 'typebox';
import type { Static } from 'typebox';
import { Time } from './common.ts';
import { organizers } from './roles.ts';
import { closed, Id, Nothing, route } from './route.ts';

/** What a tablet finds when it tries itself; each is measured on the device, none is taken from its own claims. */
export const DeviceFacts = closed({
  /** Milliseconds of the middle one of several round trips. */
  latency: Type.Integer({ minimum: 0, maximum: 600_000 }),
  /** Whether events came over the stream; otherwise the tablet asks every few seconds. */
  stream: Type.Boolean(),
  /** Whether something written to the device's storage could be read again. */
  storage: Type.Boolean(),
  /** Megabytes the browser grants; null where it does not say (plain http). */
  room: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
  /** Milliseconds the device's clock is ahead of the server's. */
  clock: Type.Integer(),
  /** Percent of the usual size of letters. */
  font: Type.Integer({ minimum: 10, maximum: 1000 }),
  /** CSS pixels. */
  width: Type.Integer({ minimum: 1, maximum: 20_000 }),
  height: Type.Integer({ minimum: 1, maximum: 20_000 }),
  secure: Type.Boolean(),
  /** Major version of Chromium; null for another browser. */
  chromium: Type.Union([Type.Integer(), Type.Null()]),
  /** Whether the practice sheet was filled in here; nothing of what it held. */
  practised: Type.Boolean(),
});
export type DeviceFacts = Static<typeof DeviceFacts>;

/** What the server finds out by itself. `ask`: it cannot know here, so somebody looks. */
export const selfChecks = ['address', 'reached', 'copies', 'disk', 'power', 'clock'] as const;
export type SelfCheckName = (typeof selfChecks)[number];

/** What the server cannot know: somebody looks and ticks. */
export const hallTicks = [
  'sleep',
  'mains',
  'fixed_address',
  'firewall',
  'clock',
  'stick',
  'power_cut',
  'printer',
  'screen',
  'paper',
] as const;
export type HallTick = (typeof hallTicks)[number];

export const SelfCheck = closed({
  name: Type.Enum([...selfChecks]),
  state: Type.Enum(['ok', 'warn', 'bad', 'ask']),
  /** Values of the sentence that is shown. */
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])),
});
export type SelfCheck = Static<typeof SelfCheck>;

export const CheckedDevice = closed({
  id: Id,
  label: Type.String(),
  seat: Type.Union([Type.Integer(), Type.Null()]),
  judges: Type.Array(Type.String()),
  lastSeenAt: Time,
  facts: Type.Union([DeviceFacts, Type.Null()]),
  checkedAt: Type.Union([Time, Type.Null()]),
});
export type CheckedDevice = Static<typeof CheckedDevice>;

export const HallCheck = closed({
  at: Time,
  origin: Type.String(),
  devices: Type.Array(CheckedDevice),
  server: Type.Array(SelfCheck),
  ticks: Type.Array(closed({ item: Type.Enum([...hallTicks]), at: Time, byName: Type.String() })),
});
export type HallCheck = Static<typeof HallCheck>;

const base = '/api/competitions/:competition/hall-check' as const;

export const hallCheck = {
  get: route({
    method: 'GET',
    path: base,
    summary: 'Hall check (会场检查): every device, the server itself, and what somebody has looked at',
    reply: HallCheck,
    allow: organizers,
  }),
  report: route({
    method: 'POST',
    path: '/api/seat/check',
    summary: 'A tablet says what it found when it tried itself',
    body: DeviceFacts,
    reply: Nothing,
    allow: ['device'],
  }),
  tick: route({
    method: 'PUT',
    path: `${base}/ticks/:item`,
    summary: 'Somebody has looked at what the server cannot know, or takes it back',
    body: closed({ done: Type.Boolean() }),
    reply: Nothing,
    errors: ['not_found'],
    allow: ['operator', 'host', 'tally_clerk'],
  }),
};
