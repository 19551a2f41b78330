const centre = 44;
const radius = 34;
/** Radians left free at each end of a part. */
const gap = 0.0524;

/** SVG path of one of `count` equal parts of a ring on a field of 88 × 88, clockwise from the top. */
export function ringPath(index: number, count: number): string {
  const part = (2 * Math.PI) / count;
  const point = (angle: number) =>
    `${(centre + radius * Math.sin(angle)).toFixed(2)} ${(centre - radius * Math.cos(angle)).toFixed(2)}`;
  const [from, to] = [index * part + gap, (index + 1) * part - gap];
  return `M${point(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`;
}
