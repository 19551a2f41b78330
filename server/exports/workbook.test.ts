import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { writeWorkbook } from './workbook.ts';
import type { Worksheet } from './workbook.ts';

const at = Date.parse('2026-10-16T17:46:00+08:00');
const sheet: Worksheet = {
  name: '名单',
  title: '拟立项名单',
  landscape: true,
  columns: [
    { heading: '项目名称', width: 30 },
    { heading: '金额（元）', width: 12, format: '#,##0.00' },
  ],
  rows: [
    ['=HYPERLINK("http://evil.test")', 17_130],
    ['青年夜校', null],
  ],
};

async function read(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const first = workbook.worksheets[0];
  if (!first) throw new Error('no worksheet');
  return first;
}

test('read back → headings, a number that counts, a formula that stays text', async () => {
  const back = await read(await writeWorkbook([sheet], at));
  expect(back.getRow(1).getCell(1).value).toBe('拟立项名单');
  expect([1, 2].map((column) => back.getRow(2).getCell(column).value)).toEqual(['项目名称', '金额（元）']);
  const [name, amount] = [back.getRow(3).getCell(1), back.getRow(3).getCell(2)];
  expect([name.type, name.value, name.numFmt]).toEqual([
    ExcelJS.ValueType.String,
    '=HYPERLINK("http://evil.test")',
    '@',
  ]);
  expect([amount.type, amount.value, amount.numFmt]).toEqual([ExcelJS.ValueType.Number, 17_130, '#,##0.00']);
  expect(back.getRow(4).getCell(2).value).toBeNull();
});

test('printed → A4 across, headings on every page and in sight while scrolling', async () => {
  const { pageSetup, views } = await read(await writeWorkbook([sheet], at));
  expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:2' });
  expect(views).toMatchObject([{ state: 'frozen', ySplit: 2 }]);
});

test('the same content written at another time → the same bytes', async () => {
  const first = await writeWorkbook([sheet], at);
  await new Promise((resolve) => setTimeout(resolve, 2_100)); // ZIP tells time in steps of two seconds.
  expect(Buffer.compare(Buffer.from(await writeWorkbook([sheet], at)), Buffer.from(first))).toBe(0);
});
