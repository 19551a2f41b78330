import type { CloseCall, QualityCriterion } from '../../../shared/contract/quality.ts';
import { t } from '../../locales/index.ts';
import { axisAround, placeOn } from '../../ui/level/axis.ts';
import type { Drawing } from './drawing.ts';
import { fitText, NARROW } from './drawing.ts';
import { place, score } from './figures.ts';
import type { ProjectOf } from './projects.ts';

/** Tells projects apart beside one another, with or without colour. */
export const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'cross'] as const;
export type Shape = (typeof SHAPES)[number];

export const shapeAt = (index: number): Shape => SHAPES[index % SHAPES.length] ?? 'circle';

/** The outline of a shape around a place. */
export function shapePath(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case 'circle':
      return `M${x - 7} ${y}a7 7 0 1 0 14 0a7 7 0 1 0-14 0z`;
    case 'triangle':
      return `M${x} ${y - 8}l8 14h-16z`;
    case 'square':
      return `M${x - 6} ${y - 6}h12v12h-12z`;
    case 'diamond':
      return `M${x} ${y - 8}l8 8-8 8-8-8z`;
    case 'cross':
      return `M${x - 3} ${y - 8}h6v5h5v6h-5v5h-6v-5h-5v-6h5z`;
  }
}

const LANE = 14;

export interface CloseRow {
  readonly criterion: string;
  readonly name: string;
  readonly y: number;
  readonly label: number;
  readonly from: number;
  readonly to: number;
  readonly ends: readonly [number, number];
  readonly marks: readonly { readonly shape: Shape; readonly x: number; readonly y: number }[];
  /** All values are the same. */
  readonly equal: boolean;
  readonly words: string;
}

export interface ClosePlot extends Drawing {
  readonly rows: readonly CloseRow[];
}

/** V7: criterion by criterion the panel's means side by side, each on a piece of its own scale. */
export function closePlotOf(
  { proposals, criteria: compared }: CloseCall,
  criteria: readonly QualityCriterion[],
  projectOf: ProjectOf,
  width: number,
): ClosePlot {
  const isNarrow = width < NARROW;
  const from = isNarrow ? 30 : 190;
  const to = width - (isNarrow ? 34 : 170);
  // Each project has a lane of its own, so that equal values do not hide one another.
  const lanes = (proposals.length - 1) * LANE;
  const step = (isNarrow ? 48 : 30) + lanes;
  const given = compared.filter(({ values }) => values.some((value) => value !== null));
  const rows = given.map(({ criterion: id, values }, index): CloseRow => {
    const criterion = criteria.find((one) => one.id === id);
    const known = values.map((value) => (value === null ? null : place(value)));
    const numbers = known.filter((value) => value !== null);
    const axis = axisAround(numbers, {
      from: place(criterion?.min ?? '0'),
      to: criterion?.max ? place(criterion.max) : Math.max(...numbers) + 1,
    });
    const at = placeOn(axis, from + 12, to - 12);
    const y = index * step + (isNarrow ? 34 : 16) + lanes / 2;
    const words = values.map(score).join(' / ');
    const name = criterion?.name ?? id;
    return {
      criterion: id,
      name: isNarrow ? `${name} ${words}` : fitText(name, 160, 14),
      y,
      label: isNarrow ? y - 16 - lanes / 2 : y + 5,
      from,
      to,
      ends: [axis.from, axis.to],
      marks: known.flatMap((value, which) =>
        value === null ? [] : [{ shape: shapeAt(which), x: at(value), y: y - lanes / 2 + which * LANE }],
      ),
      equal: new Set(values).size === 1,
      words: isNarrow ? '' : words,
    };
  });
  return {
    rows,
    height: rows.length * step + 12,
    points: rows.map(({ criterion: id, y, marks }, index) => ({
      x: marks[0]?.x ?? from,
      y,
      text: t('quality.close.sentence', {
        name: criteria.find((one) => one.id === id)?.name ?? id,
        values: proposals
          .map((proposal, which) =>
            t('quality.close.value', {
              order: projectOf(proposal).order,
              value: score(given[index]?.values[which] ?? null),
            }),
          )
          .join(t('quality.comma')),
      }),
    })),
  };
}
