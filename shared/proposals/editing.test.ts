import { describe, expect, test } from 'vitest';
import type { FormCheck, ProposalStatus } from '../contract/proposals.ts';
import { editing, mayChangePapers } from './editing.ts';

const dates = { deadline: 1000, correctionTo: 2000 };
const check = (...paths: string[]): FormCheck => ({
  verdict: 'return',
  fields: paths.map((path) => ({ path, note: '请补正' })),
  reason: '',
});
const open = (status: ProposalStatus, now: number, given: FormCheck | null = null) => {
  const state = editing({ status, check: given }, dates, now);
  return state.open === 'nothing' ? state.why : state.open;
};

describe('what may be changed', () => {
  test.each<[ProposalStatus, string, string, string, string]>([
    // before, at, just after the deadline; at the end of the correction period
    ['draft', 'all', 'all', 'deadline_passed', 'deadline_passed'],
    ['submitted', 'all', 'all', 'deadline_passed', 'deadline_passed'],
    ['returned', 'all', 'all', 'flagged', 'flagged'],
    ['passed', 'all', 'all', 'wrong_state', 'wrong_state'],
    ['refused', 'wrong_state', 'wrong_state', 'wrong_state', 'wrong_state'],
    ['withdrawn', 'wrong_state', 'wrong_state', 'wrong_state', 'wrong_state'],
  ])(
    '%s → %s before the deadline, %s at it, %s after it, %s at the end of correction',
    (status, ...states) => {
      expect([999, 1000, 1001, 2000].map((now) => open(status, now, check('needs')))).toEqual(states);
    },
  );

  test('returned, the correction period over → nothing', () => {
    expect(open('returned', 2001, check('needs'))).toBe('deadline_passed');
  });

  test('returned → exactly the flagged members', () => {
    const state = editing({ status: 'returned', check: check('needs', 'goals[0]') }, dates, 1500);
    expect(state.open === 'flagged' && [...state.opened.members]).toEqual(['needs', 'goals']);
  });
});

describe('papers', () => {
  const may = (status: ProposalStatus, now: number, isSealPage: boolean, ...paths: string[]) =>
    mayChangePapers({ status, check: check(...paths) }, dates, now, isSealPage);

  test('before the deadline → every kind, while the proposal lives', () => {
    expect([may('draft', 1000, false), may('submitted', 1000, true), may('withdrawn', 1000, true)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a seal page → until the end of correction, for what was submitted', () => {
    expect([may('submitted', 2000, true), may('passed', 2000, true), may('returned', 2000, true)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([may('draft', 1001, true), may('refused', 1001, true), may('submitted', 2001, true)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('another paper after the deadline → only where the correction asks for papers', () => {
    expect(may('submitted', 1001, false)).toBe(false);
    expect(may('returned', 1001, false, 'needs')).toBe(false);
    expect(may('returned', 1001, false, 'attachments')).toBe(true);
    expect(may('returned', 2001, false, 'attachments')).toBe(false);
  });
});
