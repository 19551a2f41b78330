import { expect, test } from 'vitest';
import type { OverviewFacts } from './overview-steps.ts';
import { nextStep, overviewSteps } from './overview-steps.ts';

const fresh: OverviewFacts = {
  stage: 'draft',
  settingsFaults: 0,
  approvers: 1,
  applicants: 0,
  proposals: [],
  judges: 0,
  seats: 15,
  recusals: 0,
  defenses: 0,
  devices: 0,
  openSessions: 2,
  resultVersion: 0,
  resultState: 'unsigned',
};
const called: OverviewFacts = { ...fresh, stage: 'call', approvers: 2, applicants: 26 };

const stateOf = (facts: OverviewFacts, name: string) =>
  overviewSteps(facts).find((step) => step.name === name);

test('fresh competition with one approver → people come next', () => {
  expect(nextStep(overviewSteps(fresh))?.name).toBe('people');
  expect(stateOf(fresh, 'people')).toMatchObject({ kind: 'todo', state: 'approvers', values: { count: 1 } });
});

test('settings with faults → they come first', () => {
  expect(nextStep(overviewSteps({ ...fresh, settingsFaults: 3 }))?.name).toBe('settings');
});

test('call published, proposals waiting → they are to be checked, however many have passed', () => {
  const facts: OverviewFacts = { ...called, proposals: ['passed', 'submitted', 'submitted', 'returned'] };
  expect(nextStep(overviewSteps(facts))).toMatchObject({
    name: 'proposals',
    state: 'to_check',
    values: { count: 2 },
  });
});

test('panel complete without any recusal → still to do, since nobody has looked', () => {
  expect(stateOf({ ...called, judges: 15 }, 'judges')).toMatchObject({ kind: 'todo', state: 'no_recusal' });
});

test('order drawn and a session open → the defense is under way; all locked → done', () => {
  expect(stateOf({ ...called, defenses: 34, openSessions: 1 }, 'console')).toMatchObject({ kind: 'doing' });
  expect(stateOf({ ...called, defenses: 34, openSessions: 0 }, 'console')).toMatchObject({ kind: 'done' });
});

test('numbers this person may not see → never the next step', () => {
  const facts: OverviewFacts = { ...called, applicants: null, proposals: null, judges: null };
  expect(['applicants', 'proposals', 'judges']).not.toContain(nextStep(overviewSteps(facts))?.name);
});

test.each([
  [0, 'unsigned', 'todo', 'no_result'],
  [2, 'unsigned', 'doing', 'unsigned'],
  [2, 'outdated', 'doing', 'outdated'],
  [2, 'signed', 'done', 'result'],
] as const)('result %i, %s → %s, %s', (resultVersion, resultState, kind, state) => {
  expect(stateOf({ ...called, resultVersion, resultState }, 'results')).toMatchObject({ kind, state });
});
