import { expect, test } from 'vitest';
import { sha256 } from '../../ledger/sha256-for-tests.ts';
import { rankScorebook } from '../result.ts';
import type { Rules, ScorebookFile } from '../scorebook/types.ts';
import { checked, fixture } from '../testing/fixtures.ts';
import { panelBook } from '../testing/panel-book.ts';
import { explain } from './explain.ts';
import { namesOf } from './names.ts';

function lines(file: ScorebookFile, id = 'p1'): string[] {
  const text = explain(rankScorebook(checked(file), sha256), id);
  return text === null ? [] : text.split('\n');
}

test('the project at the line of the model competition → every step in words, with names', () => {
  const book = checked(fixture('weiyuan/scorebook.json'));
  const text = explain(rankScorebook(book, sha256), 'p08', namesOf(book)) ?? '';
  const [title, values, ...rest] = text.split('\n');
  expect(title).toBe('p08 “妈咪合伙人”全职妈妈互助育儿小屋：第 21 名，77.55 分');
  expect(values).toContain('有效 13 位，未评 2 位：示例镇评委（离场）、锦湖社区评委（回避）。');
  expect(rest).toEqual([
    '去掉最高分 梨园坝社区评委 84，去掉最低分 实务专家乙 71.5；其余 11 个。',
    '11 个相加得 853，÷ 11 = 853/11（约 77.5455）。',
    '评委组得分保留 2 位小数（四舍五入）：853/11 → 77.55。',
    '同分，比“需求与社区匹配”：p08 16、p16 16，仍相同。',
    '同分，比“预期成效与居民参与”：p08 15.5、p16 15.5，仍相同。',
    '同分，按评委组的书面决定：p08 1、p16 2，据此分出先后。',
  ]);
});

test('a withdrawn project → no rank, and why', () => {
  const book = fixture<ScorebookFile>('weiyuan/scorebook.json');
  expect(lines(book, 'p31')).toEqual(['p31：不排名，无得分', '注意：退出答辩，不参加排名。']);
});

test('an unknown entry → nothing', () => {
  expect(explain(rankScorebook(checked(panelBook([['1']])), sha256), 'p9')).toBeNull();
});

test('too few judges → what is missing', () => {
  const trim = { high: 1, low: 1, min_valid: 5 };
  expect(lines(panelBook([['80', '82']], { trim }))).toEqual([
    'p1：第 1 名，81 分',
    '有效 2 位。得分：j1 80、j2 82。',
    '有效 2 位，不足 5 位，不去最高最低分。',
    '2 个相加得 162，÷ 2 = 81。',
    '注意：有效评委较少，未去最高最低分。',
  ]);
  expect(lines(panelBook([['80', null]], { quorum: 2 }))).toEqual([
    'p1：不排名，无得分',
    '有效 1 位。得分：j1 80。',
    '有效 1 位，少于规定的 2 位，不计分。',
    '注意：有效评委不足，不计分。',
  ]);
});

test('criteria with factors → each by itself, then their sum', () => {
  const book: ScorebookFile = {
    ...panelBook([['0', '0']]),
    criteria: [
      { id: 'a', name: '需求', factor: '0.4' },
      { id: 'b', name: '成效' },
    ],
    sheets: [
      { judge: 'j1', entry: 'p1', marks: { a: '8', b: '7' } },
      { judge: 'j2', entry: 'p1', marks: { a: '9', b: null } },
    ],
    rules: { unit: 'criterion', combine: 'mean', round: [{ at: 'factor', dp: 1, mode: 'half_even' }] },
  };
  expect(lines(book)).toEqual([
    'p1：第 1 名，10.4 分',
    '【a】有效 2 位。得分：j1 8、j2 9。',
    '【a】2 个相加得 17，÷ 2 = 8.5。',
    '【a】8.5 × 系数 0.4 = 3.4。',
    '【a】乘系数后的单项得分保留 1 位小数（四舍六入五成双）：3.4 → 3.4。',
    '【b】有效 1 位，未评 1 位：j2（漏项）。得分：j1 7。',
    '【b】1 个相加得 7，÷ 1 = 7。',
    '【b】乘系数后的单项得分保留 1 位小数（四舍六入五成双）：7 → 7。',
    '相加：a 3.4 + b 7 = 10.4。',
  ]);
});

test('stages, parties, votes, adjustments → each in its place', () => {
  const rules: Partial<Rules> = {
    combine: 'median',
    parties: [
      { id: 'x', weight: '0.6' },
      { id: 'y', weight: '0.4' },
    ],
    stages: [
      { id: '答辩', weight: '0.9' },
      { id: '大众', weight: '0.1', votes: { by: 'percent' } },
    ],
    line: '90',
  };
  const plain = panelBook([['80', '84']], rules);
  const book: ScorebookFile = {
    ...plain,
    judges: plain.judges.map(({ id }) => ({ id, party: 'x' })),
    votes: [{ stage: '大众', entry: 'p1', count: 7 }],
    adjustments: [{ entry: 'p1', points: '-0.5', reason: '超时' }],
  };
  expect(lines(book)).toEqual([
    'p1：第 1 名，83.3 分',
    '【答辩】有效 2 位。得分：j1 80、j2 84。',
    '【答辩·x】中间两个相加得 164，÷ 2 = 82。',
    '【答辩】按评委来源加权：（x 82 × 0.6）÷（0.6）= 82；y 无有效评分，其权重未计入。',
    '【答辩】82 × 权重 0.9 = 73.8。',
    '【大众】7 票，占 7 票的百分比：100。',
    '【大众】100 × 权重 0.1 = 10。',
    '相加：答辩 73.8 + 大众 10 = 83.8。',
    '加减分 -0.5（超时），得 83.3。',
    '注意：“y”无有效评分，其权重未计入。',
    '注意：低于合格线。',
  ]);
});
