import type { Draw } from '../draw.ts';

/** Who stands in a draw: a project, or a judge of a pool with the group that seats are drawn for. */
export interface Drawn {
  readonly id: string;
  /** Null: none. */
  readonly group: string | null;
}

/** So many are taken from a group; a null group: from all. */
export interface Seats {
  readonly group: string | null;
  readonly count: number;
}

/** A `draw/1`: all that is laid down before the draw, and what has been revealed so far. */
export interface DrawRecord {
  /** What is drawn; it goes into every key. */
  readonly label: string;
  readonly drawn: readonly Drawn[];
  /** SHA-256 of each part before it was revealed; null: the parts were written openly. */
  readonly commitments: readonly string[] | null;
  /** The parts in their published order; null: not revealed yet. */
  readonly revealed: readonly (string | null)[];
  /** Null: the order is all that is drawn. */
  readonly seats: readonly Seats[] | null;
}

/** What was drawn for a line of seats; `substitutes` step in one after the other. */
export interface SeatsDrawn extends Seats {
  readonly ids: readonly string[];
  readonly substitutes: readonly string[];
}

/** The outcome of a complete record. */
export interface DrawOutcome extends Draw {
  readonly seats: readonly SeatsDrawn[] | null;
}
