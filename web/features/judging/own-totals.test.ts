import { describe, expect, it } from 'vitest';
import type { JudgingBook, Sheet } from '../../../shared/contract/judging.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import { emptySheet } from '../../offline/book.ts';
import { earlierTotals, fullMarkOf, sameTotals, totalOf } from './own-totals.ts';

const criterion = (id: string, max: string): Criterion => ({
  id,
  name: id,
  min: '0',
  max,
  step: '0.5',
  guidance: [],
  levels: [],
});
const criteria = [criterion('need', '20'), criterion('design', '20'), criterion('team', '10')];

const sheet = (proposal: string, status: Sheet['status'], marks: Sheet['marks']): Sheet => ({
  ...emptySheet(proposal),
  status,
  marks,
});
const book: JudgingBook = {
  competition: 'c',
  epoch: 'e',
  judge: { id: 'j', name: '实务专家甲', seat: 3 },
  criteria,
  sessions: [],
  lockedSessions: [],
  defenses: ['p1', 'p2', 'p3', 'p4'].map((proposal, index) => ({
    proposal,
    order: index + 1,
    session: 'am',
    title: proposal,
    applicantName: '',
    withdrawn: proposal === 'p4',
  })),
  sheets: [
    sheet('p3', 'locked', { need: '18', design: '16.5', team: '9' }),
    sheet('p1', 'submitted', { need: '19', design: '15.5', team: '9' }),
    sheet('p2', 'draft', { need: '20', design: '20' }),
    sheet('p4', 'submitted', { need: '1', design: '1', team: '1' }),
  ],
  stage: {} as JudgingBook['stage'],
};

describe('totalOf', () => {
  it('tenths that binary numbers cannot hold → the exact sum', () => {
    expect(totalOf(criteria, { need: '0.1', design: '0.2' })).toEqual({
      total: '0.3',
      missing: [criteria[2]],
    });
  });

  it('nothing given → 0, everything missing', () => {
    expect(totalOf(criteria, {})).toEqual({ total: '0', missing: criteria });
  });
});

describe('fullMarkOf', () => {
  it('sum of the full marks', () => {
    expect(fullMarkOf(criteria)).toBe('50');
  });
});

describe('earlierTotals', () => {
  it('submitted and locked sheets in order; drafts, withdrawn projects and the one in hand left out', () => {
    expect(earlierTotals(book, [], 'p9')).toEqual([
      { proposal: 'p1', order: 1, total: '43.5' },
      { proposal: 'p3', order: 3, total: '43.5' },
    ]);
    expect(earlierTotals(book, [], 'p1').map(({ order }) => order)).toEqual([3]);
  });
});

describe('sameTotals', () => {
  it('the same exact total → the order numbers that have it', () => {
    expect(sameTotals(earlierTotals(book, [], 'p9'), '43.5')).toEqual([1, 3]);
    expect(sameTotals(earlierTotals(book, [], 'p9'), '43')).toEqual([]);
  });
});
