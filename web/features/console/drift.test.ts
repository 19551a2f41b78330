import { describe, expect, it } from 'vitest';
import { driftOf } from './drift.ts';
import { consoleFixture } from './testing.ts';

const minutes = { present: 5, question: 5, change: 1 };
const minute = 60_000;

describe('driftOf', () => {
  it('second of three, five minutes of questions ahead, on time → no drift', () => {
    // Planned: 3 × 11 minutes. Now in minute 16: 5 + 1 minutes of this one and 11 of the next are to come.
    const console = consoleFixture();
    const stage = { ...console.stage, endsAt: 21 * minute };
    expect(driftOf({ ...console, stage }, 'am', minutes, 16 * minute)).toEqual({
      late: 0,
      endsAt: 33 * minute,
    });
  });

  it('a quarter of an hour of rest planned before the last → no drift, it ends that much later', () => {
    const console = consoleFixture();
    const rows = console.rows.map((row) =>
      row.order === 3 ? { ...row, plannedStart: row.plannedStart + 15 * minute } : row,
    );
    const stage = { ...console.stage, endsAt: 21 * minute };
    expect(driftOf({ ...console, rows, stage }, 'am', minutes, 16 * minute)).toEqual({
      late: 0,
      endsAt: 48 * minute,
    });
  });

  it('questions run six minutes over → six minutes late, growing as time goes', () => {
    const console = consoleFixture();
    const stage = { ...console.stage, endsAt: 21 * minute };
    expect(driftOf({ ...console, stage }, 'am', minutes, 27 * minute)).toEqual({
      late: 6,
      endsAt: 39 * minute,
    });
  });

  it('next project withdrew → earlier by its length', () => {
    const console = consoleFixture();
    const rows = console.rows.map((row) =>
      row.order === 3 ? { ...row, status: 'withdrawn' as const } : row,
    );
    const stage = { ...console.stage, endsAt: 21 * minute };
    expect(driftOf({ ...console, rows, stage }, 'am', minutes, 16 * minute).late).toBe(-11);
  });
});
