import { expect, test } from 'vitest';
import { ledgerOf } from '../ledger-for-tests.ts';
import type { TestAct } from '../ledger-for-tests.ts';
import { signatureFaults } from './signatures.ts';

const checksum = '1'.repeat(64);
const subject = 'competition:c1' as const;
const computed = (version: number): TestAct => ({
  actor: 'officer:u04',
  action: 'result_computed',
  subject: `result:${version}`,
  data: { version, rules: 1, sheets: 4, checksum },
  sealed: {},
});
const approved = (by: string, act = 'result_signed'): TestAct => ({
  actor: `officer:${by}`,
  action: 'approval_given',
  subject,
  data: { act, preview: '2'.repeat(64) },
  sealed: {},
});
const signed = (version: number, approver = 'u07', of = checksum): TestAct => ({
  actor: 'officer:u01',
  action: 'result_signed',
  subject: `result:${version}`,
  data: { version, checksum: of, approver },
  sealed: {},
});
const opened: TestAct = {
  actor: 'officer:u07',
  action: 'analysis_opened',
  subject: 'result:1',
  data: { version: 1 },
  sealed: {},
};
const recorded: TestAct = {
  actor: 'officer:u01',
  action: 'decision_recorded',
  subject: 'decision:1',
  data: { version: 1, result: 1, funded: 1 },
  sealed: { amounts: { p1: 100 }, reason: null },
};
const confirmed: TestAct = {
  actor: 'officer:u07',
  action: 'decision_confirmed',
  subject: 'decision:1',
  data: { version: 1 },
  sealed: {},
};
const unwatched: TestAct = {
  actor: 'officer:u04',
  action: 'judge_absent_recorded',
  subject: 'judge:j01',
  data: { entries: ['p1'], absent: 'left', approver: null },
  sealed: { reason: '临时有事' },
};
const countersigned: TestAct = {
  actor: 'officer:u07',
  action: 'countersigned',
  subject,
  data: { entry: 1 },
  sealed: {},
};
const codes = (...acts: TestAct[]) =>
  signatureFaults(ledgerOf(acts).known).map((fault) => `${fault.code} ${'seq' in fault ? fault.seq : ''}`);

test('computed, signed by two, the list confirmed and the analysis opened → as the house allows', () => {
  expect(codes(computed(1), approved('u07'), signed(1), recorded, confirmed, opened)).toEqual([]);
});

test('an act without a second person, countersigned since → nothing is open', () => {
  expect(codes(unwatched, countersigned, computed(1), approved('u07'), signed(1))).toEqual([]);
});

test.each<[string, TestAct[], string[]]>([
  ['nothing was computed', [approved('u07'), signed(1)], ['signed_other 2']],
  ['an older version', [computed(1), computed(2), approved('u07'), signed(1)], ['signed_other 4']],
  ['another checksum', [computed(1), approved('u07'), signed(1, 'u07', '3'.repeat(64))], ['signed_other 3']],
  ['an act still open', [unwatched, computed(1), approved('u07'), signed(1)], ['signed_open 4']],
  ['nobody approved', [computed(1), signed(1)], ['signed_unapproved 2']],
  ['approved by the same person', [computed(1), approved('u01'), signed(1, 'u01')], ['signed_unapproved 3']],
  [
    'an approval of the version before',
    [computed(1), approved('u07'), computed(2), signed(2)],
    ['signed_unapproved 4'],
  ],
  [
    'an approval of something else',
    [computed(1), approved('u07', 'tie_decided'), signed(1)],
    ['signed_unapproved 3'],
  ],
  ['the list confirmed on an unsigned result', [computed(1), recorded, confirmed], ['confirmed_unsigned 3']],
  ['the analysis opened before', [computed(1), opened], ['analysis_unsigned 2']],
])('%s → named', (_, acts, faults) => {
  expect(codes(...acts)).toEqual(faults);
});
