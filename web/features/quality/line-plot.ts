import type { LineCertainty, LineEntry } from '../../../shared/contract/quality.ts';
import { t } from '../../locales/index.ts';
import { axisAround, placeOn } from '../../ui/level/axis.ts';
import type { Drawing } from './drawing.ts';
import { fitText, NARROW } from './drawing.ts';
import { percent } from './figures.ts';
import type { ProjectOf } from './projects.ts';

const ROW = 28;
const HEAD = 44;
const FOOT = 34;

/** What the plot shows: projects in rank order with the rank of the full panel. */
export interface LineRank extends LineEntry {
  readonly rank: number;
}

export interface LineRow extends LineRank {
  readonly y: number;
  readonly order: number;
  readonly title: string;
  /** Where the full panel puts it. */
  readonly x: number;
  readonly from: number;
  readonly to: number;
  /** Its standing, or its chance for experts. */
  readonly words: string;
}

export interface LinePlot extends Drawing {
  readonly rows: readonly LineRow[];
  readonly ticks: readonly { readonly x: number; readonly rank: number }[];
  /** The line of money. */
  readonly cut: number;
  readonly left: number;
  readonly right: number;
  /** Half the width of a mark. */
  readonly size: number;
}

/**
 * V6: a row per project, a mark at its rank, a bar over the ranks it has when any one judge is left out, the line.
 * @param shown which of the line's projects, in rank order
 */
export function linePlotOf(
  { cut }: LineCertainty,
  shown: readonly LineRank[],
  projectOf: ProjectOf,
  asChance: boolean,
  width: number,
): LinePlot {
  const isNarrow = width < NARROW;
  const left = isNarrow ? 34 : 236;
  const right = width - 72;
  const ranks = shown.flatMap(({ rank, best, worst }) => [rank, best ?? rank, worst ?? rank]);
  const most = Math.max(cut + 1, ...ranks);
  const axis = axisAround([cut, cut + 1, ...ranks], { from: 1, to: most });
  const ends = { ...axis, from: Math.min(cut, ...ranks) - 0.5, to: most + 0.5 };
  const at = placeOn(ends, left + 14, right - 14);
  const rows = shown.map((entry, index): LineRow => {
    const { order, title } = projectOf(entry.proposal);
    return {
      ...entry,
      order,
      title: isNarrow ? '' : fitText(title, 180, 14),
      y: HEAD + index * ROW + ROW / 2,
      x: at(entry.rank),
      from: at(entry.best ?? entry.rank),
      to: at(entry.worst ?? entry.rank),
      words: asChance ? percent(entry.chance) : t(`quality.standing.${entry.standing}`),
    };
  });
  return {
    rows,
    ticks: axis.ticks
      .filter((rank) => rank > ends.from && rank < ends.to)
      .map((rank) => ({ x: at(rank), rank })),
    cut: at(cut + 0.5),
    left,
    right,
    size: isNarrow ? 5.5 : 8,
    height: HEAD + rows.length * ROW + FOOT,
    points: rows.map((row) => ({ x: row.x, y: row.y, text: sentenceOf(row, projectOf) })),
  };
}

function sentenceOf(
  { proposal, rank, best, worst, standing, chance }: LineRank,
  projectOf: ProjectOf,
): string {
  return t('quality.line.sentence', {
    ...projectOf(proposal),
    rank,
    best: best ?? '–',
    worst: worst ?? '–',
    standing: t(`quality.standing.${standing}`),
    chance: percent(chance),
  });
}
