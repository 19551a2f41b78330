import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOrder } from './draw.ts';
import type { DrawHashes } from './draw.ts';

const hashes: DrawHashes = {
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  hmac: (key, message) => createHmac('sha256', key).update(message).digest('hex'),
};

const lot = JSON.parse(
  readFileSync(new URL('../../fixtures/draw/public-lot.json', import.meta.url), 'utf8'),
) as {
  revealed: string[];
  label: string;
  ids: string[];
  expected_seed: string;
  expected_order: [number, string, string][];
};

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 30 });
const parts = fc.array(fc.string(), { maxLength: 4 });

test('published lot → its seed, order and keys', () => {
  const drawn = drawOrder(lot.revealed, lot.ids, lot.label, hashes);
  expect(drawn.seed).toBe(lot.expected_seed);
  expect(drawn.order.map(({ id, key }, index) => [index + 1, id, key])).toEqual(lot.expected_order);
});

test('one id taken out → the others keep their order', () => {
  fc.assert(
    fc.property(parts, ids, fc.nat(), (given, all, pick) => {
      const gone = all[pick % all.length];
      const whole = drawOrder(given, all, 'label', hashes).order;
      const rest = drawOrder(
        given,
        all.filter((id) => id !== gone),
        'label',
        hashes,
      ).order;
      expect(rest).toEqual(whole.filter(({ id }) => id !== gone));
    }),
  );
});

test('ids listed in another way → the same order', () => {
  fc.assert(
    fc.property(parts, ids, (given, all) => {
      expect(drawOrder(given, [...all].reverse(), 'label', hashes)).toEqual(
        drawOrder(given, all, 'label', hashes),
      );
    }),
  );
});

test('the same digits cut into other parts → another seed', () => {
  const seedOf = (given: string[]) => drawOrder(given, [], '', hashes).seed;
  expect(new Set([seedOf(['12', '3']), seedOf(['1', '23']), seedOf(['123']), seedOf(['123', ''])]).size).toBe(
    4,
  );
});
