/**
 * A linear programme, maximised: `cost · x` subject to `rowLower ≤ A x ≤ rowUpper` and `lower ≤ x ≤ upper`. `A` is
 * given by columns: the entries of column c stand at `starts[c] … starts[c + 1] - 1` of `rows` and `values`. An
 * infinite bound is `±Infinity`.
 */
export interface LinearModel {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Columns that take whole numbers only: 1, others 0. Null: none, a plain linear programme. */
  readonly whole: Uint8Array | null;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export interface LinearLimits {
  /** Wall-clock seconds after which the best answer so far is given. */
  readonly seconds: number;
  /** An answer to begin with, one value a column. */
  readonly start?: Float64Array;
}

/**
 * What an engine says. Its numbers are binary floating point: an answer is checked again in integers before anybody
 * sees it.
 * `optimal`: `values` is the best; `feasible`: the time was up with an answer; `infeasible`: none exists; `unknown`:
 * the time was up without one.
 */
export interface LinearAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** One value a column; null where there is no answer. */
  readonly values: Float64Array | null;
  /** No answer reaches more than this; `Infinity` where nothing is known. */
  readonly bound: number;
  /** Of a linear programme solved to its end, what one more unit of each row's bound is worth; null otherwise. */
  readonly duals: Float64Array | null;
}

/** Solves linear programmes with or without whole-number columns; the server's is HiGHS. */
export interface MipEngine {
  solve(model: LinearModel, limits: LinearLimits): LinearAnswer;
}
