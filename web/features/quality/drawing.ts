/** A place on a drawing that can be walked to, in units of the drawing, and what it says in a sentence. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What every drawing has, whatever else is on it. */
export interface Drawing {
  readonly height: number;
  readonly points: readonly PlotPoint[];
}

/** Narrower than this a drawing gives its room to the marks and shortens its words. */
export const NARROW = 560;

/** The index a key leads to: arrows one by one, Home and End to the ends; null for any other key. */
export function walk(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (step !== undefined) return at === null ? 0 : Math.min(count - 1, Math.max(0, at + step));
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** The index of the point nearest to a place, if it lies within reach. */
export function nearest(points: readonly PlotPoint[], x: number, y: number, reach = 48): number | null {
  const distances = points.map((point) => Math.hypot(point.x - x, point.y - y));
  const least = Math.min(...distances);
  return least <= reach ? distances.indexOf(least) : null;
}

/** A text cut to a width, a Chinese character being as wide as it is high and a Latin one about half that. */
export function fitText(text: string, width: number, size: number): string {
  let used = 0;
  let fitting = '';
  for (const character of text) {
    used += (character > '\u2e7f' ? 1 : 0.6) * size;
    if (used > width) return `${fitting}…`;
    fitting += character;
  }
  return text;
}
