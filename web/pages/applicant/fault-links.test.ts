import { expect, test } from 'vitest';
import { faultLink, taskOf } from './fault-links.ts';

const places = { apply: '/c/c1/apply', tasks: '/c/c1/apply/proposals/p1' };

test('paths of every kind → the task that shows their field', () => {
  expect(
    ['title', 'goals[2].number', 'budget', 'minimum', 'beneficiaries.direct', 'attachments.registration'].map(
      taskOf,
    ),
  ).toEqual(['basics', 'goals', 'budget', 'budget', 'team', 'attachments']);
  expect([taskOf('attachments.seal_page'), taskOf('seal'), taskOf('plan'), taskOf('profile.leader')]).toEqual(
    ['seal', 'seal', 'plan', null],
  );
});

test('a field → its page with the field in the hash, and the way back', () => {
  expect(faultLink({ path: 'goals[2].number' }, places, 'check')).toEqual({
    path: '/c/c1/apply/proposals/p1/goals',
    query: { from: 'check' },
    hash: '#goals[2].number',
  });
});

test('a part of the profile → the profile, which leads back to the tasks', () => {
  expect(faultLink({ path: 'profile.leader' }, places)).toEqual({
    path: '/c/c1/apply/profile',
    query: { to: '/c/c1/apply/proposals/p1' },
    hash: '#profile.leader',
  });
});
