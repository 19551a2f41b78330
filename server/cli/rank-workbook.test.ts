import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { run } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'gongping-rank-'));
afterAll(() => rmSync(root, { recursive: true }));

async function gongping(...args: string[]) {
  const printed = { out: '', err: '' };
  const unused = () => Promise.reject(new Error('a workbook is read as a file'));
  const status = await run(['rank', ...args], {
    stdin: unused,
    readFile: unused,
    stdout: (text) => (printed.out += text),
    stderr: (text) => (printed.err += text),
  });
  return { status, ...printed };
}

let files = 0;
/** Saves a workbook of one sheet 评分 after `fill` has had it. */
async function saved(fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('评分'));
  const path = join(root, `${(files += 1)}.xlsx`);
  await workbook.xlsx.writeFile(path);
  return path;
}

const ranked = (out: string) =>
  (JSON.parse(out) as { entries: { id: string; rank: number; score: string }[] }).entries.map(
    ({ id, rank, score }) => [id, rank, score],
  );

test('the template → written once, ranks as it stands, explains an entry', async () => {
  const path = join(root, 'template.xlsx');
  expect(await gongping('--template', path)).toMatchObject({ status: 0, out: '' });
  const { status, out, err } = await gongping(path);
  expect([status, ranked(out)]).toEqual([
    0,
    [
      ['2', 1, '90.5'],
      ['1', 2, '87.67'],
      ['3', 3, '76.17'],
      ['4', null, null],
    ],
  ]);
  expect(err).toContain(
    '读入“评分”（一行一个项目的总分表）：项目 4 个，评委 5 位，有分的评分 14 份，未评 1 份。',
  );
  expect(err).toContain('核对：表中得分 3 个、名次 3 个，与计算结果全部一致。');
  expect((await gongping(path, '--explain', '1')).out).toContain(
    '去掉最高分 评委2 92.5，去掉最低分 评委5 79',
  );
  expect(JSON.parse((await gongping(path, '--cut', '2')).out)).toMatchObject({
    certainty: { funded: ['2', '1'] },
  });
  const again = await gongping('--template', path);
  expect(again).toMatchObject({ status: 2, out: '' });
  expect(again.err).toContain('已有这个文件');
});

test('merged titles, formats, formulas and rich text → the marks that the table shows', async () => {
  const path = await saved((sheet) => {
    sheet.addRow(['某县公益创投大赛评分表']);
    sheet.mergeCells('A1:F1');
    sheet.addRow(['项目名称', '评委打分', null, null, '得分']);
    sheet.addRow([null, '甲评委', '乙评委', '丙评委']);
    sheet.mergeCells('A2:A3');
    sheet.mergeCells('B2:D2');
    sheet.mergeCells('E2:E3');
    sheet.addRow(['项目一', 88.456, { formula: '37*0.5', result: 18.499999999999996 }, '９０ 分']);
    sheet.getCell('B4').numFmt = '0.0';
    sheet.addRow(['项目二', { richText: [{ text: '8' }, { text: '0.5' }] }, '回避', '－', 80.4]);
  });
  const { status, out, err } = await gongping(path);
  expect([status, ranked(out)]).toEqual([
    0,
    [
      ['项目二', 1, '80.5'],
      ['项目一', 2, '65.67'],
    ],
  ]);
  expect(err).toContain('评委：甲评委、乙评委、丙评委。');
  expect(err).toContain('存的小数比显示的长、按显示的读：评分!B4。');
  expect(err).toContain('评分!E5：表中得分 80.4，计算得 80.5');
});

test('cells that hold no mark → every fault with its cell and what to do', async () => {
  const path = await saved((sheet) => {
    sheet.addRow(['项目', '评委1', '评委2', '评委3']);
    sheet.addRow([
      '甲',
      '8O',
      new Date(Date.UTC(2026, 7, 5)),
      { formula: '1/0', result: { error: '#DIV/0!' } },
    ]);
    sheet.addRow(['乙', 101, null, { formula: 'A1+1' }]);
  });
  const { status, out, err } = await gongping(path);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(
    err
      .trim()
      .split('\n')
      .map((line) => line.slice(0, line.indexOf('：'))),
  ).toEqual(['评分!B2', '评分!C2', '评分!D2', '评分!C3', '评分!D3']);
  expect(err).toContain('评分!B2：看不懂“8O”。请写分数，如 18.5；');
  expect(err).toContain('评分!D2：公式出错（#DIV/0!）。请改成分数。');
});

test.each([
  ['no file', join(root, 'none.xlsx'), '没有这个文件'],
  ['no workbook', join(root, 'text.xlsx'), '不是能读的 .xlsx 工作簿'],
])('%s → said in words', async (_, path, words) => {
  writeFileSync(join(root, 'text.xlsx'), 'no workbook');
  const { status, out, err } = await gongping(path);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(words);
});
