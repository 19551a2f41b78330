import { expect, test } from 'vitest';
import Value from 'typebox/value';
import { ScoringRules } from '../../contract/settings.ts';
import { parseScorebook } from '../scorebook/parse.ts';
import type { Criterion, Rules } from '../scorebook/types.ts';
import { fixture } from '../testing/fixtures.ts';
import { rulePresets } from './presets.ts';
import type { RulePreset } from './presets.ts';
import { presetRules } from './preset-rules.ts';
import { ruleSentence } from './sentence.ts';
import { workedExample } from './worked-example.ts';

const { criteria } = fixture<{ criteria: Criterion[] }>('weiyuan/scorebook.json');
const parties = [
  { id: 'expert', name: '专家' },
  { id: 'community', name: '社区' },
];
const contest = { criteria, parties };
const all = rulePresets.map((preset): [string, RulePreset] => [preset.id, preset]);

test.each(all)('%s → rules without faults, with a sentence and an example', (_, preset) => {
  const rules = presetRules(preset, contest);
  const book = { format: 'scorebook/1', criteria, judges: [], entries: [], sheets: [], rules };
  expect(parseScorebook(book)).toMatchObject({ ok: true });
  expect(workedExample(rules, criteria, 9, parties)?.score).toMatch(/^\d/);
  expect(ruleSentence(rules, criteria, parties)).toContain('6 项合计 100 分');
});

test.each(all.filter(([, { usable }]) => usable))(
  '%s, which can be chosen → fits the settings',
  (_, preset) => {
    expect(Value.Check(ScoringRules, preset.rules(contest))).toBe(true);
    expect(
      Value.Check(ScoringRules, preset.rules({ criteria, parties: [...parties, { id: 'third' }] })),
    ).toBe(true);
  },
);

test.each(all.filter(([, { usable }]) => !usable))(
  '%s, which cannot → what the settings have no place for',
  (_, preset) => {
    expect(Value.Check(ScoringRules, preset.rules(contest))).toBe(false);
  },
);

const of = (id: RulePreset['id']): Rules => {
  const preset = rulePresets.find((one) => one.id === id);
  if (preset === undefined) throw new Error(id);
  return presetRules(preset, contest);
};
const lastLine = (id: RulePreset['id'], valid: number) =>
  workedExample(of(id), criteria, valid, parties)?.lines.at(-1);

test('the county preset → the sentence of the model competition but for its second tie rule', () => {
  expect(ruleSentence(of('county'), criteria)).toBe(
    '6 项合计 100 分；有效评委不少于 5 位时，去掉 1 个最高分和 1 个最低分后取平均，保留 2 位小数，四舍五入一次；' +
      '有效评委少于 3 位的不计分；合格线 60 分；' +
      '同分先比“需求与社区匹配”，仍相同的由评委组决定并签字，未作决定的名次并列。',
  );
});

test('stages of 15, 25 and 60 percent → their sum is the score', () => {
  expect(lastLine('stages', 5)).toMatch(/^最后得分保留 2 位小数/);
  const steps = workedExample(of('stages'), criteria, 5)?.steps ?? [];
  expect(steps.filter((step) => step.step === 'multiply').map(({ times }) => times)).toEqual([
    '0.15',
    '0.25',
    '0.6',
  ]);
});

test('votes by rank → the first place gives ten points, the third nine', () => {
  const table = of('votes').stages?.find(({ votes }) => votes)?.votes?.table;
  expect([table?.[0], table?.[1], table?.[2], table?.[19], table?.length]).toEqual([
    '10',
    '9.5',
    '9',
    '0.5',
    20,
  ]);
});

test('two parties → 0.6 and 0.4, called by their names; more → all alike', () => {
  const lines = workedExample(of('parties'), criteria, 4, parties)?.lines ?? [];
  expect(lines.find((line) => line.includes('按评委来源加权'))).toMatch(/专家 .* × 0\.6 \+ 社区 .* × 0\.4/);
  const preset = rulePresets.find(({ id }) => id === 'parties');
  expect(
    preset && presetRules(preset, { criteria, parties: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }).parties,
  ).toEqual(['a', 'b', 'c'].map((id) => ({ id, weight: '1' })));
});
