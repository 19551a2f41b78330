import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation } from '../../testing.ts';
import { hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { helpCalls, stage, devices } = contract;

let day: Hall;
let one: Seated;
let two: Seated;
beforeAll(async () => {
  day = await hall(undefined, 2, 2);
  [one, two] = day.judges as [Seated, Seated];
});
afterAll(() => day.server.dispose());

const console = () => day.as.host.call(stage.console, { params: day.params });
const raise = (who: Seated, about: 'tablet' | 'code' | 'other', judge: string | null = who.id) =>
  who.tablet.call(helpCalls.call, { body: { operation: operation(), judge, about } });
const answer = (call: string) =>
  day.as.host.send(helpCalls.answer, {
    params: { ...day.params, call },
    body: { operation: operation() },
  });

test('raised → on the console with seat, name and age; pressed again → one call, its age stays', async () => {
  const { seq } = (await console()).stage;
  const first = await raise(one, 'other');
  day.server.clock.at += 120_000;
  const second = await raise(one, 'tablet');
  expect(second).toEqual({ ...first, about: 'tablet' });
  const now = await console();
  expect(now.calls).toEqual([
    { id: first.id, seat: 1, name: '1 号评委', about: 'tablet', at: day.server.clock.at - 120_000 },
  ]);
  expect(now.stage.seq).toBeGreaterThan(seq);
});

test('answered → off the console, the tablet is told; answered twice → nothing more', async () => {
  const [call] = (await console()).calls;
  expect((await answer(call?.id ?? '')).status).toBe(200);
  expect((await answer(call?.id ?? '')).status).toBe(200);
  expect((await console()).calls).toEqual([]);
  expect(await one.tablet.call(helpCalls.latest, {})).toMatchObject({
    call: { id: call?.id, answeredAt: day.server.clock.at },
  });
  expect(await two.tablet.call(helpCalls.latest, {})).toEqual({ call: null });
  expect((await answer('nothing-here')).status).toBe(404);
});

test('taken back by its tablet, not by another', async () => {
  const { id } = await raise(two, 'other');
  await one.tablet.call(helpCalls.withdraw, { params: { call: id } });
  expect((await console()).calls).toHaveLength(1);
  await two.tablet.call(helpCalls.withdraw, { params: { call: id } });
  expect((await console()).calls).toEqual([]);
});

test('in the name of a judge who does not sit there → nobody’s name', async () => {
  await raise(two, 'code', one.id);
  expect((await console()).calls.map(({ seat, name }) => [seat, name])).toEqual([[2, '']]);
});

test('of a tablet taken out of use → refused', async () => {
  const list = await day.as.operator.call(devices.list, { params: day.params });
  const device = list.find(({ seat }) => seat === 2);
  await day.as.operator.call(devices.revoke, { params: { ...day.params, device: device?.id ?? '' } });
  const refused = await two.tablet.fail(helpCalls.call, {
    body: { operation: operation(), judge: null, about: 'other' },
  });
  expect(refused.code).toBe('device_revoked');
});
