import { expect, test } from 'vitest';
import { aheadOf } from './waiting-list.ts';
import type { Turn } from './waiting-list.ts';

const turn = (proposal: string, status: Turn['status']): Turn => ({
  proposal,
  order: 1,
  title: '',
  applicantName: '',
  status,
  expected: null,
});
const turns = [
  turn('a', 'scored'),
  turn('b', 'on_stage'),
  turn('c', 'withdrawn'),
  turn('d', 'waiting'),
  turn('e', 'waiting'),
];

test.each([
  ['b', 0],
  ['d', 1],
  ['e', 2],
  ['stranger', 0],
])('%s → %i still to come before it', (proposal, ahead) => {
  expect(aheadOf(turns, proposal)).toBe(ahead);
});
