import type { QualityCriterion, QualityEntry } from '../../../shared/contract/quality.ts';
import { t } from '../../locales/index.ts';
import { placeOn } from '../../ui/level/axis.ts';
import { stackDots } from '../../ui/level/dot-stacks.ts';
import type { Drawing } from './drawing.ts';
import { fitText, NARROW } from './drawing.ts';
import { mark, percent, place } from './figures.ts';

const DOT = 5;
const STACK = 11;
const GAP = 14;
const LABEL = 22;

export interface FanStrip {
  readonly criterion: string;
  readonly name: string;
  /** Of the line the dots stand on, and of the words beside it. */
  readonly y: number;
  readonly label: number;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly from: number;
  readonly to: number;
  /** What stands at both ends of the line. */
  readonly ends: readonly [string, string];
  readonly words: string;
  readonly wide: boolean;
}

export interface Fan extends Drawing {
  readonly strips: readonly FanStrip[];
}

/** Whether the judges see some criterion of the project differently. */
export const isWide = ({ marks }: QualityEntry): boolean => marks.some(({ wide }) => wide);

/** V5: one small strip per criterion, every judge's mark a dot on the criterion's own scale. */
export function fanOf(entry: QualityEntry, criteria: readonly QualityCriterion[], width: number): Fan {
  const isNarrow = width < NARROW;
  const from = isNarrow ? 24 : 190;
  const to = width - (isNarrow ? 30 : 130);
  const strips: FanStrip[] = [];
  const points: Fan['points'][number][] = [];
  let top = 4;
  for (const { criterion: id, marks, share, wide } of entry.marks) {
    const criterion = criteria.find((one) => one.id === id);
    const name = criterion?.name ?? id;
    const values = marks.map(place);
    const ends = [criterion?.min ?? '0', criterion?.max ?? mark(marks[marks.length - 1] ?? '0')] as const;
    const at = placeOn({ from: place(ends[0]), to: place(ends[1]), ticks: [] }, from + 8, to - 8);
    const stacked = stackDots(values, at, 2 * DOT);
    const levels = Math.max(0, ...stacked.map(({ level }) => level));
    const label = isNarrow ? top + 14 : 0;
    const y = top + (isNarrow ? LABEL : 4) + (levels + 1) * STACK + 2;
    const words = t('quality.fan.words', { share: share === null ? '–' : percent(share) });
    strips.push({
      criterion: id,
      name: isNarrow ? `${name} · ${words}` : fitText(name, 170, 14),
      y,
      label: isNarrow ? label : y - 2,
      dots: stacked.map((dot) => ({ x: dot.x, y: y - 3 - DOT - dot.level * STACK })),
      from,
      to,
      ends: [mark(ends[0]), mark(ends[1])],
      words: isNarrow ? '' : words,
      wide,
    });
    points.push({
      x: at(values[Math.floor(values.length / 2)] ?? 0),
      y: y - 3 - DOT,
      text: t('quality.fan.sentence', {
        name,
        count: marks.length,
        least: mark(marks[0] ?? null),
        most: mark(marks[marks.length - 1] ?? null),
        words,
      }),
    });
    top = y + GAP + 6;
  }
  return { strips, points, height: top + 4 };
}
