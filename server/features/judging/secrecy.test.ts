import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Route } from '../../../shared/contract/route.ts';
import { operation } from '../../testing.ts';
import type { TestBrowser } from '../../testing.ts';
import { fullMarks, hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { judging, stage, judges, devices, defenses, ledger } = contract;

const comment = '预算里保温餐箱一项偏高';
/** Marks of judge one that no other figure of the hall looks like. */
const marks = { ...fullMarks, need: '13.5', design: '6.5' };
const secrets = /13\.5|6\.5|保温餐箱/;

let day: Hall;
let one: Seated;
let two: Seated;
beforeAll(async () => {
  day = await hall();
  [one, two] = day.judges as [Seated, Seated];
  await day.call(1);
  await one.tablet.call(judging.save, {
    params: { ...day.params, judge: one.id, proposal: 'project-1' },
    body: { operation: operation(), base: 0, marks, comment },
  });
  await day.call(2);
  await one.tablet.call(judging.submit, {
    params: { ...day.params, judge: one.id, proposal: 'project-2' },
    body: { operation: operation(), base: 0, marks, comment },
  });
});
afterAll(() => day.server.dispose());

/** Everybody but judge one, who may read at least something of the day. */
const others = (): [string, TestBrowser][] => [
  ...Object.entries(day.as),
  ['judge two', two.tablet],
  ['nobody', day.server.browser()],
];

test('marks, comments and totals of a judge → in no reply that anybody else gets', async () => {
  const reads: Route[] = [
    stage.snapshot,
    stage.console,
    judges.list,
    judges.recusals,
    devices.list,
    devices.seat,
    defenses.list,
    ledger.page,
    contract.competitions.get,
    judging.book,
  ];
  for (const [who, browser] of others())
    for (const route of reads) {
      const judge = who === 'judge two' ? two.id : one.id;
      const reply = await browser.send(route, { params: { ...day.params, judge } });
      expect([who, route.path, secrets.test(reply.text)]).toEqual([who, route.path, false]);
    }
});

test('the judge’s own book → has them', async () => {
  const { text } = await one.tablet.send(judging.book, { params: { ...day.params, judge: one.id } });
  expect(text).toMatch(/"need":"13\.5"/);
  expect(text).toContain(comment);
});

test('another judge’s book and sheets → refused to a judge, to every officer and to strangers', async () => {
  const params = { ...day.params, judge: one.id, proposal: 'project-2' };
  const body = { operation: operation(), base: 1, marks: fullMarks, comment: '' };
  for (const [who, browser] of others())
    for (const [route, sent] of [
      [judging.book, {}],
      [judging.save, body],
      [judging.submit, body],
      [judging.recuse, { operation: operation(), reason: '替他回避' }],
    ] as const) {
      const { status } = await browser.send(route, { params, body: sent });
      expect([who, route.summary, status]).toEqual([who, route.summary, who === 'nobody' ? 401 : 403]);
    }
});

test('codes of judges → in no reply at all, a tablet gets salted hashes of its own seat', async () => {
  const codes = day.judges.map(({ code }) => code);
  for (const [, browser] of [...others(), ['judge one', one.tablet] as const])
    for (const route of [
      stage.console,
      stage.snapshot,
      judges.list,
      devices.list,
      devices.seat,
      ledger.page,
    ]) {
      const { body } = await browser.send(route, { params: day.params });
      expect(leaves(body).filter((value) => codes.includes(String(value)))).toEqual([]);
    }
  const seat = await one.tablet.call(devices.seat);
  expect(seat.roster.map(({ judge }) => judge)).toEqual([one.id]);
});

test('a tablet of another competition → no judge, no seat of this one', async () => {
  const { id } = await day.as.sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '另一场' },
  });
  const params = { competition: id, judge: one.id };
  expect((await one.tablet.fail(judging.book, { params })).code).toBe('forbidden');
});

/** Every value inside a reply. */
function leaves(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [value];
  return Object.values(value).flatMap(leaves);
}
