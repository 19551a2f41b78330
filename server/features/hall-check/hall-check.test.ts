import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { CheckedDevice, DeviceFacts } from '../../../shared/contract/hall-check.ts';
import { hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';
import { readMachine } from './machine.ts';
import { selfCheck } from './self-check.ts';
import type { SelfFacts } from './self-check.ts';

const { hallCheck } = contract;

const found: DeviceFacts = {
  latency: 12,
  stream: true,
  storage: true,
  room: null,
  clock: 400,
  font: 100,
  width: 1024,
  height: 768,
  secure: false,
  chromium: 86,
  practised: true,
};

let day: Hall;
let one: Seated;
beforeAll(async () => {
  day = await hall(undefined, 2, 1);
  [one] = day.judges as [Seated];
});
afterAll(() => day.server.dispose());

const look = () => day.as.host.call(hallCheck.get, { params: day.params });
const tick = (item: string, done: boolean) =>
  day.as.operator.send(hallCheck.tick, { params: { ...day.params, item }, body: { done } });

test('what a tablet found stands in its row, the latest time alone', async () => {
  expect((await look()).devices.map(({ seat, facts }) => [seat, facts])).toEqual([
    [1, null],
    [2, null],
  ]);
  await one.tablet.call(hallCheck.report, { body: { ...found, latency: 900 } });
  await one.tablet.call(hallCheck.report, { body: found });
  const [first] = (await look()).devices;
  expect(first).toMatchObject({
    seat: 1,
    judges: ['1 号评委'],
    facts: found,
    checkedAt: day.server.clock.at,
  });
});

test('ticked with name and time, taken back; what is no item → not found', async () => {
  expect((await tick('printer', true)).status).toBe(200);
  expect((await look()).ticks).toEqual([{ item: 'printer', at: day.server.clock.at, byName: 'operator' }]);
  await tick('printer', false);
  expect((await look()).ticks).toEqual([]);
  expect((await tick('coffee', true)).status).toBe(404);
});

test('this machine says what it can', async () => {
  const { addresses, free } = await readMachine(day.server.context.config.dataFolder);
  expect(addresses).toContain('127.0.0.1');
  expect(free).toBeGreaterThan(0);
});

const device = (clock: number): CheckedDevice => ({
  id: `d${clock}`,
  label: '',
  seat: 1,
  judges: [],
  lastSeenAt: 0,
  facts: { ...found, clock },
  checkedAt: 0,
});
const gigabytes = (count: number) => count * 1024 ** 3;
const facts: SelfFacts = {
  origin: 'http://192.168.1.10:3000',
  now: 100_000,
  machine: { addresses: ['127.0.0.1', '192.168.1.10'], free: gigabytes(40), mains: true },
  copies: { at: 40_000, folder: '/usb', failing: false, sameDisk: false },
  engine: 'sqlite',
  devices: [device(300), device(-200), device(100)],
};
const states = (over: Partial<SelfFacts>) =>
  Object.fromEntries(selfCheck({ ...facts, ...over }).map(({ name, state }) => [name, state]));

test('all as it should be → nothing to do', () => {
  expect(new Set(Object.values(states({})))).toEqual(new Set(['ok']));
});

test.each([
  ['the address is this machine alone', { origin: 'http://localhost:3000' }, 'address', 'bad'],
  ['the address is not this machine’s any more', { origin: 'http://192.168.1.77:3000' }, 'address', 'bad'],
  ['the address is a name', { origin: 'https://pingshen.example' }, 'address', 'ask'],
  ['no tablet has come yet', { devices: [] }, 'reached', 'ask'],
  ['nothing is copied', { copies: null }, 'copies', 'bad'],
  ['copying fails', { copies: { at: 1, folder: '/usb', failing: true, sameDisk: false } }, 'copies', 'bad'],
  [
    'copies lie beside the data',
    { copies: { at: 1, folder: '/x', failing: false, sameDisk: true } },
    'copies',
    'warn',
  ],
  ['PostgreSQL', { engine: 'postgres' as const }, 'copies', 'ask'],
  ['little room', { machine: { ...facts.machine, free: gigabytes(2) } }, 'disk', 'warn'],
  ['no room', { machine: { ...facts.machine, free: 10 } }, 'disk', 'bad'],
  ['on battery', { machine: { ...facts.machine, mains: false } }, 'power', 'bad'],
  ['power unknown', { machine: { ...facts.machine, mains: null } }, 'power', 'ask'],
  ['too few tablets to tell the time', { devices: [device(9_000)] }, 'clock', 'ask'],
  ['most tablets say another time', { devices: [9_000, 9_100, 20].map(device) }, 'clock', 'bad'],
] as const)('%s', (_name, over, name, state) => {
  expect(states(over)[name]).toBe(state);
});
