import { expect, test } from 'vitest';
import type { Criterion, Rules } from '../scorebook/types.ts';
import { fixture } from '../testing/fixtures.ts';
import { ruleSentence } from './sentence.ts';
import { workedExample } from './worked-example.ts';

type Competition = { readonly rules: { readonly scorebook: Rules } };
const { criteria } = fixture<{ criteria: Criterion[] }>('weiyuan/scorebook.json');
const { scorebook: county } = fixture<Competition>('weiyuan/competition.json').rules;
const plain: Rules = { unit: 'sheet', combine: 'mean' };

test('the rules of the model competition → one sentence', () => {
  expect(ruleSentence(county, criteria)).toBe(
    '6 项合计 100 分；有效评委不少于 5 位时，去掉 1 个最高分和 1 个最低分后取平均，保留 2 位小数，四舍五入一次；' +
      '有效评委少于 3 位的不计分；合格线 60 分；' +
      '同分先比“需求与社区匹配”，再比“预期成效与居民参与”，仍相同的由评委组决定并签字，未作决定的名次并列。',
  );
});

test.each<[string, Rules, readonly Criterion[], string]>([
  ['the least', plain, [{ id: 'a' }], '共 1 项；全部有效评分取平均，不修约；同分的名次并列。'],
  [
    'criteria, two roundings and a lot',
    {
      ...plain,
      unit: 'criterion',
      round: [
        { at: 'mean', dp: 2, mode: 'half_up' },
        { at: 'factor', dp: 2, mode: 'half_even' },
      ],
      ties: [{ lot: ['p1'] }],
    },
    [{ id: 'a', max: '10', factor: '1.5' }],
    '1 项合计 15 分（“a”× 1.5）；逐项计分，全部有效评分取平均，评委组得分保留 2 位小数（四舍五入），' +
      '乘系数后的单项得分保留 2 位小数（四舍六入五成双）；同分的按抽签顺序。',
  ],
  [
    'parties and stages',
    {
      ...plain,
      parties: [{ id: '专家', weight: '0.6' }],
      trim: { high: 1, low: 0, min_valid: 4, within: 'party' },
      stages: [
        { id: '初评', weight: '0.4' },
        { id: '大众', weight: '0.1', votes: { by: 'rank', table: ['10'] } },
      ],
      ties: ['untrimmed_mean', { decision: ['p1'] }],
    },
    [
      { id: 'a', track: 't' },
      { id: 'b', track: 'u' },
    ],
    '按项目类别分别计分，共 2 项；同一来源的有效评委不少于 4 位时，去掉 1 个最高分后取平均，再按评委来源加权（专家 0.6），不修约；' +
      '各环节得分“初评”× 0.4 加 “大众”（按得票名次，前 1 名计 10 分）× 0.1；' +
      '同分先比全部有效评分的平均分（不去最高最低），仍相同的由评委组决定并签字，未作决定的名次并列。',
  ],
])('%s → its sentence', (_, rules, rubric, sentence) => {
  expect(ruleSentence(rules, rubric)).toBe(sentence);
});

test('an example of 14 judges → one high and one low dropped, 12 left, judges without names', () => {
  const example = workedExample(county, criteria, 14);
  expect(example?.steps.find(({ step }) => step === 'trim')).toMatchObject({ valid: 14, kept: 12 });
  expect(example?.lines[0]).toMatch(/^有效 14 位。得分：评委1 /);
});

test('an example of 4 judges → nothing dropped', () => {
  expect(workedExample(county, criteria, 4)?.steps).toContainEqual(
    expect.objectContaining({ step: 'trim', applied: false, kept: 4 }),
  );
});

test('an example of rules with faults → none', () => {
  expect(workedExample({ ...county, quorum: 0 }, criteria, 14)).toBeNull();
});
