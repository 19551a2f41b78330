import type { Criterion, Entry, Rules, ScorebookFile, Sheet, Stage } from '../scorebook/types.ts';
import { Fraction } from './fraction.ts';
import type { Round } from './rounding.ts';
import type { Given } from './values.ts';
import { ofPanel } from './values.ts';

/** The criteria that a sheet of this stage for this entry is marked by. */
export function rubric(book: ScorebookFile, stage: Stage, entry: Entry): Criterion[] {
  return book.criteria
    .filter((c) => c.stage === undefined || c.stage === stage.id)
    .filter((c) => c.track === undefined || c.track === entry.track);
}

/** The marks of a sheet that are there, by criterion. */
function marks(sheet: Sheet): Map<string, string> {
  return new Map(
    Object.entries(sheet.marks ?? {}).flatMap(([id, mark]) => (mark === null ? [] : [[id, mark]])),
  );
}

/** Sheets that count: complete ones with unit `sheet`, ones with any mark with unit `criterion`. */
export function validSheets(book: ScorebookFile, stage: Stage, entry: Entry): Sheet[] {
  const needed = book.rules.unit === 'sheet' ? rubric(book, stage, entry).length : 1;
  return book.sheets
    .filter((sheet) => sheet.entry === entry.id && (sheet.stage ?? stage.id) === stage.id)
    .filter((sheet) => marks(sheet).size >= needed);
}

function given(book: ScorebookFile, sheet: Sheet, value: Fraction): Given[] {
  return book.judges.filter(({ id }) => id === sheet.judge).map((judge) => ({ judge, value }));
}

/** Sheet totals with their judges. */
export function totals(book: ScorebookFile, stage: Stage, entry: Entry, round: Round): Given[] {
  const criteria = rubric(book, stage, entry);
  return validSheets(book, stage, entry).flatMap((sheet) => {
    const parts = criteria.map(({ id, factor = '1' }) =>
      Fraction.of(marks(sheet).get(id) ?? '0').times(Fraction.of(factor)),
    );
    return given(book, sheet, round(Fraction.total(parts), 'sheet'));
  });
}

/** Marks of one criterion on the valid sheets, with their judges. */
export function marksOf(book: ScorebookFile, stage: Stage, entry: Entry, criterion: string): Given[] {
  return validSheets(book, stage, entry).flatMap((sheet) => {
    const mark = marks(sheet).get(criterion);
    return mark === undefined ? [] : given(book, sheet, Fraction.of(mark));
  });
}

/** A stage's points before its weight; null below the quorum or without votes. */
export function stageValue(
  book: ScorebookFile,
  stage: Stage,
  entry: Entry,
  rules: Rules,
  round: Round,
): Fraction | null {
  if (stage.votes) return votePoints(book, stage, entry);
  const quorum = rules.quorum ?? 1;
  if (rules.unit === 'sheet') {
    const all = totals(book, stage, entry, round);
    const value = all.length < quorum ? null : ofPanel(all, rules, round);
    return value && round(value, 'mean');
  }
  const points = rubric(book, stage, entry).map(({ id, factor = '1' }) => {
    const all = marksOf(book, stage, entry, id);
    const value = all.length < quorum ? null : ofPanel(all, rules, round);
    return value && round(round(value, 'mean').times(Fraction.of(factor)), 'factor');
  });
  return points.includes(null) ? null : Fraction.total(points.flatMap((point) => point ?? []));
}

export function votePoints(book: ScorebookFile, stage: Stage, entry: Entry): Fraction | null {
  const ranked = new Set(book.entries.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const counts = (book.votes ?? []).filter((vote) => vote.stage === stage.id && ranked.has(vote.entry));
  const mine = counts.find((vote) => vote.entry === entry.id)?.count;
  if (mine === undefined || stage.votes === undefined) return null;
  if (stage.votes.by === 'rank') {
    const ahead = counts.filter(({ count }) => count > mine).length;
    return Fraction.of(stage.votes.table[ahead] ?? '0');
  }
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return all === 0 ? null : new Fraction(BigInt(100 * mine), BigInt(all));
}
