import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrawHashes } from '../draw.ts';
import { drawOrder } from '../draw.ts';
import { commitmentOf, outcomeOf } from './outcome.ts';
import type { DrawOutcome, DrawRecord } from './record.ts';
import { drawDifferences } from './verify.ts';

const hashes: DrawHashes = {
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};

const lot = JSON.parse(
  readFileSync(new URL('../../../fixtures/draw/public-lot.json', import.meta.url), 'utf8'),
) as {
  commitments_sha256: string[];
  revealed: string[];
  label: string;
  ids: string[];
  expected_seed: string;
  expected_order: [number, string, string][];
};
const record: DrawRecord = {
  label: lot.label,
  drawn: lot.ids.map((id) => ({ id, group: null })),
  commitments: lot.commitments_sha256,
  revealed: lot.revealed,
  seats: null,
};

function drawn(of: DrawRecord): DrawOutcome {
  const result = outcomeOf(of, hashes);
  if (!result.ok) throw new Error(JSON.stringify(result.obstacles));
  return result.outcome;
}

describe('a public lot', () => {
  test('every part revealed as committed → the published seed and order', () => {
    const { seed, order, seats } = drawn(record);
    expect({ seed, seats }).toEqual({ seed: lot.expected_seed, seats: null });
    expect(order.map(({ id, key }, index) => [index + 1, id, key])).toEqual(lot.expected_order);
  });

  test('the commitment of each part → the published one', () => {
    expect(lot.revealed.map((part) => commitmentOf(part, hashes.sha256))).toEqual(lot.commitments_sha256);
  });

  test('one part changed, one held back → which', () => {
    const [, second = '', third = ''] = lot.revealed;
    expect(outcomeOf({ ...record, revealed: [null, `${second} `, third] }, hashes)).toEqual({
      ok: false,
      obstacles: [
        { kind: 'not_revealed', part: 0 },
        { kind: 'broken_commitment', part: 1 },
      ],
    });
  });
});

describe('judges from a pool', () => {
  const pool = [
    ...['f1', 'f2', 'f3'].map((id) => ({ id, group: 'finance' })),
    ...['c1', 'c2', 'c3'].map((id) => ({ id, group: 'community' })),
  ];
  const seats = [
    { group: null, count: 1 },
    { group: 'finance', count: 2 },
    { group: 'community', count: 1 },
  ];
  const of: DrawRecord = { ...record, commitments: null, drawn: pool, seats };

  test('the first of each group in the order of the draw, then of those left; substitutes after them', () => {
    const { order, seats: lines } = drawn(of);
    const ids = order.map(({ id }) => id);
    const [finance, community] = ['f', 'c'].map((letter) => ids.filter((id) => id.startsWith(letter)));
    const taken = [...(finance?.slice(0, 2) ?? []), ...(community?.slice(0, 1) ?? [])];
    const left = ids.filter((id) => !taken.includes(id));
    expect(lines).toEqual([
      { group: null, count: 1, ids: left.slice(0, 1), substitutes: left.slice(1) },
      { group: 'finance', count: 2, ids: finance?.slice(0, 2), substitutes: finance?.slice(2) },
      { group: 'community', count: 1, ids: community?.slice(0, 1), substitutes: community?.slice(1) },
    ]);
  });

  test('fewer in the pool than seats → how many there are', () => {
    const more = [
      { group: 'finance', count: 4 },
      { group: null, count: 3 },
    ];
    expect(outcomeOf({ ...of, seats: more }, hashes)).toEqual({
      ok: false,
      obstacles: [
        { kind: 'too_few', seats: more[0], there: 3 },
        { kind: 'too_few', seats: more[1], there: 2 },
      ],
    });
  });
});

const records = fc.record({
  label: fc.string({ minLength: 1 }),
  drawn: fc
    .uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) => fc.record({ id: fc.constant(id), group: fc.constantFrom(null, 'a', 'b') })),
      ),
    ),
  commitments: fc.constant(null),
  revealed: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }),
  seats: fc.constant([{ group: null, count: 1 }]),
});

test('any record → the order of drawOrder, nobody on two seats, the outcome agrees with itself', () => {
  fc.assert(
    fc.property(records, (one) => {
      const outcome = drawn(one);
      const ids = one.drawn.map(({ id }) => id);
      expect({ seed: outcome.seed, order: outcome.order }).toEqual(
        drawOrder(one.revealed, ids, one.label, hashes),
      );
      const seated = outcome.seats?.flatMap((line) => line.ids) ?? [];
      expect(new Set(seated).size).toBe(seated.length);
      expect(drawDifferences({ ...outcome, drawn: outcome.seats }, outcome)).toEqual([]);
    }),
  );
});

describe('what a file says came out', () => {
  const outcome = drawn({ ...record, seats: [{ group: null, count: 5 }] });

  test('two places changed over, a seed of another draw, a substitute left out → each named', () => {
    const [first, second, ...rest] = outcome.order;
    const claim = {
      seed: '0'.repeat(64),
      order: [first, rest[0], second, ...rest.slice(1)],
      drawn: outcome.seats?.map((line) => ({ ...line, substitutes: line.substitutes.slice(1) })),
    };
    expect(drawDifferences(claim, outcome)).toEqual([
      { at: 'seed' },
      { at: 'order', place: 1 },
      { at: 'seats', line: 0 },
    ]);
  });

  test('the ids alone, in order → agrees; one missing at the end, or no list → not', () => {
    const ids = outcome.order.map(({ id }) => id);
    expect(drawDifferences({ order: ids }, outcome)).toEqual([]);
    expect(drawDifferences({ order: ids.slice(0, -1) }, outcome)).toEqual([
      { at: 'order', place: ids.length - 1 },
    ]);
    expect(drawDifferences({ order: 'P001' }, outcome)).toEqual([{ at: 'order', place: 0 }]);
  });
});
