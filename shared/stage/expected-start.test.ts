import { expect, test } from 'vitest';
import type { Settings } from '../contract/settings.ts';
import { expectedStarts, restOfDefense } from './expected-start.ts';
import type { Turn } from './expected-start.ts';

const at = (clock: string) => Date.parse(`2026-10-16T${clock}:00+08:00`);
const timeline = {
  presentMinutes: 5,
  questionMinutes: 5,
  changeMinutes: 1,
  sessions: [
    { id: 'am', name: '上午场', start: at('09:00'), end: at('12:00'), from: 1, to: 3 },
    { id: 'pm', name: '下午场', start: at('14:00'), end: at('17:30'), from: 4, to: 6 },
  ],
} as Settings['timeline'];
const turn = (proposal: string, status: Turn['status'] = 'waiting', session = 'am'): Turn => ({
  proposal,
  session,
  status,
});
const clocks = (turns: Turn[], freeIn: number, now: string) =>
  [...expectedStarts(turns, timeline, freeIn, at(now))].map(([proposal, start]) => [
    proposal,
    new Date(start + 8 * 3_600_000).toISOString().slice(11, 16),
  ]);

test('before the day begins → as planned, each session from its start', () => {
  expect(clocks([turn('a'), turn('b'), turn('c', 'waiting', 'pm')], 0, '08:30')).toEqual([
    ['a', '09:00'],
    ['b', '09:11'],
    ['c', '14:00'],
  ]);
});

test('one on stage, one heard, one withdrawn → those behind come when the stage is free, without a gap', () => {
  const turns = [turn('a', 'scored'), turn('b', 'on_stage'), turn('c', 'withdrawn'), turn('d'), turn('e')];
  expect(clocks(turns, 6 * 60_000, '09:20')).toEqual([
    ['d', '09:26'],
    ['e', '09:37'],
  ]);
});

test('a morning that runs over lunch → the afternoon begins late', () => {
  expect(clocks([turn('a'), turn('b', 'waiting', 'pm')], 0, '13:55')).toEqual([
    ['a', '13:55'],
    ['b', '14:06'],
  ]);
});

test.each([
  ['presenting with two minutes left', 'present', 120_000, 8],
  ['being questioned, over time', 'question', -30_000, 1],
  ['sheets being collected', 'collect', null, 0],
  ['nobody on stage', 'idle', null, 0],
] as const)('%s → what is still to come', (_, phase, remaining, minutes) => {
  expect(restOfDefense(phase, remaining, { present: 5, question: 5, change: 1 })).toBe(minutes * 60_000);
});
