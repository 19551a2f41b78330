import type { LinearModel } from '../../../solver/mip.ts';
import type { FitTable } from '../model/fit.ts';
import type { AssignmentProblem } from '../model/problem.ts';

/** Greater coefficients are scaled down before the engine sees them: its tolerances are made for smaller ones. */
const GREATEST_COEFFICIENT = 1e7;

/** What the engine is asked, beyond the rules of the problem. Fits are in units. */
export interface PanelQuestion {
  /** 1 for each cell that may be chosen. */
  readonly open: Uint8Array;
  /** 1 for each cell that is chosen already. */
  readonly chosen: Uint8Array | null;
  /** What is maximised: the total, the worst-off total, or weights of cells. */
  readonly goal: 'total' | 'worst' | ReadonlyMap<number, number>;
  /** Least total of each proposal; null: none is asked for. */
  readonly floor: number | null;
  /** Least sum of all totals. */
  readonly leastTotal: number | null;
  readonly whole: boolean;
  /** Proposals that may have any number of judges; left out: none. */
  readonly exempt?: ReadonlySet<number>;
}

export interface PanelModel {
  readonly model: LinearModel;
  /** The cell of each column; the worst-off total, if it is the goal, has the last column and no cell. */
  readonly cells: Int32Array;
  /** Units of fit in 1 of the model. */
  readonly scale: number;
  /** Rows: needs of the proposals from 0, then loads of the judges, quotas, floors, the least total. */
  readonly judgeRow: number;
  readonly floorRow: number;
}

/** The question as a linear programme with one column for each open cell. */
export function panelModel(problem: AssignmentProblem, question: PanelQuestion): PanelModel {
  const { judges, proposals, quotas, need, min, max, fit } = problem;
  const { open, goal, floor, leastTotal } = question;
  const cells = Int32Array.from(open.keys()).filter((cell) => open[cell] === 1);
  const scale = scaleOf(fit);
  const value = (cell: number): number => (fit.units[cell] ?? 0) / scale;
  const judgeRow = proposals.length;
  const quotaRow = judgeRow + judges.length;
  const floorRow = quotaRow + proposals.length * quotas.length;
  const hasFloor = floor !== null || goal === 'worst';
  const totalRow = floorRow + (hasFloor ? proposals.length : 0);
  const rowCount = totalRow + (leastTotal === null ? 0 : 1);
  const rowLower = new Float64Array(rowCount).fill(-Infinity);
  const rowUpper = new Float64Array(rowCount).fill(Infinity);
  for (const proposal of proposals.keys()) {
    const isExempt = question.exempt?.has(proposal) === true;
    rowLower[proposal] = isExempt ? 0 : (need[proposal] ?? 0);
    rowUpper[proposal] = isExempt ? judges.length : (need[proposal] ?? 0);
    for (const [index, quota] of quotas.entries())
      rowLower[quotaRow + proposal * quotas.length + index] = quota.min;
    if (hasFloor) rowLower[floorRow + proposal] = goal === 'worst' ? 0 : (floor ?? 0) / scale;
  }
  for (const judge of judges.keys()) {
    rowLower[judgeRow + judge] = min[judge] ?? 0;
    rowUpper[judgeRow + judge] = max[judge] ?? 0;
  }
  if (leastTotal !== null) rowLower[totalRow] = leastTotal / scale;
  const columns = new Columns(
    cells.length + (goal === 'worst' ? 1 : 0),
    cells.length * (4 + quotas.length) + proposals.length,
  );
  for (const cell of cells) {
    const judge = cell % judges.length;
    const proposal = (cell - judge) / judges.length;
    columns.begin(typeof goal === 'string' ? (goal === 'total' ? value(cell) : 0) : (goal.get(cell) ?? 0));
    if (question.chosen?.[cell] === 1) columns.bound(1, 1);
    else columns.bound(0, 1);
    columns.entry(proposal, 1);
    columns.entry(judgeRow + judge, 1);
    for (const [index, { holders }] of quotas.entries())
      if (holders[judge] === 1) columns.entry(quotaRow + proposal * quotas.length + index, 1);
    if (hasFloor) columns.entry(floorRow + proposal, value(cell));
    if (leastTotal !== null) columns.entry(totalRow, value(cell));
  }
  if (goal === 'worst') {
    columns.begin(1);
    columns.bound((floor ?? -Infinity) / scale, Infinity);
    for (const proposal of proposals.keys()) columns.entry(floorRow + proposal, -1);
  }
  const whole = question.whole ? columns.wholeFirst(cells.length) : null;
  return { model: { ...columns.arrays(), whole, rowLower, rowUpper }, cells, scale, judgeRow, floorRow };
}

/** Whether the engine sees every fit as the whole number it is; otherwise what it calls the best is so only nearly. */
export const isExactForEngine = (fit: FitTable): boolean => fit.coarse === 1n && scaleOf(fit) === 1;

const scaleOf = ({ units }: FitTable): number =>
  Math.max(1, units.reduce(greatest, 0) / GREATEST_COEFFICIENT);

const greatest = (most: number, value: number): number => Math.max(most, Math.abs(value));

/** Collects columns one after the other. */
class Columns {
  private readonly cost: Float64Array;
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  private readonly values: Float64Array;
  private column = -1;
  private entries = 0;

  constructor(count: number, mostEntries: number) {
    this.cost = new Float64Array(count);
    this.lower = new Float64Array(count);
    this.upper = new Float64Array(count);
    this.starts = new Int32Array(count + 1);
    this.rows = new Int32Array(mostEntries);
    this.values = new Float64Array(mostEntries);
  }

  begin(cost: number): void {
    this.column += 1;
    this.cost[this.column] = cost;
    this.starts[this.column + 1] = this.entries;
  }

  bound(lower: number, upper: number): void {
    this.lower[this.column] = lower;
    this.upper[this.column] = upper;
  }

  entry(row: number, value: number): void {
    if (value === 0) return;
    this.rows[this.entries] = row;
    this.values[this.entries] = value;
    this.entries += 1;
    this.starts[this.column + 1] = this.entries;
  }

  /** The first columns take whole numbers only. */
  wholeFirst(count: number): Uint8Array {
    return new Uint8Array(this.cost.length).fill(1, 0, count);
  }

  arrays() {
    const { cost, lower, upper, starts, entries } = this;
    return {
      cost,
      lower,
      upper,
      starts,
      rows: this.rows.slice(0, entries),
      values: this.values.slice(0, entries),
    };
  }
}
