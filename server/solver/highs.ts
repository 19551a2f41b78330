import { createRequire } from 'node:module';
import type HighsPackage from 'highs';
import type { Highs, ModelStatusCode } from 'highs';
import type { LinearAnswer, LinearModel, MipEngine } from '../../shared/solver/mip.ts';

// Its types describe what `require` gives; `import` gives something else.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof HighsPackage;

/**
 * HiGHS as the engine of the pure solvers, with no gap left open between answer and bound. It runs on the calling
 * thread and answers the same each time as long as no time limit cuts it off.
 */
export async function loadEngine(): Promise<MipEngine> {
  const highs = await loadHighs();
  return {
    solve: (model, { seconds, start }) =>
      highs.withModel(modelData(highs, model), (native): LinearAnswer => {
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
        const { colValue, rowDual } = native.getSolution();
        const bound = model.whole === null ? native.getObjectiveValue() : native.info.get('mip_dual_bound');
        return {
          status,
          values: found ? colValue : null,
          bound: model.whole !== null || status === 'optimal' ? Number(bound) : Infinity,
          duals: model.whole === null && status === 'optimal' ? rowDual : null,
        };
      }),
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
