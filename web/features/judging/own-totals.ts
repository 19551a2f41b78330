import type { JudgingBook } from '../../../shared/contract/judging.ts';
import type { Criterion } from '../../../shared/contract/settings.ts';
import type { Marks } from '../../../shared/contract/common.ts';
import { criteriaOf, sheetOf } from '../../offline/book.ts';
import type { Queue } from '../../offline/queue.ts';
import { sheetNow } from '../../offline/sheet-now.ts';
import { sumMarks } from '../../../shared/scoring/numbers/sum-marks.ts';
import { isSubmitted } from './sheet-state.ts';

export interface MarksTotal {
  /** Exact sum of the marks given so far, a decimal string. */
  total: string;
  /** Criteria without a mark, in order. */
  missing: Criterion[];
}

export function totalOf(criteria: readonly Criterion[], marks: Marks): MarksTotal {
  const given = criteria.map(({ id }) => marks[id]).filter((mark): mark is string => mark !== undefined);
  return { total: sumMarks(given), missing: criteria.filter(({ id }) => marks[id] === undefined) };
}

/** The full mark of a sheet. */
export const fullMarkOf = (criteria: readonly Criterion[]): string =>
  sumMarks(criteria.map(({ max }) => max));

export interface OwnSheetTotal {
  proposal: string;
  order: number;
  total: string;
}

/** The judge's own submitted totals in order of appearance, without the sheet in hand. */
export function earlierTotals(book: JudgingBook, queue: Queue, except: string): OwnSheetTotal[] {
  return book.defenses
    .filter(({ proposal, withdrawn }) => proposal !== except && !withdrawn)
    .map(({ proposal, order }) => ({ proposal, order, now: sheetNow(sheetOf(book, proposal), queue) }))
    .filter(({ now }) => isSubmitted(now))
    .map(({ proposal, order, now }) => ({
      proposal,
      order,
      total: totalOf(criteriaOf(book, proposal), now.marks).total,
    }))
    .sort((a, b) => a.order - b.order);
}

/** Order numbers the judge gave exactly this total. */
export const sameTotals = (earlier: readonly OwnSheetTotal[], total: string): number[] =>
  earlier.filter((other) => other.total === total).map(({ order }) => order);
