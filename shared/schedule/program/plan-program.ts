import type { LinearModel } from '../../solver/mip.ts';
import type { Spot, Spots } from '../grid/board.ts';
import type { Grid } from '../grid/grid.ts';
import { ProgramBuilder } from './builder.ts';
import { RoomColumns } from './room-columns.ts';
import { Windows } from './windows.ts';

/** The starts each proposal may take, by proposal. */
export type Domains = readonly ArrayLike<number>[];

/** A proposal that starts at a slot, and who could take its roles there. */
export interface StartColumn {
  readonly start: number;
  readonly column: number;
  /** By role: column of each judge, or -1 where one judge alone could take it. */
  readonly seats: (readonly { readonly judge: number; readonly column: number }[])[];
}

/**
 * The greatest number placed as a linear programme. Columns: a proposal starts at a slot (cost 1); a judge takes a
 * role of it there (left out where one judge alone could); so many defenses of one length start at a slot in rooms of
 * one class. Any whole-number answer is a plan, with rooms dealt out inside their class.
 */
export class PlanProgram {
  /** By proposal, in the order of its domain. */
  readonly starts: readonly (readonly StartColumn[])[];
  readonly rooms: RoomColumns;
  readonly columns: number;
  private readonly grid: Grid;
  private readonly domains: Domains;
  private readonly builder = new ProgramBuilder();
  private readonly judges: readonly Windows[];
  private readonly most: readonly number[];
  private readonly applicants: readonly Windows[];
  private readonly must: ReadonlySet<number>;

  /** @param must proposals that have to be placed */
  constructor(grid: Grid, domains: Domains, must: ReadonlySet<number> = new Set()) {
    const { gap, judges } = grid.model;
    this.grid = grid;
    this.domains = domains;
    this.judges = judges.map(() => new Windows(grid, this.builder, gap.judge));
    this.applicants = Array.from(
      { length: grid.applicantCount },
      () => new Windows(grid, this.builder, gap.applicant),
    );
    this.most = judges.map((_, judge) => this.builder.addRow(-Infinity, grid.judgeMax[judge] ?? 0));
    this.must = must;
    this.rooms = new RoomColumns(grid, this.builder);
    for (const [proposal, starts] of domains.entries())
      for (let index = 0; index < starts.length; index += 1) this.announce(proposal, starts[index] ?? 0);
    this.rooms.addColumns();
    this.starts = domains.map((_, proposal) => this.addProposal(proposal));
    this.columns = this.builder.columns;
  }

  /** @param whole whether answers are plans, not fractions of them */
  model(whole: boolean): LinearModel {
    return this.builder.model(whole);
  }

  /** The columns of a plan whose starts lie in the domains. */
  valuesOf(spots: Spots): Float64Array {
    const values = new Float64Array(this.columns);
    for (const [proposal, spot] of spots.entries()) {
      const chosen = this.starts[proposal]?.find(({ start }) => start === spot?.start);
      if (spot === null || chosen === undefined) continue;
      values[chosen.column] = 1;
      for (const [seat, judges] of chosen.seats.entries()) {
        const column = judges.find(({ judge }) => judge === spot.judges[seat])?.column ?? -1;
        if (column >= 0) values[column] = 1;
      }
      this.rooms.count(values, spot.room, spot.start, this.grid.duration[proposal] ?? 1);
    }
    return values;
  }

  /** The plan of a whole-number answer. */
  spotsOf(values: Float64Array): Spots {
    const isOne = (column: number) => (values[column] ?? 0) > 0.5;
    const placed = this.starts.map((columns) => columns.find(({ column }) => isOne(column)));
    const rooms = this.rooms.deal(
      values,
      placed.map((chosen) => chosen?.start ?? null),
    );
    return placed.map((chosen, proposal): Spot | null =>
      chosen === undefined
        ? null
        : {
            start: chosen.start,
            room: rooms[proposal] ?? -1,
            judges: chosen.seats.map(
              (judges) => judges.find(({ column }) => column < 0 || isOne(column))?.judge ?? -1,
            ),
          },
    );
  }

  private announce(proposal: number, start: number): void {
    const slots = this.grid.duration[proposal] ?? 1;
    this.applicants[this.grid.applicant[proposal] ?? -1]?.addStart(start);
    for (const role of this.grid.eligible[proposal] ?? [])
      for (const judge of role) if (this.isThere(judge, start, slots)) this.judges[judge]?.addStart(start);
    this.rooms.addStart(start, slots);
  }

  private addProposal(proposal: number): StartColumn[] {
    const { grid, builder } = this;
    const slots = grid.duration[proposal] ?? 1;
    const once = builder.addRow(this.must.has(proposal) ? 1 : -Infinity, 1);
    const applicant = this.applicants[grid.applicant[proposal] ?? -1];
    return Array.from(this.domains[proposal] ?? [], (start) => {
      const plus = [once, this.rooms.row(start, slots), ...(applicant?.rows(start, slots) ?? [])];
      const minus: number[] = [];
      const roles = (grid.eligible[proposal] ?? []).map((role) => {
        const judges = [...role].filter((judge) => this.isThere(judge, start, slots));
        const [only, ...others] = judges;
        if (only !== undefined && others.length === 0) {
          plus.push(...this.judgeRows(only, start, slots));
          return { row: -1, judges };
        }
        const row = builder.addRow(0, 0);
        minus.push(row);
        return { row, judges };
      });
      const column = builder.addColumn(1, 1, plus, minus);
      const seats = roles.map(({ row, judges }) =>
        judges.map((judge) => ({
          judge,
          column: row < 0 ? -1 : builder.addColumn(0, 1, [row, ...this.judgeRows(judge, start, slots)]),
        })),
      );
      return { start, column, seats };
    });
  }

  private judgeRows(judge: number, start: number, slots: number): number[] {
    return [this.most[judge] ?? 0, ...(this.judges[judge]?.rows(start, slots) ?? [])];
  }

  private isThere(judge: number, start: number, slots: number): boolean {
    return (this.grid.judgeRun[judge]?.[start] ?? 0) >= slots;
  }
}
