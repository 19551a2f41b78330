import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../contract/settings.ts';
import { plannedStart, sessionOf } from './timetable.ts';

const at = (clock: string) => Date.parse(`2026-10-16T${clock}:00+08:00`);
const timeline = {
  presentMinutes: 5,
  questionMinutes: 5,
  changeMinutes: 1,
  sessions: [
    { id: 'am', name: '上午场', start: at('09:00'), end: at('12:00'), from: 1, to: 16 },
    { id: 'pm', name: '下午场', start: at('14:00'), end: at('17:30'), from: 17, to: 34 },
  ],
} as Settings['timeline'];

describe('session of an order number', () => {
  test.each([
    [1, 'am'],
    [16, 'am'],
    [17, 'pm'],
    [34, 'pm'],
    [40, 'pm'],
  ])('number %i → %s', (order, session) => {
    expect(sessionOf(order, timeline).id).toBe(session);
  });

  test('number in a gap or before the first range → the session before, or the first', () => {
    const gaps = { sessions: timeline.sessions.map((each) => ({ ...each, from: each.from + 4 })) };
    expect([sessionOf(2, gaps).id, sessionOf(19, gaps).id]).toEqual(['am', 'am']);
  });
});

test('model competition → its planned starts', () => {
  const { order } = JSON.parse(
    readFileSync(new URL('../../fixtures/weiyuan/order.json', import.meta.url), 'utf8'),
  ) as { order: { order: number; planned_start: string }[] };
  expect(order.map((row) => plannedStart(row.order, timeline))).toEqual(
    order.map((row) => Date.parse(row.planned_start)),
  );
});
