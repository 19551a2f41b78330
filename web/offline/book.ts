import type { Seat } from '../../shared/contract/devices.ts';
import type { JudgingBook, Sheet } from '../../shared/contract/judging.ts';
import type { Criterion } from '../../shared/contract/settings.ts';
import { criteriaFor } from '../../shared/panels/rubric.ts';
import { sumMarks } from '../../shared/scoring/numbers/sum-marks.ts';
import type { Acknowledgement, Operation } from './operation.ts';

/** The sheet of a project that nobody has touched yet. */
export const emptySheet = (proposal: string): Sheet => ({
  proposal,
  revision: 0,
  status: 'none',
  marks: {},
  comment: '',
  total: '',
  savedAt: null,
  receipt: null,
  returned: null,
});

export const sheetOf = (book: JudgingBook, proposal: string): Sheet =>
  book.sheets.find((sheet) => sheet.proposal === proposal) ?? emptySheet(proposal);

/** The book of a judge whose own this device has never fetched, from what it knows of the seat. */
export function firstBook({ roster, book }: Seat, judge: string): JudgingBook | null {
  const entry = roster.find((one) => one.judge === judge);
  if (entry === undefined) return null;
  const { name, seat, recused } = entry;
  const sheets = recused.map((proposal): Sheet => ({ ...emptySheet(proposal), status: 'recused' }));
  return { ...book, judge: { id: judge, name, seat }, sheets };
}

/** The criteria by which a project is marked; none before there is a book. */
export function criteriaOf(
  book: Pick<JudgingBook, 'criteria' | 'defenses'> | null,
  proposal: string,
): Criterion[] {
  const defense = book?.defenses.find((one) => one.proposal === proposal);
  return criteriaFor(book?.criteria ?? [], defense?.track);
}

/**
 * The book to keep when the server sent one. Within one epoch a sheet never goes back: an acknowledgement may have
 * overtaken the reply. A new epoch counts as it is.
 */
export function mergeBook(kept: JudgingBook | undefined, fetched: JudgingBook): JudgingBook {
  if (kept === undefined || kept.epoch !== fetched.epoch) return fetched;
  const sheets = fetched.sheets.map((sheet) => newer(sheetOf(kept, sheet.proposal), sheet));
  const missing = kept.sheets.filter((sheet) => !sheets.some(({ proposal }) => proposal === sheet.proposal));
  return { ...fetched, sheets: [...sheets, ...missing] };
}

/** The book after the server has acknowledged an own operation. */
export function withAcknowledgement(
  book: JudgingBook,
  operation: Operation,
  reply: Acknowledgement,
): JudgingBook {
  const sheet = reply.sheet ?? savedSheet(book, operation, reply);
  if (sheet === null) return book;
  const others = book.sheets.filter(({ proposal }) => proposal !== sheet.proposal);
  return { ...book, sheets: [...others, newer(sheetOf(book, sheet.proposal), sheet)] };
}

/** Time by the server of the latest thing it holds of this judge, null when it holds nothing. */
export const lastSavedAt = (book: JudgingBook): number | null =>
  book.sheets.reduce<number | null>(
    (latest, { savedAt }) => (savedAt !== null && savedAt > (latest ?? 0) ? savedAt : latest),
    null,
  );

const newer = (kept: Sheet, other: Sheet): Sheet => (kept.revision > other.revision ? kept : other);

function savedSheet(book: JudgingBook, { act }: Operation, { revision, at }: Acknowledgement): Sheet | null {
  if (act.kind !== 'save' && act.kind !== 'submit') return null;
  const marks = criteriaOf(book, act.proposal).map(({ id }) => act.marks[id]);
  const complete = marks.filter((mark): mark is string => mark !== undefined);
  return {
    proposal: act.proposal,
    revision,
    status: act.kind === 'save' ? 'draft' : 'submitted',
    marks: act.marks,
    comment: act.comment,
    total: complete.length === marks.length ? sumMarks(complete) : '',
    savedAt: at,
    receipt: null,
    returned: null,
  };
}
