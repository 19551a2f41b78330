/** The street of the front page, in units of a drawing 1280 wide whose ground lies at 150. */
export const ground = 150;

export interface House {
  x: number;
  width: number;
  top: number;
  roof: 'gable' | 'flat';
  columns: number;
  rows: number;
  /** Windows with light, counted by rows from the upper left. */
  lit: readonly number[];
}

export const houses: readonly House[] = [
  { x: 40, width: 84, top: 88, roof: 'gable', columns: 3, rows: 2, lit: [1] },
  { x: 176, width: 64, top: 46, roof: 'flat', columns: 2, rows: 4, lit: [2, 7] },
  { x: 244, width: 64, top: 64, roof: 'flat', columns: 2, rows: 3, lit: [1] },
  { x: 420, width: 110, top: 94, roof: 'gable', columns: 4, rows: 1, lit: [0, 2] },
  { x: 668, width: 70, top: 32, roof: 'flat', columns: 2, rows: 4, lit: [0, 5] },
  { x: 742, width: 58, top: 66, roof: 'flat', columns: 2, rows: 3, lit: [3] },
  { x: 884, width: 96, top: 86, roof: 'gable', columns: 3, rows: 2, lit: [5] },
  { x: 1088, width: 66, top: 54, roof: 'flat', columns: 2, rows: 3, lit: [0, 4] },
  { x: 1206, width: 30, top: 110, roof: 'flat', columns: 0, rows: 0, lit: [] },
];

export const trees = [
  { x: 146, trunk: 26, radius: 17 },
  { x: 334, trunk: 20, radius: 14 },
  { x: 560, trunk: 30, radius: 18 },
  { x: 826, trunk: 24, radius: 16 },
  { x: 1006, trunk: 22, radius: 14 },
  { x: 1182, trunk: 28, radius: 17 },
] as const;

export const people = [
  { x: 362, height: 14 },
  { x: 384, height: 10 },
  { x: 590, height: 14 },
  { x: 612, height: 14 },
  { x: 632, height: 8 },
  { x: 852, height: 10 },
  { x: 1034, height: 14 },
  { x: 1056, height: 14 },
] as const;

const pane = { width: 12, height: 14, step: 24 } as const;

/** Upper left corners of a house's windows, evenly spread over its width. */
export function windowsOf(house: House): { x: number; y: number; lit: boolean }[] {
  const gap = Math.floor((house.width - house.columns * pane.width) / (house.columns + 1));
  return Array.from({ length: house.columns * house.rows }, (_, index) => ({
    x: house.x + gap + (index % house.columns) * (gap + pane.width),
    y: house.top + pane.width + Math.floor(index / house.columns) * pane.step,
    lit: house.lit.includes(index),
  }));
}

/** Path of a roof: a gable that stands over the walls, or a line. */
export function roofOf({ x, width, top, roof }: House): string {
  if (roof === 'flat') return `M${x - 4} ${top}h${width + 8}`;
  return `M${x - 6} ${top}L${x + width / 2} ${top - Math.round((width + 12) / 4)}L${x + width + 6} ${top}z`;
}
