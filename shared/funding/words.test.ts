import { expect, test } from 'vitest';
import type { Limits } from './limits.ts';
import { allocateByRank } from './rank/by-rank.ts';
import type { Candidate } from './rank/candidate.ts';
import { candidateOf, countyRule, neverAsked, onePot } from './testing/lists.ts';
import { causeSentence, fundingSentence, inYuan } from './words.ts';

const candidate = (id: string, rank: number, requested: number, minimum: number) =>
  candidateOf(id, rank, requested * 100, minimum * 100);
const sentences = (limits: Limits, candidates: readonly Candidate[]) =>
  allocateByRank(limits, candidates, countyRule, neverAsked).grants.map(({ cause, candidate: project }) =>
    causeSentence(cause, project, inYuan),
  );

test('a trimmed one and the one after it → the figures that decide stand in the sentence', () => {
  const list = [
    candidate('a', 1, 82_870, 1),
    candidate('b', 2, 22_000, 16_000),
    candidate('c', 3, 5_000, 5_000),
  ];
  expect(sentences(onePot(100_000_00), list)).toEqual([
    '申请金额在余额之内，全额资助。',
    '余额17,130元，不足申请的22,000元，不低于最低可行金额16,000元，按余额核减。',
    '资金已用完。',
  ]);
});

test('one that cannot be trimmed → says so, and those after it are told why they wait', () => {
  expect(
    sentences(onePot(17_130_00), [candidate('b', 1, 24_000, 18_000), candidate('c', 2, 5_000, 5_000)]),
  ).toEqual([
    '余额17,130元，不足申请的24,000元，也低于最低可行金额18,000元，不能核减。',
    '名次在前的项目因余额不足已停止，不再往后顺延。',
  ]);
});

test('equal ranks at the line → the panel is asked', () => {
  expect(sentences(onePot(30_00), [candidate('b', 1, 24, 18), candidate('c', 1, 22, 16)])[0]).toBe(
    '2个项目并列第1名，余额不够全部立项，须先由评委组决定先后。',
  );
});

const elderly = { by: 'track', id: 't1', name: '养老', measure: 'count', value: 1 } as const;
const bridge = { by: 'community', id: 'c1', name: '东桥', measure: 'amount', value: 10_000_00 } as const;
const grouped: Limits = { ...onePot(30_000_00), floors: [elderly], caps: [bridge] };

test('a full cap, money kept for a floor, a floor met → each names its limit', () => {
  const list = [
    { ...candidate('a', 1, 12_000, 12_000), community: 'c1' },
    { ...candidate('b', 2, 18_000, 18_000) },
    { ...candidate('c', 3, 15_000, 11_000) },
    { ...candidate('d', 4, 18_000, 18_000), track: 't1' },
  ];
  expect(sentences(grouped, list)).toEqual([
    '社区“东桥”最多10,000元，还剩10,000元，不足申请的12,000元。',
    '余下的资金或名额要留给类别“养老”至少1个。',
    '名次在前的项目因余额不足已停止，不再往后顺延。',
    '申请金额在余额之内，全额资助。',
  ]);
  expect(sentences(grouped, list.slice(2))[0]).toBe(
    '留足类别“养老”至少1个之后，余额12,000元，不足申请的15,000元，不低于最低可行金额11,000元，按余额核减。',
  );
});

test('the county default in one sentence', () => {
  expect(fundingSentence(countyRule, onePot(1), '60', inYuan)).toBe(
    '得分60分及以上的项目，按名次在资金总额内依次拟立项，资金用完为止；首个余额不足的可核减，核减后低于该项目最低可行金额的不立项，也不再往后顺延。',
  );
});

test('several budgets, floors and caps → a second sentence', () => {
  const budgets = [
    { id: 'b1', name: '养老专项', amount: 100_000_00 },
    { id: 'b2', name: '统筹', amount: 500_000_00 },
  ];
  expect(fundingSentence(countyRule, { ...grouped, budgets, count: 20 }, null, inYuan)).toContain(
    '最多20个；首个余额不足的可核减，核减后低于该项目最低可行金额的不立项，也不再往后顺延。' +
      '资金分项安排：养老专项100,000元、统筹500,000元；类别“养老”至少1个、社区“东桥”最多10,000元。',
  );
});
