import { expect, test } from 'vitest';
import type { ResultEntry } from '../../../shared/contract/results.ts';
import { smallSettings } from '../settings/small-settings.ts';
import { amountOf, differsFromRule, limitChecks, rowFault, totalOf } from './decision-draft.ts';
import type { DraftRow } from './decision-draft.ts';

const row = (typed: string, change: Partial<ResultEntry> = {}): DraftRow => ({
  entry: { rank: 1, requested: 2_200_000, minimum: 1_600_000, ...change } as ResultEntry,
  ruled: 2_200_000,
  reason: '',
  typed,
});

test.each([
  ['22,000', 2_200_000],
  ['17130.5', 1_713_050],
  ['', 0],
  ['两万', null],
])('an amount typed as “%s” is %s fen', (typed, fen) => {
  expect(amountOf(row(typed))).toBe(fen);
});

test.each([
  ['22,000', null],
  ['22,000.01', 'above_request'],
  ['15,999.99', 'below_minimum'],
  ['abc', 'not_money'],
] as const)('%s is %s', (typed, fault) => {
  expect(rowFault(row(typed))).toBe(fault);
});

test('money for a project that is not ranked is a fault', () => {
  expect(rowFault(row('20,000', { rank: null }))).toBe('not_ranked');
});

test('the total leaves out what is no amount, and a change shows against the rule', () => {
  const rows = [row('22,000'), row('20,000'), row('x')];
  expect([totalOf(rows), differsFromRule([row('22,000')]), differsFromRule(rows)]).toEqual([
    4_200_000,
    false,
    true,
  ]);
});

test('floors and caps of the call show with what the list comes to', () => {
  const settings = smallSettings();
  const limit = { by: 'track', id: 'k1', measure: 'count', value: 1 } as const;
  const funding = { ...settings.funding, floors: [limit], caps: [{ ...limit, measure: 'amount' as const }] };
  const rows = [row('22,000', { proposal: 'p1', trackId: 'k1', communityId: 'c1' })];
  expect(limitChecks(rows, settings)).toEqual([]);
  expect(limitChecks(rows, { ...settings, funding })).toEqual([
    { ok: true, text: '类别“便民服务”至少1个，名单中1个' },
    { ok: false, text: '类别“便民服务”最多0.01元，名单中22,000元' },
  ]);
});
