import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestedOf, totalOf } from '../limits.ts';
import { candidateOf as candidate, countyRule, neverAsked, onePot } from '../testing/lists.ts';
import { outcomesOf, rankFaults } from '../verify/rank-faults.ts';
import { allocateByRank } from './by-rank.ts';
import type { Candidate, RankRule } from './candidate.ts';

type CountedRule = Omit<RankRule, 'stopEnds'> & { readonly count: number | null };
const stop: CountedRule = { rule: 'stop', trimLast: true, count: null };
function allocate(pool: number, candidates: readonly Candidate[], { count, ...rule }: CountedRule) {
  const limits = onePot(pool, count);
  const how = { ...countyRule, ...rule };
  const allocation = allocateByRank(limits, candidates, how, neverAsked);
  expect(rankFaults(limits, how, outcomesOf(allocation))).toEqual([]);
  return { ...allocation, left: totalOf(allocation.left.map(({ left }) => left)) };
}
const amounts = (pool: number, candidates: readonly Candidate[], rule = stop) =>
  Object.fromEntries(
    allocate(pool, candidates, rule).grants.map((grant) => [grant.candidate.id, grant.amount]),
  );
const causes = (pool: number, candidates: readonly Candidate[], rule = stop) =>
  allocate(pool, candidates, rule).grants.map((grant) => grant.cause.kind);

describe('down the ranks', () => {
  const three = [candidate('a', 1, 60), candidate('b', 2, 50, 40), candidate('c', 3, 5)];

  test('the first that does not fit, what is left reaches its minimum → gets what is left, then nothing is left', () => {
    expect(amounts(100, three)).toEqual({ a: 60, b: 40, c: 0 });
    expect(causes(100, three)).toEqual(['whole', 'trimmed', 'no_money']);
  });

  test('the first that does not fit, what is left is below its minimum → stops, a cheaper one below gets nothing', () => {
    expect(amounts(99, three)).toEqual({ a: 60, b: 0, c: 0 });
    expect(causes(99, three)).toEqual(['whole', 'too_dear', 'after_stop']);
  });

  test('skip → the cheaper one below is funded', () => {
    expect(amounts(99, three, { ...stop, rule: 'skip' })).toEqual({ a: 60, b: 0, c: 5 });
  });

  test('trimming not allowed → stops although the minimum would fit', () => {
    expect(amounts(100, three, { ...stop, trimLast: false })).toEqual({ a: 60, b: 0, c: 0 });
  });

  test('the pool is used up to the fen → the next one is told so', () => {
    expect(causes(110, three)).toEqual(['whole', 'whole', 'no_money']);
  });

  test('a count is reached → nobody further down, however much is left', () => {
    expect(amounts(1000, three, { ...stop, count: 2 })).toEqual({ a: 60, b: 50, c: 0 });
    expect(causes(1000, three, { ...stop, count: 2 })).toEqual(['whole', 'whole', 'count']);
  });

  test('below the pass line or without a rank → not funded and does not stop the others', () => {
    const low = { ...candidate('low', 4, 1), belowLine: true };
    const list = [candidate('a', 1, 60), candidate('out', null, 1), low];
    expect(causes(1000, list)).toEqual(['whole', 'unranked', 'below_line']);
  });
});

describe('equal ranks', () => {
  const pair = [
    candidate('a', 1, 60),
    candidate('b', 2, 30, 20),
    candidate('c', 2, 30, 20),
    candidate('d', 4, 1),
  ];

  test('both fit → both are funded', () => {
    expect(allocate(120, pair, stop)).toMatchObject({ total: 120, left: 0, tiedAtLine: [] });
  });

  test('not both fit → neither is funded, both are named, and nobody below', () => {
    const { total, tiedAtLine } = allocate(110, pair, stop);
    expect({ total, tiedAtLine }).toEqual({ total: 60, tiedAtLine: ['b', 'c'] });
    expect(causes(110, pair)).toEqual(['whole', 'tie', 'tie', 'after_tie']);
  });

  test('only one place left → the panel has to decide', () => {
    expect(allocate(1000, pair, { ...stop, count: 2 }).tiedAtLine).toEqual(['b', 'c']);
  });

  test('whoever came first, neither could get anything → there is nothing to decide', () => {
    expect(allocate(75, pair, stop).tiedAtLine).toEqual([]);
    expect(causes(75, pair)).toEqual(['whole', 'too_dear', 'after_stop', 'after_stop']);
  });
});

