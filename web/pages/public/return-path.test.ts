import { expect, test } from 'vitest';
import { homeOf, safePath } from './return-path.ts';

test('path of this application → taken', () => {
  expect(safePath('/o/c1/people?x=1')).toBe('/o/c1/people?x=1');
});

test.each([
  '//example.org/',
  '/\\example.org',
  'https://example.org/',
  '/sign-in?to=/o',
  '',
  undefined,
  ['/o'],
])('path %j → refused', (to) => {
  expect(safePath(to)).toBeNull();
});

const account = { id: 'u1', name: '', hasApprovalSecret: false };
const competitions = [{ id: 'c1', name: '', roles: [] }];

test('officer → list of competitions', () => {
  expect(homeOf({ account: { ...account, kind: 'officer' }, competitions })).toBe('/o');
});

test('applicant → own tasks in the competition', () => {
  expect(homeOf({ account: { ...account, kind: 'applicant' }, competitions })).toBe('/c/c1/apply');
});

test('applicant without a competition → front page', () => {
  expect(homeOf({ account: { ...account, kind: 'applicant' }, competitions: [] })).toBe('/');
});
