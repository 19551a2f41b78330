import { expect, test } from 'vitest';
import { ledgerOf, submission } from '../ledger-for-tests.ts';
import type { TestAct } from '../ledger-for-tests.ts';
import { ruleChangeFaults } from './rules.ts';

const hashes = { settings: '0'.repeat(64), scoring: '1'.repeat(64) };
const subject = 'competition:c1' as const;
const frozen: TestAct = {
  actor: 'officer:u01',
  action: 'rules_frozen',
  subject,
  data: { version: 1, ...hashes },
  sealed: {},
};
const corrected = (version: number): TestAct => ({
  actor: 'officer:u01',
  action: 'rules_corrected',
  subject,
  data: { version, ...hashes },
  sealed: { reason: '公告有误' },
});
const approved = (by: string, act = 'rules_changed'): TestAct => ({
  actor: `officer:${by}`,
  action: 'approval_given',
  subject,
  data: { act, preview: '2'.repeat(64) },
  sealed: {},
});
const changed = (version: number, approver: string | null): TestAct => ({
  actor: 'officer:u01',
  action: 'rules_changed',
  subject,
  data: { version, ...hashes, approver },
  sealed: { reason: '评委组要求' },
});
const sheet = submission('j01', 'p1', '17', '50');
const codes = (...acts: TestAct[]) =>
  ruleChangeFaults(ledgerOf(acts).known).map((fault) => `${fault.code} ${'seq' in fault ? fault.seq : ''}`);

test('frozen, corrected before the first sheet, changed after it by two → as the house allows', () => {
  expect(codes(frozen, corrected(2), sheet, approved('u07'), changed(3, 'u07'))).toEqual([]);
});

test.each<[string, TestAct[], string[]]>([
  ['corrected after a sheet', [frozen, sheet, corrected(2)], ['rules_corrected_late 3']],
  ['a version left out', [frozen, corrected(3)], ['rules_version 2']],
  ['frozen twice', [frozen, frozen], ['rules_version 2']],
  ['nobody approved', [frozen, sheet, changed(2, null)], ['rules_unapproved 3']],
  ['an approval that was never given', [frozen, sheet, changed(2, 'u07')], ['rules_unapproved 3']],
  [
    'an approval of something else',
    [frozen, sheet, approved('u07', 'tie_decided'), changed(2, 'u07')],
    ['rules_unapproved 4'],
  ],
  [
    'approved by the one who changed',
    [frozen, sheet, approved('u01'), changed(2, 'u01')],
    ['rules_unapproved 4'],
  ],
  [
    'one approval for two changes',
    [frozen, sheet, approved('u07'), changed(2, 'u07'), changed(3, 'u07')],
    ['rules_unapproved 5'],
  ],
])('%s → named', (_, acts, faults) => {
  expect(codes(...acts)).toEqual(faults);
});
