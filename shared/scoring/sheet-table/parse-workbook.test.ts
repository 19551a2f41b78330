import { describe, expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import { drawnGrid } from '../testing/grids.ts';
import { compareStated } from './compare-stated.ts';
import { cellFaultLine } from './faults.ts';
import type { Grid } from './grid.ts';
import type { ReadWorkbook } from './parse-workbook.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { templateGrids } from './template.ts';

const scores = (drawing: string): Grid => drawnGrid('评分', drawing);
const rules = (drawing: string): Grid => drawnGrid('规则', drawing);

function readOf(...grids: Grid[]): ReadWorkbook {
  const parsed = parseWorkbook(grids);
  if (!parsed.ok) throw new Error(parsed.faults.map(cellFaultLine).join('\n'));
  return parsed.read;
}

function faultsOf(...grids: Grid[]): string[] {
  const parsed = parseWorkbook(grids);
  return parsed.ok ? [] : parsed.faults.map(({ cell, code }) => `${cell} ${code}`);
}

const ranking = (...grids: Grid[]) =>
  rankScorebook(readOf(...grids).scorebook, sha256).entries.map(({ id, rank, score }) => [id, rank, score]);

const FIVE = `
  项目 | 评委1 | 评委2 | 评委3 | 评委4 | 评委5
  甲 | 80 | 90 | 90 | 85 | 70
  乙 | 88 | 87 | 86.5 | 90 | 60
`;

describe('a table of totals', () => {
  test('names and marks alone → the county rule: one highest and one lowest dropped, mean, two decimals', () => {
    expect(ranking(scores(FIVE))).toEqual([
      ['乙', 1, '87.17'],
      ['甲', 2, '85'],
    ]);
  });

  test('title above, numbers, unused columns, a row of means and lines to sign → the same projects', () => {
    const { scorebook, scores: sheet } = readOf(
      scores(`
        某县公益创投大赛评分汇总表

        序号 | 项目名称 | 申报单位 | 张三 | 李四（组长） | 平均分 | 名次 | 备注
        1 | “邻里厨房”：助餐 | 某中心 | 88 | １９．５分 | 53.75 | 2 |
        2 | 乙 | 某中心 | 90 | 回避 | =90[0.00] | 1 | 李四任职
        | 平均 | | 89 | 19.5 | | |
        统分人： | | | | | | |
        | | | 监督员签字 | | | |
      `),
    );
    expect(scorebook.entries).toEqual([
      { id: '1', name: '“邻里厨房”：助餐' },
      { id: '2', name: '乙' },
    ]);
    expect(scorebook.judges).toEqual([{ id: '张三' }, { id: '李四（组长）' }]);
    expect(scorebook.sheets.map(({ marks, absent }) => marks?.总分 ?? absent)).toEqual([
      '88',
      '19.5',
      '90',
      'recused',
    ]);
    expect(sheet.unused).toEqual(['备注', '申报单位']);
    expect(sheet.footnotes).toEqual([5, 6, 7]);
    const result = rankScorebook(scorebook, sha256);
    expect(compareStated(sheet.stated, result.entries)).toEqual({ scores: 2, ranks: 2, differences: [] });
  });

  test('headings merged over two rows → the lower row names the judges', () => {
    const { scorebook } = readOf(
      scores(`
        项目名称 | 评委打分 | 评委打分 | 得分
        项目名称 | 张三 | 李四 | 得分
        甲 | 88 | 90 |
      `),
    );
    expect(scorebook.judges.map(({ id }) => id)).toEqual(['张三', '李四']);
  });

  test('absent, not assigned, withdrawn → each as it is, none of them 0', () => {
    const { scorebook } = readOf(
      scores(`
        项目 | a | b | c | 状态
        甲 | 80 | － | 缺席 |
        乙 | 未评 | 70 | 未交 | 正常
        丙 | 退出答辩 | 退出答辩 | 退出答辩 |
        丁 | | | | 一票否决
      `),
    );
    expect(scorebook.sheets).toEqual([
      { judge: 'a', entry: '甲', marks: { 总分: '80' } },
      { judge: 'c', entry: '甲', absent: 'left' },
      { judge: 'a', entry: '乙', absent: 'abstained' },
      { judge: 'b', entry: '乙', marks: { 总分: '70' } },
      { judge: 'c', entry: '乙', absent: 'not_handed_in' },
    ]);
    expect(scorebook.entries.map(({ excluded }) => excluded?.kind)).toEqual([
      undefined,
      undefined,
      'withdrawn',
      'vetoed',
    ]);
  });

  test('the scores of the table against the rules → each difference with its cell', () => {
    const read = readOf(
      scores(`
        项目 | a | b | c | 得分 | 名次
        甲 | 80 | 81 | 81 | =80.67[0.00] | 2
        乙 | 80 | 80 | 80.01 | =80[0.0] | 1
        丙 | 79 | 79.5 | 79.25 | 79.3 | 3
      `),
    );
    const { entries } = rankScorebook(read.scorebook, sha256);
    const { differences } = compareStated(read.scores.stated, entries);
    expect(
      differences.map(({ place, stated, computed }) => [place.row, place.column, stated, computed]),
    ).toEqual([
      [1, 5, '2', '1'],
      [2, 5, '1', '2'],
      [3, 4, '79.3', '79.25'],
    ]);
  });

  test('numbers that show less than is stored → read as shown, and named', () => {
    const read = readOf(
      scores(`
      项目 | a | b
      甲 | =18.4999999 | =88.456[0.0]
    `),
    );
    expect(read.scorebook.sheets.map(({ marks }) => marks?.总分)).toEqual(['18.5', '88.5']);
    expect(read.scores.shortened.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test.each<[string, string, string[]]>([
    ['nothing in a cell', '甲 | 80 | ', ['评分!C2 empty_mark']],
    ['no mark at all', '甲 | | ', ['评分!A2 no_mark_in_row']],
    ['a typing error', '甲 | 8O | 80', ['评分!B2 not_a_mark']],
    ['above the full mark', '甲 | 101 | 80', ['评分!B2 checked']],
    ['below the least', '甲 | 80 | -1', ['评分!C2 checked']],
    ['no project', ' | 80 | 80', ['评分!A2 no_project']],
    ['a project twice', '甲 | 80 | 80\n甲 | 70 | 70', ['评分!A3 duplicate_project']],
    ['too many decimals', '甲 | 83.3333333333 | 80', ['评分!B2 too_long']],
    ['several at once', '甲 | x | \n乙 | 120 | 80', ['评分!B2 not_a_mark', '评分!C2 empty_mark']],
  ])('%s → the cell', (_, row, expected) => {
    expect(faultsOf(scores(`\n项目 | a | b\n${row}\n`))).toEqual(expected);
  });

  test('two judges of one name, a column without heading, no judge, no project → the heading', () => {
    expect(faultsOf(scores('\n项目 | a | a\n甲 | 1 | 2\n'))).toEqual(['评分!C1 two_columns']);
    expect(faultsOf(scores('\n项目 | a |\n甲 | 1 | 2\n'))).toEqual(['评分!C1 no_title']);
    expect(faultsOf(scores('\n项目 | 备注\n甲 | x\n'))).toContain('评分 no_columns');
    expect(faultsOf(scores('\n项目 | a\n'))).toEqual(['评分 no_projects']);
    expect(faultsOf(scores('\n名单 | a\n甲 | 1\n'))).toEqual(['评分 no_heading']);
  });

  test('empty cells are allowed where the rules say so', () => {
    const { scorebook } = readOf(scores('\n项目 | a | b\n甲 | 80 |\n'), rules('\n空格 | 不参评\n'));
    expect(scorebook.sheets).toHaveLength(1);
  });
});

describe('a table of sheets', () => {
  const LONG = `
    编号 | 项目名称 | 评委 | 需求（40） | 设计(30分) | 预算（30） | 合计 | 未评
    1 | 甲 | a | 36 | 26.5 | 20 | 82.5 |
    1 | 甲 | b | 30 | 漏项 | 20 | |
    2 | 乙 | a | | | | | 回避
    2 | 乙 | b | ４０ | 30分 | 30 | 100 |
  `;

  test('criteria with their full marks in the headings', () => {
    const { scorebook, layout } = readOf(scores(LONG));
    expect(layout).toBe('sheets');
    expect(scorebook.criteria).toEqual([
      { id: '需求', max: '40' },
      { id: '设计', max: '30' },
      { id: '预算', max: '30' },
    ]);
    expect(scorebook.sheets).toEqual([
      { judge: 'a', entry: '1', marks: { 需求: '36', 设计: '26.5', 预算: '20' } },
      { judge: 'b', entry: '1', marks: { 需求: '30', 设计: null, 预算: '20' } },
      { judge: 'a', entry: '2', absent: 'recused' },
      { judge: 'b', entry: '2', marks: { 需求: '40', 设计: '30', 预算: '30' } },
    ]);
  });

  test('criteria with step and factor from the sheet 指标; tracks with criteria of their own', () => {
    const criteria = drawnGrid(
      '指标',
      `
      指标 | 满分 | 间隔 | 系数 | 类别
      需求 | 10 | 0.5 | 60% |
      设计 | 10 | 0.5 | =0.4[0%] | 社会组织
      参与 | 10 | | 2/5 | 自组织
      `,
    );
    const table = scores(`
      项目 | 类别 | 评委 | 需求（10） | 设计 | 参与 | 合计
      甲 | 社会组织 | a | 8 | 9 | | 8.4
      乙 | 自组织 | a | 8 | | 9 | 17
    `);
    expect(readOf(table, criteria).scorebook.criteria).toEqual([
      { id: '需求', max: '10', step: '0.5', factor: '0.60' },
      { id: '设计', max: '10', step: '0.5', factor: '0.4', track: '社会组织' },
      { id: '参与', max: '10', factor: '2/5', track: '自组织' },
    ]);
    expect(ranking(table, criteria)).toEqual([
      ['甲', 1, '8.4'],
      ['乙', 1, '8.4'],
    ]);
  });

  test.each<[string, string, string[]]>([
    ['a wrong total', '甲 | a | 5 | 4 | 8', ['评分!E2 total_differs']],
    ['a part left empty', '甲 | a | 5 | | ', ['评分!D2 empty_part']],
    ['a mark beside an absence', '甲 | a | 5 | 回避 | ', ['评分!D2 mixed_row']],
    ['nothing', '甲 | a | | | ', ['评分!C2 empty_mark']],
    ['no judge', '甲 | | 5 | 4 | ', ['评分!B2 no_judge']],
    ['a second sheet', '甲 | a | 5 | 4 | \n甲 | a | 5 | 4 | ', ['评分!B3 duplicate_sheet']],
    ['above the full mark', '甲 | a | 5 | 11 | ', ['评分!D2 checked']],
  ])('%s → the cell', (_, row, expected) => {
    expect(faultsOf(scores(`\n项目 | 评委 | 需求 | 设计（10） | 合计\n${row}\n`))).toEqual(expected);
  });

  test('a column that 指标 does not list and a criterion without a column → both named', () => {
    const criteria = drawnGrid('指标', '\n指标 | 满分\n需求 | x\n设计 | 10\n');
    expect(faultsOf(scores('\n项目 | 评委 | 需求 | 预算\n甲 | a | 5 | 4\n'), criteria)).toEqual([
      '指标!B2 not_number',
      '评分!D1 unknown_criterion',
      '指标!A3 no_column',
    ]);
  });

  test('one number for two names → the later cell', () => {
    const table = '\n编号 | 项目 | 评委 | c\n1 | 甲 | a | 5\n1 | 乙 | b | 5\n';
    expect(faultsOf(scores(table))).toEqual(['评分!B3 other_name']);
  });
});

describe('rules', () => {
  test('every key → the rule object', () => {
    const said = rules(`
      规则 | 值
      计分单位 | 单项
      取分方式 | 中位数
      去掉最高分 | 2
      去掉最低分 | 1 个
      去分起算人数 | 7
      去分范围 | 同一来源
      最少有效评委 | 3
      满分 | 120
      分值间隔 | 0.5
      合格线 | 60
      修约：评分表 | 1位
      修约:来源 | 3 位小数，四舍六入五成双
      修约：评委组 | 不修约
      修约：系数 | 舍去尾数
      来源权重：专家 | 60%
      来源权重：社区 | =0.4[0%]
      同分 | 全部评委平均
      同分2 | 来源：专家
      同分3 | 总分
      评委组决定 | 乙、甲
      抽签顺序 | 甲，乙
    `);
    const judges = drawnGrid(
      '评委',
      '\n评委 | 来源\n评委1 | 专家\n评委2 | 社区\n评委3 | 专家\n评委4 | 专家\n评委5 | 社区\n',
    );
    expect(faultsOf(scores(FIVE), said, judges)).toEqual(['规则!B15 not_rounding']);
    const right = { ...said, rows: said.rows.filter((_, row) => row !== 14) };
    const { scorebook } = readOf(scores(FIVE), right, judges);
    expect(scorebook.criteria).toEqual([{ id: '总分', min: '0', max: '120', step: '0.5' }]);
    expect(scorebook.rules).toEqual({
      unit: 'criterion',
      combine: 'median',
      trim: { high: 2, low: 1, min_valid: 7, within: 'party' },
      quorum: 3,
      line: '60',
      round: [
        { at: 'sheet', dp: 1, mode: 'half_up' },
        { at: 'party', dp: 3, mode: 'half_even' },
      ],
      parties: [
        { id: '专家', weight: '0.60' },
        { id: '社区', weight: '0.4' },
      ],
      ties: [
        'untrimmed_mean',
        { party: '专家' },
        { criterion: '总分' },
        { decision: ['乙', '甲'] },
        { lot: ['甲', '乙'] },
      ],
    });
  });

  test.each<[string, string, string[]]>([
    ['an unknown key', '去掉最高 | 1', ['规则!A1 unknown_rule']],
    ['a word that is no number', '去掉最高分 | 一个', ['规则!B1 not_integer']],
    ['an unknown word', '取分方式 | 加权', ['规则!B1 not_one_of']],
    ['a key twice', '合格线 | 60\n合格线 | 70', ['规则!B2 twice']],
    ['all dropped', '去掉最高分 | 3\n去掉最低分 | 2', ['规则!B1 checked']],
    ['a tie by something unknown', '同分 | 创新', ['规则!B1 unknown_tie']],
    ['an order of somebody unknown', '抽签顺序 | 甲、丙', ['规则!B1 unknown_name']],
    ['a trim within parties without weights', '去分范围 | 同一来源', ['规则!B1 checked']],
    ['weights without saying where to trim', '来源权重：专家 | 1', ['规则!B1 within_unsaid']],
    ['a weight that is none', '来源权重：专家 | 六成\n去分范围 | 全体评委', ['规则!B1 not_weight']],
  ])('%s → the cell', (_, drawing, expected) => {
    expect(faultsOf(scores(FIVE), rules(`\n${drawing}\n`))).toEqual(expect.arrayContaining(expected));
  });

  test('weights need the party of every judge', () => {
    const weighted = rules('\n来源权重：专家 | 1\n去分范围 | 全体评委\n');
    const two = scores('\n项目 | a | b\n甲 | 1 | 2\n');
    expect(faultsOf(two, weighted)).toEqual(['评分!B1 no_party', '评分!C1 no_party']);
    const judges = drawnGrid('评委', '\n评委 | 来源\na | 专家\nb | 社区\n');
    expect(faultsOf(two, weighted, judges)).toEqual(['评委!B3 checked']);
    expect(faultsOf(two, drawnGrid('评委', '\n评委 | 来源\na | 专家\n'))).toEqual(['评分!C1 unknown_judge']);
  });

  test('criteria beside a table of totals → they are not used, so they must go', () => {
    expect(faultsOf(scores(FIVE), drawnGrid('指标', '\n指标 | 满分\n需求 | 10\n'))).toEqual([
      '指标!A2 criteria_unused',
    ]);
  });

  test('adjustments need project, points and reason', () => {
    const adjusted = (row: string): Grid => drawnGrid('加减分', `\n项目 | 分值 | 原因\n${row}\n`);
    expect(ranking(scores(FIVE), adjusted('甲 | +3 | 示例'))).toEqual([
      ['甲', 1, '88'],
      ['乙', 2, '87.17'],
    ]);
    expect(faultsOf(scores(FIVE), adjusted('丙 | 三 |'))).toEqual([
      '加减分!A2 unknown_name',
      '加减分!B2 not_number',
      '加减分!C2 missing_value',
    ]);
  });
});

test('the template ranks as it stands, and its scores agree', () => {
  const read = readOf(...templateGrids());
  const { entries } = rankScorebook(read.scorebook, sha256);
  expect(entries.map(({ id, rank }) => [id, rank])).toEqual([
    ['2', 1],
    ['1', 2],
    ['3', 3],
    ['4', null],
  ]);
  expect(compareStated(read.scores.stated, entries)).toEqual({ scores: 3, ranks: 3, differences: [] });
  const [sample] = templateGrids().filter(({ name }) => name === '样例');
  expect(readOf({ ...(sample as Grid), name: '评分' }).layout).toBe('sheets');
});

test('the only other sheet is the score sheet, whatever its name; of several none is guessed', () => {
  const sheet = { ...scores(FIVE), name: 'Sheet1' };
  expect(readOf(sheet, rules('\n合格线 | 60\n')).sheet).toBe('Sheet1');
  expect(faultsOf(sheet, { ...sheet, name: 'Sheet2' })).toEqual(['文件 no_sheet']);
});
