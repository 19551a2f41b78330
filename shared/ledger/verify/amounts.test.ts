import { describe, expect, test } from 'vitest';
import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import { ledgerOf } from '../ledger-for-tests.ts';
import type { TestAct } from '../ledger-for-tests.ts';
import { amountFaults, decidedAmounts } from './amounts.ts';

const scorebook: ScorebookFile = {
  format: 'scorebook/1',
  criteria: [{ id: 'need' }],
  judges: [{ id: 'j01' }],
  entries: [
    { id: 'p1', name: '暖心饭盒' },
    { id: 'p2', name: '=夜校' },
    { id: 'p3', name: '夜校' },
  ],
  sheets: [],
  rules: { unit: 'sheet', combine: 'mean' },
};
const decided = { p1: 4_500_000, p2: 1_713_050 };
const csv = (...rows: string[]) => ['序号,项目名称,申报主体,落地社区,拟资助金额（元）', ...rows].join('\r\n');
const codes = (text: string) => amountFaults(text, decided, scorebook);
const differs = (name: string) => ({ path: 'funded.csv', code: 'amount_differs', name });

describe('amountFaults', () => {
  test('the list as decided, however amounts are grouped → none', () => {
    expect(codes(csv('1,暖心饭盒,甲,东桥,"45,000"', "2,'=夜校,乙,锦湖,17130.50", ',,,,62130.50'))).toEqual(
      [],
    );
  });

  test('one digit changed → that project', () => {
    expect(codes(csv('1,暖心饭盒,甲,东桥,45001', "2,'=夜校,乙,锦湖,17130.50"))).toEqual([
      differs('暖心饭盒'),
    ]);
  });

  test('a project left out, put in, or listed twice → that project', () => {
    const [one, two] = ['1,暖心饭盒,甲,东桥,45000', "2,'=夜校,乙,锦湖,17130.50"];
    expect(codes(csv(one))).toEqual([differs('=夜校')]);
    expect(codes(csv(one, two, '3,夜校,丙,锦湖,1'))).toEqual([differs('夜校')]);
    expect(codes(csv(one, two, two))).toEqual([differs('=夜校')]);
  });

  test('no such columns, or an amount that is none → the form', () => {
    const form = [{ path: 'funded.csv', code: 'amounts_form' }];
    expect(codes('名称,金额\n暖心饭盒,45000')).toEqual(form);
    expect(codes(csv('1,暖心饭盒,甲,东桥,四万五'))).toEqual(form);
    expect(codes('')).toEqual(form);
  });
});

describe('decidedAmounts', () => {
  const decision = (version: number, amounts: Record<string, number>): TestAct => ({
    actor: 'officer:u01',
    action: 'decision_recorded',
    subject: `decision:d${version}`,
    data: { version, result: 1, funded: Object.keys(amounts).length },
    sealed: { amounts, reason: null },
  });

  test('several versions → the last', () => {
    const { known, openings } = ledgerOf([decision(1, { p1: 100 }), decision(2, decided)]);
    expect(decidedAmounts(known, openings)).toEqual(decided);
  });

  test('no decision, or its seal not opened → null', () => {
    const { known, openings } = ledgerOf([decision(1, { p1: 100 }), decision(2, decided)]);
    expect(decidedAmounts([], openings)).toBeNull();
    expect(
      decidedAmounts(
        known,
        openings.filter(({ seq }) => seq === 1),
      ),
    ).toBeNull();
  });
});
