import type { Turn } from '../../../shared/contract/schedule.ts';

/** A place on the board. */
export interface Place {
  readonly session: string;
  readonly slot: number;
}

export const isAt = (turn: Place, place: Place): boolean =>
  turn.session === place.session && turn.slot === place.slot;

/** Who stands at a place; null: nobody. */
export const occupant = (turns: readonly Turn[], place: Place): string | null =>
  turns.find((turn) => isAt(turn, place))?.proposal ?? null;

/**
 * Puts a project at a place. Who stands there takes the place it comes from; where it comes from none, that one has
 * no place any more.
 */
export function moved(turns: readonly Turn[], proposal: string, place: Place): Turn[] {
  const from = turns.find((turn) => turn.proposal === proposal);
  const other = occupant(turns, place);
  const rest = turns.filter((turn) => turn.proposal !== proposal && turn.proposal !== other);
  const swapped =
    other === null || other === proposal || from === undefined
      ? []
      : [{ proposal: other, session: from.session, slot: from.slot }];
  return [...rest, ...swapped, { proposal, session: place.session, slot: place.slot }];
}

/** Takes a project off the board. */
export const takenOff = (turns: readonly Turn[], proposal: string): Turn[] =>
  turns.filter((turn) => turn.proposal !== proposal);
