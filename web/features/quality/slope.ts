import type { Analysis, QualityEntry } from '../../../shared/contract/quality.ts';
import { t } from '../../locales/index.ts';
import type { Drawing } from './drawing.ts';
import { fitText, NARROW } from './drawing.ts';
import { score } from './figures.ts';
import type { ProjectOf } from './projects.ts';

const ROW = 18;
const HEAD = 36;
const FOOT = 12;

export interface SlopeLine {
  readonly proposal: string;
  readonly from: number;
  readonly to: number;
  /** The line of money lies between its two ranks. */
  readonly crosses: boolean;
  readonly moves: boolean;
  /** Order number and title, only where it crosses. */
  readonly words: string;
}

export interface Slope extends Drawing {
  readonly lines: readonly SlopeLine[];
  readonly left: number;
  readonly right: number;
  /** The line of money; null where there is none. */
  readonly cut: number | null;
  readonly ticks: readonly { readonly y: number; readonly rank: number }[];
}

export type Compared = QualityEntry & { readonly plainRank: number };

const isCompared = (entry: QualityEntry): entry is Compared => entry.plainRank !== null;

/** Projects that have both ranks. */
export const comparedEntries = ({ entries }: Analysis): Compared[] => entries.filter(isCompared);

export const crossesCut = ({ rank, plainRank }: Compared, cut: number | null): boolean =>
  cut !== null && rank <= cut !== plainRank <= cut;

/** V2: left the rank by the plain mean, right the rank by the rule; only lines that cross the cut are labelled. */
export function slopeOf(
  entries: readonly Compared[],
  cut: number | null,
  projectOf: ProjectOf,
  width: number,
): Slope {
  const isNarrow = width < NARROW;
  const left = isNarrow ? 64 : 220;
  const right = width - left;
  const most = Math.max(1, ...entries.flatMap(({ rank, plainRank }) => [rank, plainRank]));
  const y = (rank: number): number => HEAD + (rank - 0.5) * ROW;
  const lines = entries.map((entry): SlopeLine => {
    const { order, title } = projectOf(entry.proposal);
    const crosses = crossesCut(entry, cut);
    return {
      proposal: entry.proposal,
      from: y(entry.plainRank),
      to: y(entry.rank),
      crosses,
      moves: entry.rank !== entry.plainRank,
      words: crosses ? labelOf(order, isNarrow ? '' : fitText(title, 120, 14)) : '',
    };
  });
  const ranks = Array.from({ length: most }, (_, index) => index + 1);
  return {
    lines,
    left,
    right,
    cut: cut === null ? null : y(cut + 0.5),
    ticks: ranks.filter((rank) => rank === 1 || rank % 5 === 0).map((rank) => ({ y: y(rank), rank })),
    height: HEAD + most * ROW + FOOT,
    points: entries.map((entry) => ({
      x: right,
      y: y(entry.rank),
      text: t('quality.slope.sentence', {
        ...projectOf(entry.proposal),
        plain: entry.plainRank,
        plain_score: score(entry.plainScore),
        rank: entry.rank,
        score: score(entry.score),
      }),
    })),
  };
}

const labelOf = (order: number, title: string): string => `${t('quality.order', { order })} ${title}`.trim();
