import { describe, expect, test } from 'vitest';
import type { LinearModel } from '../../shared/solver/mip.ts';
import { loadEngine } from './highs.ts';

const floats = (...numbers: number[]) => Float64Array.from(numbers);
const integers = (...numbers: number[]) => Int32Array.from(numbers);

/** 30 a chair, 50 a table; 40 hours of carpentry, 50 of finishing. */
const workshop: LinearModel = {
  cost: floats(30, 50),
  lower: floats(0, 0),
  upper: floats(Infinity, Infinity),
  whole: Uint8Array.of(1, 1),
  rowLower: floats(-Infinity, -Infinity),
  rowUpper: floats(40, 50),
  starts: integers(0, 2, 4),
  rows: integers(0, 1, 0, 1),
  values: floats(1, 2, 2, 1),
};

describe('HiGHS as the engine', () => {
  test('whole numbers → the best answer, its bound, no duals', async () => {
    const engine = await loadEngine();
    const answer = engine.solve(workshop, { seconds: 60 });
    expect(answer).toEqual({ status: 'optimal', values: floats(20, 10), bound: 1100, duals: null });
    expect(engine.solve(workshop, { seconds: 60, start: floats(20, 10) })).toEqual(answer);
  });

  test('no whole numbers → the worth of an hour of each kind', async () => {
    const { status, bound, duals } = (await loadEngine()).solve(
      { ...workshop, whole: null },
      { seconds: 60 },
    );
    const [carpentry = 0, finishing = 0] = duals ?? [];
    expect({ status, bound }).toEqual({ status: 'optimal', bound: 1100 });
    expect([carpentry * 3, finishing * 3].map(Math.round)).toEqual([70, 10]);
  });

  test('no answer exists → infeasible', async () => {
    const answer = (await loadEngine()).solve({ ...workshop, lower: floats(41, 0) }, { seconds: 60 });
    expect(answer).toEqual({ status: 'infeasible', values: null, bound: Infinity, duals: null });
  });

  test('no columns → solved or not by what the rows ask for', async () => {
    const engine = await loadEngine();
    const nothing = { ...workshop, cost: floats(), lower: floats(), upper: floats(), whole: null };
    const empty = { ...nothing, starts: integers(0), rows: integers(), values: floats() };
    expect(engine.solve(empty, { seconds: 60 })).toMatchObject({ status: 'optimal', bound: 0 });
    const asking = { ...empty, rowLower: floats(1, 0) };
    expect(engine.solve(asking, { seconds: 60 })).toMatchObject({ status: 'infeasible', values: null });
  });
});
