import { describe, expect, test } from 'vitest';
import { ContractError } from '../../../shared/contract/errors.ts';
import { fundingFaults } from '../../../shared/contract/funding-faults.ts';
import type { Result, ResultEntry } from '../../../shared/contract/results.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { weiyuanSettings } from '../competitions/template.ts';
import { proposeDecision } from './commands.ts';
import { decisionByRule } from './rule.ts';

const yuan = (amount: number) => amount * 100;

/** The template with two categories and two communities, 60,000 yuan in all. */
function settings(funding: Partial<Settings['funding']>): Settings {
  const template = weiyuanSettings('示例大赛', Date.UTC(2026, 7, 1));
  return {
    ...template,
    tracks: [
      { id: 'old', name: '养老', description: '' },
      { id: 'young', name: '青少年', description: '' },
    ],
    communities: [
      { id: 'east', name: '东桥', level: 'community', task: '' },
      { id: 'west', name: '西街', level: 'community', task: '' },
    ],
    money: { ...template.money, pool: yuan(60_000) },
    funding: { rule: 'stop', trimLast: true, count: null, ...funding },
  };
}

const entry = (rank: number, amount: number, trackId: string, communityId: string): ResultEntry => ({
  proposal: `p${rank}`,
  order: rank,
  title: `项目${rank}`,
  applicantName: '',
  community: '',
  trackId,
  communityId,
  requested: yuan(amount),
  minimum: yuan(amount * 0.8),
  rank,
  score: String(90 - rank),
  valid: 13,
  flags: [],
  excluded: null,
  tie: '',
  sheets: [],
  steps: [],
});

const result: Result = {
  version: 1,
  at: 0,
  byName: '',
  rulesVersion: 1,
  rulesSentence: '',
  checksum: '0'.repeat(64),
  ledger: { size: 1, head: '0'.repeat(64) },
  judges: [],
  counts: { expected: 0, marked: 0, recused: 0, absent: 0 },
  entries: [
    entry(1, 20_000, 'young', 'east'),
    entry(2, 20_000, 'young', 'east'),
    entry(3, 15_000, 'young', 'west'),
    entry(4, 18_000, 'old', 'west'),
  ],
  openTies: [],
  signature: null,
};

async function listOf(funding: Partial<Settings['funding']>) {
  const { body } = await decisionByRule(settings(funding), result);
  return {
    ...body,
    amounts: body.entries.map(({ amount }) => amount / 100),
    reasons: body.entries.map(({ reason }) => reason),
  };
}

const oneOld = { by: 'track', id: 'old', measure: 'count', value: 1 } as const;

describe('the list by the rule', () => {
  test('no limits → as ever: down the ranks, the last one trimmed if it can be', async () => {
    const { amounts, clash } = await listOf({});
    expect([amounts, clash]).toEqual([[20_000, 20_000, 15_000, 0], undefined]);
  });

  test('a floor → its money is kept, and the one before it is told so', async () => {
    const { amounts, reasons, ruleSentence } = await listOf({ floors: [oneOld] });
    expect(amounts).toEqual([20_000, 20_000, 0, 18_000]);
    expect(reasons[2]).toBe('余下的资金或名额要留给类别“养老”至少1个。');
    expect(ruleSentence).toContain('类别“养老”至少1个。');
  });

  test('a cap → passed over, those after it go on', async () => {
    const { amounts, reasons } = await listOf({
      caps: [{ by: 'community', id: 'east', measure: 'amount', value: yuan(30_000) }],
    });
    expect(amounts).toEqual([20_000, 0, 15_000, 18_000]);
    expect(reasons[1]).toBe('社区“东桥”最多30,000元，还剩10,000元，不足申请的20,000元。');
  });

  test('parts of the pool → each is used up by itself', async () => {
    const budgets = [
      { id: 'b1', name: '养老专项', amount: yuan(15_000), tracks: ['old'] },
      { id: 'b2', name: '统筹', amount: yuan(45_000), tracks: [] },
    ];
    expect(fundingFaults(settings({ budgets }))).toEqual([]);
    const { amounts, reasons } = await listOf({ budgets });
    expect(amounts).toEqual([20_000, 20_000, 0, 15_000]);
    expect(reasons[2]).toBe('“统筹”余额5,000元，不足申请的15,000元，也低于最低可行金额12,000元，不能核减。');
  });

  test('floors that nobody can meet → said in words, the list made by what can be met', async () => {
    const { amounts, clash } = await listOf({ floors: [{ ...oneOld, value: 2 }] });
    expect(amounts).toEqual([20_000, 20_000, 0, 18_000]);
    expect(clash).toBe(
      '没有名单能做到：类别“养老”至少2个。改动最小的办法：“类别“养老”至少2个”改为“类别“养老”至少1个”。名单已按此排出。',
    );
  });
});

test('recorded amounts that break a floor or a cap → refused whatever the reason', async () => {
  const limited = settings({ floors: [oneOld], caps: [{ ...oneOld, id: 'young', value: 2 }] });
  const byRule = await decisionByRule(limited, result);
  const rows = [1, 2, 3].map((rank) => ({ proposal: `p${rank}`, amount: yuan(15_000) }));
  const amounts = rows.map((row, index) => ({ ...row, amount: yuan(index === 2 ? 15_000 : 20_000) }));
  try {
    proposeDecision(byRule, limited, result, amounts, '集体研究');
    expect.unreachable();
  } catch (error) {
    expect(error instanceof ContractError && error.fields.map(({ message }) => message)).toEqual([
      '类别“养老”至少1个，名单中0个',
      '类别“青少年”最多2个，名单中3个',
    ]);
  }
});

test.each([
  [
    'parts that are not the pool',
    { budgets: [{ id: 'b', name: '专项', amount: 1, tracks: [] }] },
    '应等于资金总额',
  ],
  [
    'a category without a part',
    { budgets: [{ id: 'b', name: '专项', amount: yuan(60_000), tracks: ['old'] }] },
    '类别“青少年”还没有可用的资金',
  ],
  ['a floor above the cap', { floors: [{ ...oneOld, value: 3 }], caps: [oneOld] }, '最少不能多于'],
  ['a group that is gone', { caps: [{ ...oneOld, id: 'gone' }] }, '已经删去'],
  ['more floors than places', { count: 1, floors: [{ ...oneOld, value: 2 }] }, '超过最多立项1个'],
])('%s → cannot be published', (_what, funding, message) => {
  expect(
    fundingFaults(settings(funding))
      .map((fault) => fault.message)
      .join(),
  ).toContain(message);
});
