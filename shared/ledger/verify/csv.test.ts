import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from './csv.ts';

test('quotes, commas, line ends, empty cells, byte order mark → the cells', () => {
  const text = '\uFEFF序号,项目名称,金额\r\n1,"暖心,""饭盒""",45000\r\n2,,\r\n';
  expect(parseCsv(text)).toEqual([
    ['序号', '项目名称', '金额'],
    ['1', '暖心,"饭盒"', '45000'],
    ['2', '', ''],
  ]);
  expect(parseCsv('a,b\n"x\ny",')).toEqual([
    ['a', 'b'],
    ['x\ny', ''],
  ]);
});

test('a quote that never closes → nothing', () => {
  expect(parseCsv('a,"b')).toEqual([]);
});

test('any cells written with quotes → the same cells', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 3 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(rows, (cells) => {
      const quoted = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
      expect(parseCsv(quoted.map((line) => `${line}\r\n`).join(''))).toEqual(cells);
    }),
  );
});
