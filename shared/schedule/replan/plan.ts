import type { Placement } from '../model.ts';

/** A placement with the number printed on the papers; numbers belong to the teams and never close up. */
export interface NumberedPlacement extends Placement {
  readonly number: number;
}

export interface SeatChange {
  readonly proposal: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
}

export interface Move {
  readonly proposal: string;
  readonly from: NumberedPlacement;
  /** Null: there is no place for it any more. */
  readonly to: NumberedPlacement | null;
}

export interface Replan {
  /** In the order of the published plan. */
  readonly placements: readonly NumberedPlacement[];
  /** Teams whose time or room is another one, and those that found none. */
  readonly moved: readonly Move[];
  /** Seats that change hands. */
  readonly seats: readonly SeatChange[];
  /** Whether no plan moves fewer (then: shifts by fewer slots, changes fewer seats); else the effort ended first. */
  readonly proven: boolean;
}
