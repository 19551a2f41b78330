import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { sumMarks } from '../numbers/sum-marks.ts';
import { rankScorebook } from '../result.ts';
import { parseScorebook } from '../scorebook/parse.ts';
import type { ScorebookFile } from '../scorebook/types.ts';
import { checked, fixture } from '../testing/fixtures.ts';
import type { Grid, GridCell } from './grid.ts';
import { parseWorkbook } from './parse-workbook.ts';

const book = fixture<ScorebookFile>('weiyuan/scorebook.json');
const { criteria, judges, entries, sheets, rules } = book;

const number = (mark: string): GridCell => ({ kind: 'number', value: Number(mark), format: 'General' });
const text = (words: string): GridCell => (words === '' ? null : { kind: 'text', text: words });
const WORDS = {
  recused: '回避',
  left: '缺席',
  abstained: '未评',
  not_handed_in: '未交表',
  incomplete: '漏项',
};

const line = (words: readonly string[]): GridCell[] => words.map(text);
const ruleSheet: Grid = {
  name: '规则',
  rows: [
    ['最少有效评委', String(rules.quorum ?? 1)],
    ['合格线', rules.line ?? '无'],
    ...(rules.ties ?? []).flatMap((tie) =>
      typeof tie === 'object' && 'decision' in tie ? [['评委组决定', tie.decision.join('、')]] : [],
    ),
  ].map(line),
};

function scoresOf(...grids: Grid[]) {
  const parsed = parseWorkbook(grids);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return rankScorebook(parsed.read.scorebook, sha256).entries.map(({ id, score, valid }) => ({
    id,
    score,
    valid,
  }));
}
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const expected = rankScorebook(checked(book), sha256)
  .entries.map(({ id, score, valid }) => ({ id, score, valid }))
  .sort(byId);
const sheetAt = (judge: string, entry: string) =>
  sheets.find((sheet) => sheet.judge === judge && sheet.entry === entry);

test('the model competition as a table of totals → the scores of its scorebook', () => {
  const grid: Grid = {
    name: '评分',
    rows: [
      line(['编号', '项目名称', ...judges.map(({ id }) => id), '状态']),
      ...entries.map(({ id, name = id, excluded }) => [
        text(id),
        text(name),
        ...judges.map((judge) => {
          const sheet = sheetAt(judge.id, id);
          if (sheet?.marks) return number(sumMarks(Object.values(sheet.marks).flatMap((mark) => mark ?? [])));
          return text(excluded ? '' : sheet?.absent ? WORDS[sheet.absent] : '－');
        }),
        text(excluded ? '退出答辩' : ''),
      ]),
    ],
  };
  expect(parseScorebook(book).ok).toBe(true);
  expect(scoresOf(grid, ruleSheet).sort(byId)).toEqual(expected);
});

test('the same as a table of sheets, typed with full-width digits → the same scores', () => {
  const wide = (mark: string): string =>
    mark.replace(/[\d.]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const grid: Grid = {
    name: '评分',
    rows: [
      line([
        '编号',
        '项目名称',
        '评委',
        ...criteria.map(({ id, name = id, max = '' }) => `${name}（${max}）`),
        '状态',
      ]),
      ...sheets.map(({ judge, entry, marks, absent }) => [
        ...line([entry, entries.find(({ id }) => id === entry)?.name ?? entry, judge]),
        ...criteria.map(({ id }) => text(marks ? `${wide(marks[id] ?? '漏项')} 分` : '')),
        text(absent ? WORDS[absent] : ''),
      ]),
    ],
  };
  const ranked = expected.filter(({ id }) => sheets.some(({ entry }) => entry === id));
  const rest: Grid = { ...ruleSheet, rows: ruleSheet.rows.slice(0, 2) };
  expect(scoresOf(grid, rest).sort(byId)).toEqual(ranked);
});
