import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Turn } from '../../../shared/contract/schedule.ts';
import { moved, occupant, takenOff } from './moves.ts';

const turns: Turn[] = [
  { proposal: 'a', session: 'am', slot: 1 },
  { proposal: 'b', session: 'am', slot: 2 },
];
const at = (list: readonly Turn[], session: string, slot: number) => occupant(list, { session, slot });

test('to a free place → it stands there and nowhere else', () => {
  const after = moved(turns, 'a', { session: 'pm', slot: 1 });
  expect([at(after, 'am', 1), at(after, 'pm', 1), after.length]).toEqual([null, 'a', 2]);
});

test('to a taken place → the two change; from the pool → the other goes to the pool', () => {
  const changed = moved(turns, 'a', { session: 'am', slot: 2 });
  expect([at(changed, 'am', 1), at(changed, 'am', 2)]).toEqual(['b', 'a']);
  const pooled = moved(turns, 'c', { session: 'am', slot: 2 });
  expect(pooled.map(({ proposal }) => proposal).sort()).toEqual(['a', 'c']);
});

test('any moves → nobody stands twice and no place is taken twice', () => {
  const move = fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd'),
    off: fc.boolean(),
    place: fc.record({ session: fc.constantFrom('am', 'pm'), slot: fc.integer({ min: 1, max: 3 }) }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let list: Turn[] = [];
      for (const { who, off, place } of moves) list = off ? takenOff(list, who) : moved(list, who, place);
      expect(new Set(list.map(({ proposal }) => proposal)).size).toBe(list.length);
      expect(new Set(list.map(({ session, slot }) => `${session} ${slot}`)).size).toBe(list.length);
    }),
  );
});