describe('any list', () => {
  const fields = fc.record({
    rank: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 9 }),
    belowLine: fc.boolean(),
    requested: fc.integer({ min: 1, max: 100 }),
    share: fc.integer({ min: 1, max: 100 }),
  });
  const list = fc.array(fields, { maxLength: 12 }).map((rows) =>
    rows
      .map(({ share, requested, rank, belowLine }, index) => ({
        ...candidate(`p${index}`, rank, requested, Math.ceil((requested * share) / 100)),
        belowLine,
      }))
      .sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99)),
  );
  const rule = fc.record({
    rule: fc.constantFrom('stop' as const, 'skip' as const),
    trimLast: fc.boolean(),
    count: fc.option(fc.integer({ min: 1, max: 12 })),
  });
  const pool = fc.integer({ min: 1, max: 400 });

  test('amounts keep within the pool, the request and the minimum; at most one is trimmed', () => {
    fc.assert(
      fc.property(pool, list, rule, (money, candidates, how) => {
        const { grants, total, left } = allocate(money, candidates, how);
        expect(grants.map((grant) => grant.candidate.id)).toEqual(candidates.map(({ id }) => id));
        expect(total + left).toBe(money);
        expect(grants.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
        expect(left).toBeGreaterThanOrEqual(0);
        for (const { amount, candidate: one } of grants) {
          if (amount === 0) continue;
          const { minimum, rank, belowLine } = one;
          const requested = requestedOf(one);
          expect([amount <= requested, amount >= minimum, rank !== null, belowLine]).toEqual([
            true,
            true,
            true,
            false,
          ]);
        }
        const funded = grants.filter(({ amount }) => amount > 0);
        expect(funded.length).toBeLessThanOrEqual(how.count ?? Infinity);
        expect(
          funded.filter((grant) => grant.amount < requestedOf(grant.candidate)).length,
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('stop → the funded ones are the first of the eligible ones', () => {
    fc.assert(
      fc.property(pool, list, rule, (money, candidates, how) => {
        const { grants } = allocate(money, candidates, { ...how, rule: 'stop' });
        const eligible = grants.filter(({ candidate: { rank, belowLine } }) => rank !== null && !belowLine);
        const isFunded = eligible.map(({ amount }) => amount > 0);
        expect(isFunded).toEqual([...isFunded].sort((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  test('skip without a count or a tie at the line → whoever is left out did not fit and could not be trimmed', () => {
    fc.assert(
      fc.property(pool, list, fc.boolean(), (money, candidates, trimLast) => {
        const { grants, left, tiedAtLine } = allocate(money, candidates, {
          rule: 'skip',
          trimLast,
          count: null,
        });
        fc.pre(tiedAtLine.length === 0);
        for (const { amount, candidate: one } of grants) {
          if (amount > 0 || one.rank === null || one.belowLine) continue;
          expect(requestedOf(one)).toBeGreaterThan(left);
          if (trimLast && left > 0) expect(one.minimum).toBeGreaterThan(left);
        }
      }),
    );
  });

  test('the order in which equals are listed changes nothing', () => {
    fc.assert(
      fc.property(pool, list, rule, (money, candidates, how) => {
        const turned = [...candidates].reverse().sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
        expect(amounts(money, turned, how)).toEqual(amounts(money, candidates, how));
      }),
    );
  });
});

describe('the Weiyuan model competition', () => {
  const read = (name: string) =>
    JSON.parse(
      readFileSync(new URL(`../../../fixtures/weiyuan/${name}.json`, import.meta.url), 'utf8'),
    ) as unknown;
  type Row = {
    id: string;
    rank: number;
    rank_before_decision: number;
    requested: number;
    minimum_viable: number;
    amount: number;
    above_pass_line: boolean;
  };
  const { entries, if_decided_the_other_way: otherWay } = read('expected') as {
    entries: Row[];
    if_decided_the_other_way: { funded: number; awarded: number; left: number };
  };
  const pool = 600_000_00;
  const candidates = (rankOf: (row: Row) => number) =>
    entries
      .map((row) => ({
        ...candidate(row.id, rankOf(row), row.requested * 100, row.minimum_viable * 100),
        belowLine: !row.above_pass_line,
      }))
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const funded = (grants: readonly { amount: number }[]) => grants.filter(({ amount }) => amount > 0).length;

  test('as the panel decided → 21 funded, the pool used up to the yuan, the last one trimmed', () => {
    const { grants, left } = allocate(
      pool,
      candidates(({ rank }) => rank),
      stop,
    );
    expect(left).toBe(0);
    expect(funded(grants)).toBe(21);
    expect(Object.fromEntries(grants.map(({ candidate: { id }, amount }) => [id, amount / 100]))).toEqual(
      Object.fromEntries(entries.map(({ id, amount }) => [id, amount])),
    );
    expect(
      grants.filter(({ cause }) => cause.kind === 'trimmed').map((g) => [g.candidate.id, g.amount]),
    ).toEqual([['p08', 17_130_00]]);
  });

  test('decided the other way round → 20 funded and the rest left over', () => {
    const swapped: Record<string, number> = { p16: 21, p08: 22 };
    const { grants, total, left } = allocate(
      pool,
      candidates(({ id, rank }) => swapped[id] ?? rank),
      stop,
    );
    expect([funded(grants), total / 100, left / 100]).toEqual([
      otherWay.funded,
      otherWay.awarded,
      otherWay.left,
    ]);
  });

  test('before the panel decides → both at the line are named and wait', () => {
    const { grants, tiedAtLine } = allocate(
      pool,
      candidates((row) => row.rank_before_decision),
      stop,
    );
    expect([funded(grants), tiedAtLine]).toEqual([20, ['p08', 'p16']]);
  });
});
