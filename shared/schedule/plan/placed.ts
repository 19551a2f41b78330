import type { Spots } from '../grid/board.ts';

/** How many are placed. */
export const placed = (spots: Spots): number => spots.reduce((sum, spot) => sum + (spot === null ? 0 : 1), 0);
