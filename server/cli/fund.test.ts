import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fund } from './fund.ts';

async function run(
  input: unknown,
  args: string[] = [],
): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await fund(['-', '--seconds', '60', ...args], {
    stdin: () => Promise.resolve(typeof input === 'string' ? input : JSON.stringify(input)),
    readFile: () => Promise.reject(new Error('no file')),
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
  });
  return { status, out, err };
}

type Answer = {
  status: string;
  funded: { id: string; costs: Record<string, number>; amount: number }[];
  score: number | string;
  optimum: number | string;
  excluded: { id: string; reason: string }[];
};
const solve = async (file: unknown) => JSON.parse((await run(file)).out) as Answer;

const county = {
  format: 'funding/1',
  rule: 'stop',
  budgets: [{ id: 'pool', amount: '100.50' }],
  projects: [
    { id: 'a', score: '88.95', amount: 60 },
    { id: 'b', score: 85, amount: '50.1', minimum: 40, track: 'youth' },
    { id: 'c', score: '241/3', amount: 5, track: 'elderly' },
    { id: 'd', score: 59.5, amount: 1 },
  ],
  line: 60,
};

describe('a file', () => {
  test('stop → the last is trimmed to what is left, exactly; every other one is told why', async () => {
    expect(await solve(county)).toEqual({
      status: 'optimal',
      funded: [
        { id: 'a', costs: { pool: 60 }, amount: 60 },
        { id: 'b', costs: { pool: 40.5 }, amount: 40.5 },
      ],
      score: 173.95,
      optimum: 173.95,
      bound: 173.95,
      excluded: [
        { id: 'c', reason: '“pool”已用完。' },
        { id: 'd', reason: '得分59.5，低于合格线60。' },
      ],
    });
  });

  test('skip with a floor → a place is kept for it; a score that no decimal holds is a fraction', async () => {
    const floors = [{ track: 'elderly', count: 1 }];
    const { funded, score } = await solve({ ...county, rule: 'skip', count: 2, floors });
    expect([funded.map(({ id }) => id), score]).toEqual([['a', 'c'], '10157/60']);
  });

  test('--price → what the rule costs in score', async () => {
    const caps = [{ track: 'youth', amount: 0 }];
    const { out } = await run({ ...county, rule: 'knapsack', budgets: [{ id: 'pool', amount: 200 }], caps }, [
      '--price',
    ]);
    expect((JSON.parse(out) as { price: unknown }).price).toEqual([
      {
        cap: { track: 'youth', amount: 0 },
        optimum: '15257/60',
        lost: 85,
        reason: '类别“youth”最多0：最高总分因此少85。',
      },
      { line: 60, optimum: '13727/60', lost: 59.5, reason: '合格线60分：最高总分因此少59.5。' },
    ]);
  });

  test('floors that no list meets → status 3, the rules that clash and the smallest change', async () => {
    const floors = [{ track: 'youth', count: 1 }];
    const { status, out } = await run({ ...county, budgets: [{ id: 'pool', amount: 50 }], floors });
    expect(status).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      status: 'infeasible',
      funded: [],
      reasons: [
        '不能同时做到：类别“youth”至少1个、资金“pool”50。',
        '改动最小的办法：“资金“pool”50”改为“资金“pool”50.1”。',
      ],
      clash: [{ floor: { track: 'youth', count: 1 } }, { budget: 'pool' }],
      relaxation: [{ budget: 'pool', to: 50.1 }],
    });
  });
});

describe('bad input', () => {
  test('every fault is named with its path, nothing on standard output', async () => {
    const { status, out, err } = await run({
      format: 'funding/2',
      rule: 'best',
      budgets: [
        { id: 'a', amount: -1 },
        { id: 'a', amount: 'much' },
      ],
      projects: [
        { id: 'p', score: null, amount: 1, costs: {} },
        { id: 'q', score: '1e3', costs: { b: 2 }, colour: 'red' },
        { id: 'r', score: 1, amount: 5, minimum: 6 },
      ],
      floors: [{ track: 'x', community: 'y', count: 1 }],
      caps: [{ track: 'x', count: 1.5 }],
    });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err.split('\n').map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining([
        'format',
        'rule',
        'budgets[0].amount',
        'budgets[1].amount',
        'budgets[1].id',
        'projects[0]',
        'projects[0].score',
        'projects[1].score',
        'projects[1].costs.b',
        'projects[1].colour',
        'projects[2].minimum',
        'floors[0]',
        'caps[0].count',
      ]),
    );
  });

  test.each([
    ['no JSON', '{', [], '不是 JSON 文件'],
    ['a key twice', '{"rule":"stop","rule":"skip"}', [], 'rule: 同一对象里写了两次'],
    ['no time', county, ['--seconds', '0'], '--seconds 后面应为大于 0 的秒数'],
    ['an unknown option', county, ['--best'], '用法：gongping fund'],
    ['a second file', county, ['other'], '请给出一个文件'],
  ])('%s → status 2 and the reason', async (_what, input, args, reason) => {
    const { status, out, err } = await run(input, args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(reason);
  });
});

// Pabulib (Faliszewski et al. 2023) and OR-Library (Beasley 1990): read where they stand, never committed.
const folder = process.env.REAL_DATA;
if (folder === undefined)
  test('REAL_DATA is not set → the real elections and research portfolios were not funded again', () => {
    expect(existsSync('funding-pabulib.json')).toBe(false);
  });
else {
  const read = <T>(name: string) =>
    (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { instances: T[] }).instances;

  type Election = {
    budget: number;
    cost: number[];
    score: number[];
    official_selected: number[];
    knapsack_max_score: number;
  };
  test('real elections → the official winners by `skip`, the known best total beside them', async () => {
    for (const { budget, cost, score, ...known } of read<Election>('funding-pabulib')) {
      const projects = cost.map((amount, index) => ({ id: String(index), score: score[index], amount }));
      const file = { rule: 'skip', budgets: [{ id: 'city', amount: budget }], projects };
      const { funded, optimum } = await solve(file);
      expect(funded.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(known.official_selected);
      expect(optimum).toBe(known.knapsack_max_score);
      expect((await solve({ ...file, rule: 'knapsack' })).score).toBe(known.knapsack_max_score);
    }
  });

  type Portfolio = { optimum: number; profit: number[]; weights: number[][]; capacity: number[] };
  test('research projects under ten budgets at once → the proven optimum', async () => {
    for (const { optimum, profit, weights, capacity } of read<Portfolio>('funding-mknap1')) {
      const answer = await solve({
        rule: 'knapsack',
        budgets: capacity.map((amount, index) => ({ id: `b${index}`, amount })),
        projects: profit.map((score, project) => ({
          id: `p${project}`,
          score,
          costs: Object.fromEntries(weights.map((row, index) => [`b${index}`, row[project]])),
        })),
      });
      expect([answer.status, answer.score, answer.optimum]).toEqual(['optimal', optimum, optimum]);
    }
  });
}
