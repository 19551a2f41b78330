import { expect, test } from 'vitest';
import { openCountersignatures } from './countersign.ts';
import { absence, ledgerOf, recusal } from './ledger-for-tests.ts';
import type { TestAct } from './ledger-for-tests.ts';

const returned = (entry: string, approver: string | null): TestAct => ({
  actor: 'officer:u04',
  action: 'sheet_returned',
  subject: `sheet:j01-${entry}`,
  data: { judge: 'j01', entry, revision: 1, approver },
  sealed: { reason: '录入错误' },
});
const countersigned = (entry: number): TestAct => ({
  actor: 'officer:u07',
  action: 'countersigned',
  subject: 'competition:c1',
  data: { entry },
  sealed: {},
});
const openSeqs = (...acts: TestAct[]) =>
  openCountersignatures(ledgerOf(acts).known).map(({ action, seq }) => `${seq} ${action}`);

test('without a second person → open until it is countersigned, oldest first', () => {
  const acts = [returned('p1', null), returned('p2', null)];
  expect(openSeqs(...acts)).toEqual(['1 sheet_returned', '2 sheet_returned']);
  expect(openSeqs(...acts, countersigned(1))).toEqual(['2 sheet_returned']);
  expect(openSeqs(...acts, countersigned(1), countersigned(2))).toEqual([]);
});

test('with a second person, or an act that needs none → nothing is open', () => {
  expect(openSeqs(returned('p1', 'u07'), absence('j01', ['p2'], 'left'), recusal('j01', 'p3'))).toEqual([]);
});
