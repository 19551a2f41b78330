import { expect, test } from 'vitest';
import type { Attachment, Proposal } from '../../../shared/contract/proposals.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { hasUnsubmittedChanges } from './unsubmitted.ts';

const submitted: Proposal = {
  id: 'p1',
  applicant: 'a1',
  applicantName: '',
  status: 'submitted',
  revision: 5,
  submittedRevision: 5,
  number: '2026-001',
  submittedAt: 1000,
  content: emptyContent('暖心饭盒'),
  attachments: [],
  check: null,
  enteredByClerk: false,
  submitAtDeadline: true,
  automatic: false,
  savedAt: 900,
};
const paper = (kind: Attachment['kind'], at: number): Attachment => ({
  id: 'f1',
  kind,
  name: '1.pdf',
  bytes: 1,
  type: 'application/pdf',
  at,
});

test('nothing was touched since the submission → no', () => {
  expect(hasUnsubmittedChanges({ ...submitted, attachments: [paper('other', 999)] }, [])).toBe(false);
});

test('never submitted, saved since, typed since, a paper added since → yes', () => {
  expect([
    hasUnsubmittedChanges({ ...submitted, submittedAt: null }, []),
    hasUnsubmittedChanges({ ...submitted, revision: 6 }, []),
    hasUnsubmittedChanges(submitted, ['needs']),
    hasUnsubmittedChanges({ ...submitted, attachments: [paper('other', 1001)] }, []),
  ]).toEqual([true, true, true, true]);
});

test('a seal page that followed → no, it counts as it comes in', () => {
  expect(hasUnsubmittedChanges({ ...submitted, attachments: [paper('seal_page', 1001)] }, [])).toBe(false);
});
