import type { StageSnapshot } from '../../../shared/contract/stage.ts';

/** How many sheets are in, of those that are due: recused and absent judges owe none. */
export function countSeats(seats: StageSnapshot['seats']): { in: number; due: number } {
  return {
    in: seats.filter(({ state }) => state === 'in').length,
    due: seats.filter(({ state }) => state === 'in' || state === 'waiting').length,
  };
}
