import { createRequire } from 'node:module';
import type HighsPackage from 'highs';
import type { Highs, ModelStatusCode } from 'highs';
import type { LinearAnswer, LinearLimits, LinearModel, MipEngine } from '../../shared/solver/mip.ts';

// Its types describe what `require` gives; `import` gives something else.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof HighsPackage;

/**
 * HiGHS as the engine of the pure solvers, with no gap left open between answer and bound. It runs on the calling
 * thread and answers the same each time as long as no time limit cuts it off.
 */
export async function loadEngine(): Promise<MipEngine> {
  const highs = await loadHighs();
  return {
    // HiGHS takes a programme without columns for solved even where its rows ask for something.
    solve: (model, limits) =>
      model.cost.length === 0 ? answerOfNothing(model) : solve(highs, model, limits),
  };
}

function solve(highs: Highs, model: LinearModel, { seconds, start }: LinearLimits): LinearAnswer {
  return highs.withModel(modelData(highs, model), (native): LinearAnswer => {
    native.options.set({
      output_flag: false,
      time_limit: Math.max(seconds, 0),
      mip_rel_gap: 0,
      mip_abs_gap: 0,
    });
    if (start !== undefined) native.setSolution({ colValue: start });
    native.run();
    const status = statusOf(highs, native.getModelStatus(), native.info.get('primal_solution_status'));
    const found = status === 'optimal' || status === 'feasible';
    const solution = found ? native.getSolution() : null;
    const relaxed = model.whole === null;
    const bound = relaxed ? native.getObjectiveValue() : Number(native.info.get('mip_dual_bound'));
    return {
      status,
      values: solution?.colValue ?? null,
      bound: status === 'optimal' || (!relaxed && status !== 'infeasible') ? bound : Infinity,
      duals: relaxed && status === 'optimal' ? (solution?.rowDual ?? null) : null,
    };
  });
}

function answerOfNothing({ rowLower, rowUpper, whole }: LinearModel): LinearAnswer {
  const holds = rowLower.every((least) => least <= 0) && rowUpper.every((most) => most >= 0);
  if (!holds) return { status: 'infeasible', values: null, bound: Infinity, duals: null };
  return {
    status: 'optimal',
    values: new Float64Array(),
    bound: 0,
    duals: whole === null ? new Float64Array(rowLower.length) : null,
  };
}

function modelData(highs: Highs, model: LinearModel) {
  const [numCols, numRows] = [model.cost.length, model.rowLower.length];
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols,
      starts: model.starts,
      indices: model.rows,
      values: model.values,
    },
    ...(model.whole === null
      ? {}
      : { integrality: Int32Array.from(model.whole, (is) => (is === 1 ? integer : continuous)) }),
  };
}

function statusOf(highs: Highs, status: ModelStatusCode, primal: unknown): LinearAnswer['status'] {
  const { modelStatus, solutionStatus } = highs.constants;
  if (status === modelStatus.optimal || status === modelStatus.empty) return 'optimal';
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return 'infeasible';
  return primal === solutionStatus.feasible ? 'feasible' : 'unknown';
}
