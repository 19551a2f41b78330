/** A dot put on a line: its place along the line and its level above it, 0 at the bottom. */
export interface PlacedDot<Dot> {
  readonly dot: Dot;
  readonly x: number;
  readonly level: number;
}

/**
 * Puts dots on a line, each at its exact place and at the lowest level where it touches no other.
 * The order given decides who lies lower, so dropped marks come first.
 * @param x place of a dot along the line
 * @param apart least distance between the middles of two dots of one level
 */
export function stackDots<Dot>(
  dots: readonly Dot[],
  x: (dot: Dot) => number,
  apart: number,
): PlacedDot<Dot>[] {
  const placed: PlacedDot<Dot>[] = [];
  for (const dot of dots) {
    const at = x(dot);
    let level = 0;
    while (placed.some((other) => other.level === level && Math.abs(other.x - at) < apart)) level += 1;
    placed.push({ dot, x: at, level });
  }
  return placed;
}

/**
 * Chooses which labels can be written beside one another: the earlier in the list, the more important.
 * @returns the indices of those that fit, ascending
 */
export function labelsThatFit(places: readonly number[], apart: number): number[] {
  const chosen: number[] = [];
  places.forEach((place, index) => {
    if (chosen.every((other) => Math.abs((places[other] ?? place) - place) >= apart)) chosen.push(index);
  });
  return chosen.sort((a, b) => a - b);
}
