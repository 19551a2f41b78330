import type { ScorebookFile } from '../scoring/scorebook/types.ts';
import { secondResult } from '../scoring/second/calculator.ts';

/** A project at the line, as somebody finds it who takes every judge out by hand. */
export interface FoundByHand {
  readonly proposal: string;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  readonly kept: number;
  readonly words: '稳入选' | '临界' | '稳落选';
}

/** For tests: ranges and words at the line by the second calculator, the whole contest ranked anew without each judge. */
export function lineByHand(book: ScorebookFile, cut: number): FoundByHand[] {
  const ranksWithout = (judge: string | null) =>
    new Map(
      secondResult({
        ...book,
        judges: book.judges.filter(({ id }) => id !== judge),
        sheets: book.sheets.filter((sheet) => sheet.judge !== judge),
      }).map(({ id, rank }) => [id, rank]),
    );
  const without = book.judges.map(({ id }) => ranksWithout(id));
  return [...ranksWithout(null)].flatMap(([proposal, rank]): FoundByHand[] => {
    if (rank === null) return [];
    const places = without.map((ranks) => ranks.get(proposal) ?? Number.POSITIVE_INFINITY);
    const kept = places.filter((place) => place <= cut).length;
    return [
      {
        proposal,
        rank,
        best: Math.min(rank, ...places),
        worst: Math.max(rank, ...places),
        kept,
        words: kept === book.judges.length ? '稳入选' : kept === 0 ? '稳落选' : '临界',
      },
    ];
  });
}
