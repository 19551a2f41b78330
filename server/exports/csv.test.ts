import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '../../shared/ledger/verify/csv.ts';
import { csvText } from './csv.ts';

test('cells with commas, quotes and line breaks → read back as they were', () => {
  const cells = fc.array(
    fc.string({ minLength: 1 }).map((text) => `项${text}`),
    { minLength: 2, maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1 }), (rows) => {
      expect(parseCsv(csvText(rows))).toEqual(rows);
    }),
  );
});

test.each(['=1+1', '+86', '-5', '@SUM(A1)', '\t=1'])('%j → stays text', (text) => {
  expect(csvText([[text, '甲']])).toBe(`\uFEFF'${text},甲\r\n`);
});
