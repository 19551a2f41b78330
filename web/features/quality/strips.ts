import type { Analysis, QualityJudge } from '../../../shared/contract/quality.ts';
import { t } from '../../locales/index.ts';
import type { Axis } from '../../ui/level/axis.ts';
import { placeOn } from '../../ui/level/axis.ts';
import type { Drawing } from './drawing.ts';
import { NARROW } from './drawing.ts';
import { mark, place, signed } from './figures.ts';

const ROW = 34;
const HEAD = 12;
const FOOT = 34;

export interface Strip {
  readonly judge: number;
  readonly y: number;
  readonly dots: readonly number[];
  /** From the least to the greatest total; null without one. */
  readonly range: readonly [number, number] | null;
  readonly median: number | null;
  readonly narrow: boolean;
  /** What stands at the end of the row. */
  readonly words: string;
}

export interface Strips extends Drawing {
  readonly rows: readonly Strip[];
  readonly axis: Axis;
  /** Places of the ticks of the axis. */
  readonly ticks: readonly number[];
  readonly left: number;
  readonly right: number;
  /** The axis does not begin at 0. */
  readonly isCut: boolean;
}

const STEPS = [0.5, 1, 2, 5, 10, 20, 50, 100];

/** Just the range that is used, from tick to tick, with at most eight steps. */
export function usedAxis(values: readonly number[], most: number): Axis {
  const [low, high] = values.length === 0 ? [0, most] : [Math.min(...values), Math.max(...values)];
  const step = STEPS.find((one) => Math.ceil(high / one) - Math.floor(low / one) <= 8) ?? high - low;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { from: first * step, to: last * step, ticks };
}

/** The most generous first; those of whom nothing can be said last. */
export const byGenerosity = (judges: readonly QualityJudge[]): QualityJudge[] =>
  [...judges].sort((a, b) => (b.effect ?? -Infinity) - (a.effect ?? -Infinity) || a.judge - b.judge);

/** V1: one row per judge, a dot per total, a tick at the judge's own median, one axis for all. */
export function stripsOf({ judges, fullMark }: Analysis, width: number): Strips {
  const isNarrow = width < NARROW;
  const left = isNarrow ? 62 : 76;
  const right = width - (isNarrow ? 48 : 176);
  const values = judges.flatMap(({ totals }) => totals.map(place));
  const axis = usedAxis(values, fullMark === null ? 1 : place(fullMark));
  const at = placeOn(axis, left + 8, right - 8);
  const rows = byGenerosity(judges).map((judge, index): Strip => {
    const dots = judge.totals.map((total) => at(place(total)));
    const [least] = dots;
    const most = dots[dots.length - 1];
    return {
      judge: judge.judge,
      y: HEAD + index * ROW + ROW / 2,
      dots,
      range: least === undefined || most === undefined ? null : [least, most],
      median: judge.median === null ? null : at(place(judge.median)),
      narrow: judge.narrow,
      words: isNarrow ? signed(judge.effect) : wordsOf(judge),
    };
  });
  return {
    rows,
    axis,
    ticks: axis.ticks.map(at),
    left,
    right,
    isCut: axis.from > 0,
    height: HEAD + rows.length * ROW + FOOT,
    points: rows.map(({ median, y }, index) => ({
      x: median ?? left,
      y,
      text: sentenceOf(byGenerosity(judges)[index]),
    })),
  };
}

/** `明显偏宽 +7.0`, and that the range is narrow. */
export function wordsOf({ severity, effect, narrow }: QualityJudge): string {
  const how = severity === null ? '–' : `${t(`quality.severity.${severity}`)} ${signed(effect)}`;
  return narrow ? `${how} · ${t('quality.judges.narrow')}` : how;
}

function sentenceOf(judge: QualityJudge | undefined): string {
  if (!judge) return '';
  const { totals } = judge;
  return t('quality.judges.sentence', {
    judge: judge.judge,
    count: totals.length,
    least: mark(totals[0] ?? null),
    median: mark(judge.median),
    most: mark(totals[totals.length - 1] ?? null),
    words: wordsOf(judge),
  });
}
