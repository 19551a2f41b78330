import { expect, test } from 'vitest';
import { fixture } from '../testing/fixtures.ts';
import { exact } from './decimal.ts';
import { formatFixed } from './format.ts';
import { compare } from './rational.ts';
import { round, ROUNDING_MODES } from './round.ts';

type Row = { readonly x: string; readonly places?: number } & Record<(typeof ROUNDING_MODES)[number], string>;
const table = fixture<{ decimal_to_2_places: Row[]; fractions: Partial<Row>[] }>('scoring/rounding.json');

test.each(table.decimal_to_2_places)('$x to 2 places → the published value of every mode', (row) => {
  for (const mode of ROUNDING_MODES)
    expect(compare(round(exact(row.x), 2, mode), exact(row[mode])), mode).toBe(0);
});

test.each(table.fractions)('fraction $x to $places places → half up and half even', (row) => {
  for (const mode of ['half_up', 'half_even'] as const)
    expect(compare(round(exact(row.x ?? ''), row.places ?? 0, mode), exact(row[mode] ?? '')), mode).toBe(0);
});

test('a table value → as many decimals as asked, rounded half up', () => {
  expect(formatFixed('83.5', 2)).toBe('83.50');
  expect(formatFixed('853/11', 4)).toBe('77.5455');
  expect(formatFixed('-0.005', 2)).toBe('-0.01');
  expect(formatFixed('7', 0)).toBe('7');
});
