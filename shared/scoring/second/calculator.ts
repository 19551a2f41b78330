/**
 * A second calculator for `scorebook/1`, written apart from the first after the same page (DESIGN §6): plain, slow,
 * straight from the file, sharing nothing with the first but the types of the file. Tests hold the two together.
 */
import type { Entry, Rules, ScorebookFile, Stage, TieRule } from '../scorebook/types.ts';
import { Fraction } from './fraction.ts';
import type { Round } from './rounding.ts';
import { rounder } from './rounding.ts';
import { stageValue, validSheets } from './stage.ts';
import { tieNumber } from './ties.ts';

export type SecondResult = {
  readonly id: string;
  readonly rank: number | null;
  readonly score: string | null;
  readonly valid: number;
};

export const ONLY_STAGE: Stage = { id: '', weight: '1' };

export function secondResult(book: ScorebookFile): SecondResult[] {
  const scores = new Map(book.entries.map((entry) => [entry.id, finalScore(book, entry)]));
  const rank = ranks(book, scores);
  return book.entries.map((entry) => ({
    id: entry.id,
    rank: rank.get(entry.id) ?? null,
    score: scores.get(entry.id)?.text() ?? null,
    valid: fewestValid(book, entry),
  }));
}

function finalScore(book: ScorebookFile, entry: Entry): Fraction | null {
  const round: Round = rounder(book.rules.round ?? []);
  const stages = (book.rules.stages ?? [ONLY_STAGE]).map((stage) => {
    const value = stageValue(book, stage, entry, book.rules, round);
    return value && round(value.times(Fraction.of(stage.weight)), 'stage');
  });
  if (stages.includes(null)) return null;
  const bonus = (book.adjustments ?? []).filter((adjustment) => adjustment.entry === entry.id);
  const points = bonus.map((adjustment) => Fraction.of(adjustment.points));
  return round(Fraction.total([...stages.flatMap((stage) => stage ?? []), ...points]), 'total');
}

function fewestValid(book: ScorebookFile, entry: Entry): number {
  const judged = (book.rules.stages ?? [ONLY_STAGE]).filter(({ votes }) => votes === undefined);
  const counts = judged.map((stage) => validSheets(book, stage, entry).length);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** The rank is one more than the number of entries that come before by score or, at equal score, by the ties. */
function ranks(book: ScorebookFile, scores: ReadonlyMap<string, Fraction | null>): Map<string, number> {
  const ranked = book.entries.filter((entry) => !entry.excluded && scores.get(entry.id));
  const score = (entry: Entry): Fraction => scores.get(entry.id) ?? new Fraction(0n);
  const place = new Map<string, number>();
  for (const entry of ranked) {
    const above = ranked.filter((other) => score(other).against(score(entry)) > 0).length;
    const equal = ranked.filter((other) => score(other).against(score(entry)) === 0);
    place.set(entry.id, 1 + above + aheadByTies(book, entry, equal, book.rules.ties ?? []));
  }
  return place;
}

/** How many of the equals go ahead. A rule that says nothing of one of them is passed over. */
function aheadByTies(
  book: ScorebookFile,
  entry: Entry,
  equals: readonly Entry[],
  [rule, ...rest]: Rules['ties'] & object,
): number {
  if (rule === undefined || equals.length < 2) return 0;
  const number = new Map(equals.map((other) => [other.id, tieNumber(book, other, rule satisfies TieRule)]));
  const mine = number.get(entry.id) ?? null;
  if (mine === null || [...number.values()].includes(null)) return aheadByTies(book, entry, equals, rest);
  const against = (other: Entry): number => (number.get(other.id) ?? mine).against(mine);
  const better = equals.filter((other) => against(other) > 0).length;
  const same = equals.filter((other) => against(other) === 0);
  return better + aheadByTies(book, entry, same, rest);
}
