import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exact } from './numbers/decimal.ts';
import { compare } from './numbers/rational.ts';
import { ranking } from './testing/brief.ts';
import type { Performance } from './testing/skating.ts';
import { skatingBook } from './testing/skating.ts';

// ISU judges' protocols, compiled by BuzzFeed News, CC BY 4.0; read where it stands, never committed.
const file = join(process.env.REAL_DATA ?? '', 'skating-cup-of-china-2017.json');

if (process.env.REAL_DATA === undefined)
  test('REAL_DATA is not set → the 80 real skating performances were not recomputed', () => {
    expect(existsSync(file)).toBe(false);
  });
else
  test('80 real skating performances → every official component score to the last digit', () => {
    const { performances } = JSON.parse(readFileSync(file, 'utf8')) as { performances: Performance[] };
    expect(performances).toHaveLength(80);
    const wrong = performances.filter((performance) => {
      const score = ranking(skatingBook(performance))[0]?.[2] ?? '';
      return compare(exact(score), exact(performance.official_components)) !== 0;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
