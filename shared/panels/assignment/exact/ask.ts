import type { LinearAnswer, MipEngine } from '../../../solver/mip.ts';
import type { Certificate } from '../model/answer.ts';
import { panelsOf } from '../model/panels.ts';
import type { AssignmentProblem, Panels } from '../model/problem.ts';
import type { PanelModel, PanelQuestion } from './panel-model.ts';
import { panelModel } from './panel-model.ts';

/** Prices and weights of a linear programme are kept to so many parts of one step. */
const DENOMINATOR = 1_000_000_000n;

export interface EngineAnswer {
  readonly status: LinearAnswer['status'];
  /** The chosen cells as panels; null where there is no answer or it splits a judge. */
  readonly panels: Panels | null;
  /** In units; `Infinity` where nothing is known. */
  readonly bound: number;
  /** Of a linear programme: what proves its bound. */
  readonly certificate: Certificate | null;
  /** Of a linear programme: by how much, in units, the bound falls when the choice about a cell is reversed. */
  readonly loss: ((cell: number) => number) | null;
}

/** Puts a question to the engine. Its panels still have to be checked: it computes in floating point. */
export function ask(
  problem: AssignmentProblem,
  question: PanelQuestion,
  engine: MipEngine,
  seconds: number,
  start?: Uint8Array,
): EngineAnswer {
  if (seconds <= 0)
    return { status: 'unknown', panels: null, bound: Infinity, certificate: null, loss: null };
  const built = panelModel(problem, question);
  const { model, cells, scale } = built;
  const { status, values, bound, duals } = engine.solve(model, {
    seconds,
    ...(start === undefined ? {} : { start: Float64Array.from(cells, (cell) => start[cell] ?? 0) }),
  });
  const column = new Map(Array.from(cells, (cell, index) => [cell, index]));
  const taken = (cell: number): boolean => (values?.[column.get(cell) ?? -1] ?? 0) > 0.5;
  const isSplit =
    values === null ||
    values.subarray(0, cells.length).some((value) => Math.abs(value - Math.round(value)) > 1e-6);
  return {
    status,
    panels: isSplit ? null : panelsOf(problem, taken),
    bound: typeof question.goal === 'string' ? bound * scale : bound,
    certificate: duals === null ? null : certificateOf(problem, question, built, duals),
    loss: duals === null ? null : lossOf(built, duals),
  };
}

function certificateOf(
  { proposals, judges, fit }: AssignmentProblem,
  { goal, floor }: PanelQuestion,
  { scale, judgeRow, floorRow }: PanelModel,
  duals: Float64Array,
): Certificate {
  const parts = (value: number): bigint => BigInt(Math.round(value * Number(DENOMINATOR)));
  const extra = (proposal: number): bigint =>
    floor === null && goal !== 'worst' ? 0n : parts(Math.max(0, -(duals[floorRow + proposal] ?? 0)));
  return {
    denominator: DENOMINATOR,
    prices: judges.map((_, judge) => parts((duals[judgeRow + judge] ?? 0) * scale) * fit.coarse),
    weights: proposals.map((_, proposal) => (goal === 'worst' ? 0n : DENOMINATOR) + extra(proposal)),
  };
}

/** The size of each cell's reduced cost: its worth less what its rows are worth. */
function lossOf({ model, cells, scale }: PanelModel, duals: Float64Array): (cell: number) => number {
  const losses = new Map<number, number>();
  for (const [column, cell] of cells.entries()) {
    let reduced = model.cost[column] ?? 0;
    for (let entry = model.starts[column] ?? 0; entry < (model.starts[column + 1] ?? 0); entry += 1)
      reduced -= (duals[model.rows[entry] ?? 0] ?? 0) * (model.values[entry] ?? 0);
    losses.set(cell, Math.abs(reduced) * scale);
  }
  return (cell) => losses.get(cell) ?? Infinity;
}
