/** An axis of a drawing: where it starts and ends, and its ticks, in the unit of the marks. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];

/** The smallest of 1, 2, 5 × a power of ten that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
}

/**
 * An axis around the given values with about seven ticks at round numbers and half a step of room at each end; where
 * it would end one step short of the upper limit it runs on to it.
 * For drawing only: positions are binary floating point, the printed figures come from the decimal strings.
 * @param ends limits the axis must not leave, such as 0 and the full mark
 */
export function axisAround(values: readonly number[], ends: { from: number; to: number }): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = roundStep(Math.max((high - low) / 5, (ends.to - ends.from) / 100));
  const first = Math.floor((low - step / 2) / step);
  const end = Math.ceil((high + step / 2) / step);
  const last = ends.to - end * step <= step ? Math.floor(ends.to / step) : end;
  const ticks: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const tick = Number((index * step).toFixed(6));
    if (tick >= ends.from && tick <= ends.to) ticks.push(tick);
  }
  return { from: ticks[0] ?? ends.from, to: ticks[ticks.length - 1] ?? ends.to, ticks };
}

/** The place of a value on a line from `left` to `right`, rounded to a tenth of a unit of the drawing. */
export function placeOn(axis: Axis, left: number, right: number): (value: number) => number {
  const width = axis.to - axis.from;
  return (value) => {
    const share = width === 0 ? 0.5 : (value - axis.from) / width;
    return Math.round((left + share * (right - left)) * 10) / 10;
  };
}
