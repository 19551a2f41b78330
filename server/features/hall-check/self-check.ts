import { isIP } from 'node:net';
import type { CheckedDevice, SelfCheck } from '../../../shared/contract/hall-check.ts';
import type { Machine } from './machine.ts';

/** What the checks are judged by. */
export interface SelfFacts {
  origin: string;
  now: number;
  machine: Machine;
  /** Copies by themselves: null where none are made; `at` of the latest. */
  copies: { at: number | null; folder: string; failing: boolean; sameDisk: boolean } | null;
  /** Data in PostgreSQL are backed up with its own tools. */
  engine: 'sqlite' | 'postgres';
  devices: readonly CheckedDevice[];
}

const gigabyte = 1024 ** 3;
/** Milliseconds since which a tablet counts as reached, and between two clocks that are still one time. */
const recently = 10 * 60_000;
const sameTime = 5_000;

/** What the server finds out by itself; whatever it cannot know it asks. */
export const selfCheck = (facts: SelfFacts): SelfCheck[] => [
  address(facts),
  reached(facts),
  copies(facts),
  disk(facts),
  power(facts),
  clock(facts),
];

function address({ origin, machine }: SelfFacts): SelfCheck {
  const { hostname } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  const values = { origin };
  if (host === 'localhost' || host === '::1' || host.startsWith('127.'))
    return { name: 'address', state: 'bad', values: { ...values, why: 'local' } };
  // A name, or a server behind a proxy: whether it leads here shows when a tablet opens it.
  if (isIP(host) === 0) return { name: 'address', state: 'ask', values: { ...values, why: 'name' } };
  const isOwn = machine.addresses.includes(host);
  return { name: 'address', state: isOwn ? 'ok' : 'bad', values: { ...values, why: isOwn ? 'own' : 'lost' } };
}

function reached({ devices, now }: SelfFacts): SelfCheck {
  const count = devices.filter(({ lastSeenAt }) => now - lastSeenAt < recently).length;
  return { name: 'reached', state: count > 0 ? 'ok' : 'ask', values: { count } };
}

function copies({ copies: made, engine, now }: SelfFacts): SelfCheck {
  if (engine === 'postgres') return { name: 'copies', state: 'ask', values: { why: 'postgres' } };
  if (made === null) return { name: 'copies', state: 'bad', values: { why: 'none' } };
  const values = {
    folder: made.folder,
    minutes: made.at === null ? 0 : Math.floor((now - made.at) / 60_000),
  };
  if (made.at === null || made.failing)
    return { name: 'copies', state: 'bad', values: { ...values, why: 'failing' } };
  if (made.sameDisk) return { name: 'copies', state: 'warn', values: { ...values, why: 'same_disk' } };
  return { name: 'copies', state: 'ok', values: { ...values, why: 'made' } };
}

function disk({ machine: { free } }: SelfFacts): SelfCheck {
  const gigabytes = Math.floor(free / gigabyte);
  const state = free < gigabyte ? 'bad' : free < 5 * gigabyte ? 'warn' : 'ok';
  return { name: 'disk', state, values: { gigabytes } };
}

function power({ machine: { mains } }: SelfFacts): SelfCheck {
  if (mains === null) return { name: 'power', state: 'ask', values: { why: 'unknown' } };
  return { name: 'power', state: mains ? 'ok' : 'bad', values: { why: mains ? 'mains' : 'battery' } };
}

/** Where most tablets agree on another time it is this machine that is wrong; few tablets prove nothing. */
function clock({ devices }: SelfFacts): SelfCheck {
  const offsets = devices.flatMap(({ facts }) => (facts ? [facts.clock] : [])).sort((a, b) => a - b);
  const middle = offsets[Math.floor(offsets.length / 2)];
  if (middle === undefined || offsets.length < 3)
    return { name: 'clock', state: 'ask', values: { seconds: 0 } };
  const seconds = Math.round(Math.abs(middle) / 1000);
  return { name: 'clock', state: Math.abs(middle) > sameTime ? 'bad' : 'ok', values: { seconds } };
}
