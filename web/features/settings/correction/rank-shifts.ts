import type { RankShift } from '../../../../shared/contract/rule-changes.ts';
import { t } from '../../../locales/index.ts';
import type { Drawing } from '../../quality/drawing.ts';
import { NARROW } from '../../quality/drawing.ts';
import { score } from '../../quality/figures.ts';

const ROW = 20;
const HEAD = 36;
const FOOT = 12;

/** A project that has a rank under both rules. */
export interface Shift {
  readonly proposal: string;
  readonly order: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly scoreFrom: string | null;
  readonly scoreTo: string | null;
}

/** Projects with both ranks, by the present one. */
export const shiftsOf = (ranks: readonly RankShift[]): Shift[] =>
  ranks.flatMap(({ proposal, order, title, before, after }) =>
    before.rank === null || after.rank === null
      ? []
      : [
          {
            proposal,
            order,
            title,
            from: before.rank,
            to: after.rank,
            scoreFrom: before.score,
            scoreTo: after.score,
          },
        ],
  );

export interface ShiftDrawing extends Drawing {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly {
    readonly proposal: string;
    readonly y1: number;
    readonly y2: number;
    readonly moves: boolean;
    /** Order number, at the ends of a line that moves; beside one rank stand all who share it. */
    readonly words: string;
  }[];
  readonly ticks: readonly { readonly rank: number; readonly y: number }[];
}

/** V2: ranks by the rules in force on the left, by the new ones on the right; lines that move are bold and named. */
export function drawShifts(shifts: readonly Shift[], width: number): ShiftDrawing {
  const left = width < NARROW ? 84 : 160;
  const right = width - left;
  const y = (rank: number): number => HEAD + (rank - 0.5) * ROW;
  const most = Math.max(1, ...shifts.flatMap(({ from, to }) => [from, to]));
  const ranks = Array.from({ length: most }, (_, index) => index + 1);
  return {
    left,
    right,
    height: HEAD + most * ROW + FOOT,
    lines: shifts.map(({ proposal, order, from, to }) => ({
      proposal,
      y1: y(from),
      y2: y(to),
      moves: from !== to,
      words: from === to ? '' : t('rules.change.no', { order }),
    })),
    ticks: ranks.filter((rank) => rank === 1 || rank % 5 === 0).map((rank) => ({ rank, y: y(rank) })),
    points: shifts.map((shift) => ({
      x: right,
      y: y(shift.to),
      text: t('rules.change.sentence', {
        ...shift,
        scoreFrom: score(shift.scoreFrom),
        scoreTo: score(shift.scoreTo),
      }),
    })),
  };
}
