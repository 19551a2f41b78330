import { describe, expect, it } from 'vitest';
import { countSeats } from './seats.ts';

describe('countSeats', () => {
  it('recused and absent judges → owe no sheet', () => {
    const states = ['in', 'waiting', 'recused', 'in', 'absent'] as const;
    expect(countSeats(states.map((state, index) => ({ seat: index + 1, state })))).toEqual({ in: 2, due: 3 });
  });
});
