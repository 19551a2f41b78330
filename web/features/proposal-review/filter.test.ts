import { expect, test } from 'vitest';
import type { ProposalStatus, ProposalSummary } from '../../../shared/contract/proposals.ts';
import { countByStatus, filterProposals, nextToCheck } from './filter.ts';

const proposal = (id: string, status: ProposalStatus, title: string): ProposalSummary => ({
  id,
  number: `2026-00${id.slice(1)}`,
  title,
  applicant: 'a1',
  applicantName: '示例互助队',
  track: id === 'p1' ? 'k1' : 'k2',
  community: id === 'p3' ? null : 'c1',
  status,
  requested: 0,
  submittedAt: null,
  automatic: false,
  savedAt: 0,
});
const all = [
  proposal('p1', 'submitted', '助餐'),
  proposal('p2', 'passed', '花园 ABC'),
  proposal('p3', 'submitted', '夜校'),
];
const open = { status: '', track: '', community: '', words: '' } as const;
const ids = (list: readonly ProposalSummary[]) => list.map(({ id }) => id);

test('filter left open → all, in order', () => {
  expect(ids(filterProposals(all, open))).toEqual(['p1', 'p2', 'p3']);
});

test('parts together → those that fit all of them', () => {
  expect(ids(filterProposals(all, { ...open, status: 'submitted', community: 'c1' }))).toEqual(['p1']);
  expect(ids(filterProposals(all, { ...open, track: 'k2', status: 'withdrawn' }))).toEqual([]);
});

test('words → found in number, title and applicant, whatever their width and case', () => {
  expect(ids(filterProposals(all, { ...open, words: 'ａｂｃ' }))).toEqual(['p2']);
  expect(ids(filterProposals(all, { ...open, words: '2026-003' }))).toEqual(['p3']);
  expect(ids(filterProposals(all, { ...open, words: '互助队' }))).toEqual(['p1', 'p2', 'p3']);
});

test('counts → one number per status that occurs', () => {
  expect(countByStatus(all)).toEqual({ submitted: 2, passed: 1 });
});

test('next to check → the next submitted one, then from the front, never the same', () => {
  expect(nextToCheck(all, 'p1')?.id).toBe('p3');
  expect(nextToCheck(all, 'p3')?.id).toBe('p1');
  expect(nextToCheck(all.slice(0, 2), 'p1')).toBeNull();
});
