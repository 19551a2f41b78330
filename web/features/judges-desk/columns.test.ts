import { expect, test } from 'vitest';
import type { Defense } from '../../../shared/contract/defenses.ts';
import type { ProposalStatus, ProposalSummary } from '../../../shared/contract/proposals.ts';
import { columnsOf } from './columns.ts';

const proposal = (id: string, number: string, status: ProposalStatus): ProposalSummary => ({
  id,
  number,
  title: `项目${id}`,
  applicant: 'a1',
  applicantName: '',
  track: null,
  community: null,
  status,
  requested: 0,
  submittedAt: null,
  automatic: false,
  savedAt: 0,
});
const defense = (id: string, order: number): Defense => ({
  proposal: id,
  order,
  session: 'am',
  status: 'waiting',
  title: `项目${id}`,
  applicantName: '',
  community: null,
  plannedStart: 0,
});

test('no order yet → proposals in the running by number, drafts and refused ones left out', () => {
  const list = [
    proposal('p3', '2026-003', 'passed'),
    proposal('p1', '2026-001', 'submitted'),
    proposal('p2', '2026-002', 'refused'),
    proposal('p4', '', 'draft'),
  ];
  expect(columnsOf(list, []).map(({ id, short }) => [id, short])).toEqual([
    ['p1', '001'],
    ['p3', '003'],
  ]);
});

test('order drawn → the defenses by their order number', () => {
  expect(columnsOf([], [defense('p2', 7), defense('p1', 3)]).map(({ short }) => short)).toEqual(['3', '7']);
});
