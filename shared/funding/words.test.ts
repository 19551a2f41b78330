import { expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { allocateByRank } from './stop-rule.ts';
import { fundingSentence, grantSentence } from './words.ts';

const candidate = (id: string, rank: number, requested: number, minimum: number): Candidate => ({
  id,
  rank,
  belowLine: false,
  requested: requested * 100,
  minimum: minimum * 100,
});
const sentences = (pool: number, candidates: readonly Candidate[]) =>
  allocateByRank(pool * 100, candidates, { rule: 'stop', trimLast: true, count: null }).grants.map(
    grantSentence,
  );

test('a trimmed one and the one after it → the figures that decide stand in the sentence', () => {
  const list = [
    candidate('a', 1, 82_870, 1),
    candidate('b', 2, 22_000, 16_000),
    candidate('c', 3, 5_000, 5_000),
  ];
  expect(sentences(100_000, list)).toEqual([
    '申请金额在余额之内，全额资助。',
    '余额17,130元，不足申请的22,000元，不低于最低可行金额16,000元，按余额核减。',
    '资金已用完。',
  ]);
});

test('one that cannot be trimmed → says so, and those after it are told why they wait', () => {
  expect(sentences(17_130, [candidate('b', 1, 24_000, 18_000), candidate('c', 2, 5_000, 5_000)])).toEqual([
    '余额17,130元，不足申请的24,000元，也低于最低可行金额18,000元，不能核减。',
    '名次在前的项目因余额不足已停止，不再往后顺延。',
  ]);
});

test('equal ranks at the line → the panel is asked', () => {
  expect(sentences(30, [candidate('b', 1, 24, 18), candidate('c', 1, 22, 16)])[0]).toBe(
    '2个项目并列第1名，余额不够全部立项，须先由评委组决定先后。',
  );
});

test('the county default in one sentence', () => {
  expect(fundingSentence({ rule: 'stop', trimLast: true, count: null }, '60')).toBe(
    '得分60分及以上的项目，按名次在资金总额内依次拟立项，资金用完为止；首个余额不足的可核减，核减后低于该项目最低可行金额的不立项，也不再往后顺延。',
  );
});
