import { expect, test } from 'vitest';
import type { ScorebookFile } from '../../scoring/scorebook/types.ts';
import { ledgerOf } from '../ledger-for-tests.ts';
import type { TestAct } from '../ledger-for-tests.ts';
import { additionFaults } from './additions.ts';

const adjusted = (points: string): TestAct => ({
  actor: 'officer:u04',
  action: 'adjustments_recorded',
  subject: 'result:adjustments-1',
  data: { version: 1, entries: 1, approver: 'u07' },
  sealed: { adjustments: [{ entry: 'p1', points, reason: '特别观察项目' }] },
});
const counted: TestAct = {
  actor: 'officer:u04',
  action: 'votes_recorded',
  subject: 'result:votes-1',
  data: { version: 1, entries: 3, approver: 'u07' },
  sealed: { votes: { p1: 30, p2: 12, gone: 5 }, source: '公众号' },
};
const book = (changes: Partial<ScorebookFile> = {}): ScorebookFile => ({
  format: 'scorebook/1',
  criteria: [],
  judges: [],
  entries: [{ id: 'p1' }, { id: 'p2' }, { id: 'gone', excluded: { kind: 'withdrawn' } }],
  sheets: [],
  rules: {
    unit: 'sheet',
    combine: 'mean',
    stages: [
      { id: 'a', weight: '1' },
      { id: 'v', weight: '1', votes: { by: 'percent' } },
    ],
  },
  adjustments: [{ entry: 'p1', points: '2', reason: '特别观察项目' }],
  votes: [
    { stage: 'v', entry: 'p1', count: 30 },
    { stage: 'v', entry: 'p2', count: 12 },
  ],
  ...changes,
});
const codes = (file: ScorebookFile, acts: TestAct[], areOpen = true) => {
  const { known, openings } = ledgerOf(acts);
  return additionFaults(file, known, areOpen ? openings : []).map(({ code }) => code);
};

test('as recorded, those of a project that withdrew left out → nothing to say', () => {
  expect(codes(book(), [adjusted('2'), counted])).toEqual([]);
});

test('seals that nobody opened → agree with anything', () => {
  expect(codes(book(), [adjusted('9'), counted], false)).toEqual([]);
});

test('a rule that has neither → what was recorded before is not missed', () => {
  const rules = { unit: 'sheet', combine: 'mean' } as const;
  expect(codes({ ...book({ rules, votes: [] }), adjustments: [] }, [adjusted('2'), counted])).toEqual([]);
});

test.each<[string, ScorebookFile, TestAct[], string[]]>([
  ['other points', book(), [adjusted('3'), counted], ['adjustments_differ']],
  ['points that nobody recorded', book(), [counted], ['adjustments_differ']],
  ['votes that nobody recorded', book(), [adjusted('2')], ['votes_differ']],
  [
    'one vote more',
    book({
      votes: [
        { stage: 'v', entry: 'p1', count: 31 },
        { stage: 'v', entry: 'p2', count: 12 },
      ],
    }),
    [adjusted('2'), counted],
    ['votes_differ'],
  ],
  ['a project without its votes', book({ votes: [] }), [adjusted('2'), counted], ['votes_differ']],
])('%s → named', (_, file, acts, faults) => {
  expect(codes(file, acts)).toEqual(faults);
});
