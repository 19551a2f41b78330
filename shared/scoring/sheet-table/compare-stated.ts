import { exact } from '../numbers/decimal.ts';
import { formatFixed } from '../numbers/format.ts';
import { compare } from '../numbers/rational.ts';
import type { EntryResult } from '../result.ts';
import type { CellPlace } from './grid.ts';
import type { StatedNumber, StatedResult } from './score-sheet.ts';

/** A score or rank that the table states and the rules do not give. */
export type StatedDifference = {
  readonly place: CellPlace;
  readonly what: 'score' | 'rank';
  readonly stated: string;
  /** Null: the project has none. */
  readonly computed: string | null;
};

/** What the comparison of a table with its result found. */
export type StatedComparison = {
  readonly scores: number;
  readonly ranks: number;
  readonly differences: readonly StatedDifference[];
};

/**
 * Compares the scores and ranks that a table states with the computed ones. A stated score agrees if it is the
 * computed one rounded half up to the decimals that its cell shows, or to two where the cell does not say how many.
 */
export function compareStated(
  stated: readonly StatedResult[],
  entries: readonly EntryResult[],
): StatedComparison {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const differences: StatedDifference[] = [];
  for (const { project, score, rank } of stated) {
    const { score: exactScore = null, rank: exactRank = null } = byId.get(project) ?? {};
    if (score !== null && !agrees(score, exactScore))
      differences.push({
        place: score.place,
        what: 'score',
        stated: score.text,
        computed: exactScore === null ? null : shownBeside(exactScore, score),
      });
    if (rank !== null && rank.text !== String(exactRank))
      differences.push({
        place: rank.place,
        what: 'rank',
        stated: rank.text,
        computed: exactRank === null ? null : String(exactRank),
      });
  }
  const count = (what: 'score' | 'rank'): number => stated.filter((one) => one[what] !== null).length;
  return { scores: count('score'), ranks: count('rank'), differences };
}

const decimalsOf = ({ text, dp }: StatedNumber): number => dp ?? Math.max(2, text.split('.')[1]?.length ?? 0);

function agrees(stated: StatedNumber, computed: string | null): boolean {
  if (computed === null) return false;
  return compare(exact(formatFixed(computed, decimalsOf(stated))), exact(stated.text)) === 0;
}

/** A fraction is given the decimals of the stated score; a decimal stands as it is. */
function shownBeside(computed: string, stated: StatedNumber): string {
  return computed.includes('/') ? formatFixed(computed, decimalsOf(stated)) : computed;
}
