import type { LinearModel } from '../../solver/mip.ts';

/** Collects rows and columns of a linear programme with columns between 0 and their upper bound. */
export class ProgramBuilder {
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly cost: number[] = [];
  private readonly upper: number[] = [];
  private readonly starts: number[] = [0];
  private readonly rows: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.cost.length;
  }

  addRow(lower: number, upper: number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }

  /** A column with an entry of 1 in each row of `plus` and of -1 in each of `minus`; a row may stand in one only. */
  addColumn(cost: number, upper: number, plus: Iterable<number>, minus: Iterable<number> = []): number {
    for (const row of plus) this.add(row, 1);
    for (const row of minus) this.add(row, -1);
    this.cost.push(cost);
    this.upper.push(upper);
    this.starts.push(this.rows.length);
    return this.cost.length - 1;
  }

  private add(row: number, value: number): void {
    this.rows.push(row);
    this.values.push(value);
  }

  /** @param whole whether all columns take whole numbers only */
  model(whole: boolean): LinearModel {
    return {
      cost: Float64Array.from(this.cost),
      lower: new Float64Array(this.columns),
      upper: Float64Array.from(this.upper),
      whole: whole ? new Uint8Array(this.columns).fill(1) : null,
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts: Int32Array.from(this.starts),
      rows: Int32Array.from(this.rows),
      values: Float64Array.from(this.values),
    };
  }
}
