import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../contract/limits.ts';
import { budgetSources } from '../contract/proposals.ts';
import { budgetFaults, budgetSums, requestedAmount } from './budget.ts';
import { budgetLine, testSettings } from './testing.ts';

const { money } = testSettings;
const faultsOf = (requested: number, minimum: number | null) =>
  budgetFaults({ budget: [budgetLine({ unitPrice: requested })], minimum }, money);

describe('sums of a budget', () => {
  test('lines of three sources → each source and the total, in fen', () => {
    const lines = [
      budgetLine({ unitPrice: 18_050, quantity: 20 }),
      budgetLine({ unitPrice: 900, quantity: 7200, source: '自筹' }),
      budgetLine({ unitPrice: 100_000, quantity: 10, source: '配套' }),
      budgetLine({ unitPrice: 1, quantity: 3 }),
    ];
    expect(budgetSums(lines)).toEqual({
      bySource: { 申请: 361_003, 自筹: 6_480_000, 配套: 1_000_000 },
      total: 7_841_003,
    });
    expect(requestedAmount(lines)).toBe(361_003);
  });

  test('any lines within the limits → the same sums as with whole numbers of any size', () => {
    const line = fc.record({
      unitPrice: fc.integer({ min: 0, max: 30_000 }),
      quantity: fc.integer({ min: 0, max: 30_000 }),
      source: fc.constantFrom(...budgetSources),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: limits.budgetLines }), (drawn) => {
        const sums = budgetSums(drawn.map(budgetLine));
        for (const source of budgetSources) {
          const exact = drawn
            .filter((one) => one.source === source)
            .reduce((sum, one) => sum + BigInt(one.unitPrice) * BigInt(one.quantity), 0n);
          expect(BigInt(sums.bySource[source])).toBe(exact);
        }
        expect(sums.total).toBe(sums.bySource.申请 + sums.bySource.自筹 + sums.bySource.配套);
      }),
    );
  });
});

describe('amounts against the rules of the call', () => {
  test.each([
    [5_000_000, 'at the ceiling'],
    [800_000, 'at the floor'],
  ])('%i fen, %s → no fault', (requested) => {
    expect(faultsOf(requested, 0)).toEqual([]);
  });

  test('one fen above the ceiling → the fen to take away', () => {
    expect(faultsOf(5_000_001, 0)).toEqual([
      {
        path: 'budget',
        message: '申请金额 50,000.01 元，超过单个项目上限 50,000 元，请减少 0.01 元，或改为自筹、配套',
      },
    ]);
  });

  test('below the floor → the amount to add', () => {
    expect(faultsOf(700_000, 0)).toEqual([
      { path: 'budget', message: '申请金额 7,000 元，低于单个项目下限 8,000 元，请增加 1,000 元' },
    ]);
  });

  test('own money does not count against the ceiling', () => {
    const budget = [
      budgetLine({ unitPrice: 4_000_000 }),
      budgetLine({ unitPrice: 9_000_000, source: '自筹' }),
    ];
    expect(budgetFaults({ budget, minimum: null }, money)).toEqual([]);
  });

  test('a minimum above what is requested → the amount to take away; an equal one is right', () => {
    expect(faultsOf(4_000_000, 4_000_000)).toEqual([]);
    expect(faultsOf(4_000_000, 4_000_100)).toEqual([
      {
        path: 'minimum',
        message: '最低可行金额 40,001 元，高于申请金额 40,000 元，请减少 1 元',
      },
    ]);
  });

  test('a line of more than ten million yuan → that line is named and nothing else', () => {
    const budget = [budgetLine({}), budgetLine({ unitPrice: limits.money, quantity: limits.quantity })];
    expect(budgetFaults({ budget, minimum: 1 }, money)).toEqual([
      { path: 'budget[1].quantity', message: '这一行超过 10,000,000 元，请核对单价和数量' },
    ]);
  });

  test('the named amount taken away or added → exactly within the rules', () => {
    const amount = fc.integer({ min: 1, max: 20_000_000 });
    fc.assert(
      fc.property(amount, (requested) => {
        const [fault] = faultsOf(requested, 0);
        const named = /请(减少|增加) ([\d,.]+) 元/.exec(fault?.message ?? '');
        if (!named) {
          expect(requested >= money.floor && requested <= money.ceiling).toBe(true);
          return;
        }
        const change = Math.round(Number(named[2]?.replaceAll(',', '')) * 100);
        const repaired = named[1] === '减少' ? requested - change : requested + change;
        expect([money.floor, money.ceiling]).toContain(repaired);
        expect(faultsOf(repaired, 0)).toEqual([]);
      }),
    );
  });
});
