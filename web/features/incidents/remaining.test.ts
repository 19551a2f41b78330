import { expect, it } from 'vitest';
import { consoleFixture } from '../console/testing.ts';
import { remainingOf } from './remaining.ts';

const orders = (...[state, judge]: Parameters<typeof remainingOf>) =>
  remainingOf(state, judge).map(({ order }) => order);

it('what is in or excused → not among what remains', () => {
  expect([orders(consoleFixture(), 'j2'), orders(consoleFixture(), 'j3')]).toEqual([[2, 3], []]);
});

it('withdrawn, or of a signed session → nothing remains there', () => {
  const state = consoleFixture();
  const rows = state.rows.map((row) => (row.order === 3 ? { ...row, status: 'withdrawn' as const } : row));
  expect(orders({ ...state, rows }, 'j1')).toEqual([2]);
  expect(
    orders({ ...state, sessions: state.sessions.map((one) => ({ ...one, locked: true })) }, 'j1'),
  ).toEqual([]);
});

it('nobody chosen → nothing', () => {
  expect(orders(consoleFixture(), '')).toEqual([]);
});
