import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import type { Desk } from './desk.ts';
import type { Defense, SheetState } from './sheet-state.ts';
import { sheetState } from './sheet-state.ts';

/** Where one project and the judge's sheet for it stand. */
export interface SheetPlace {
  /** Undefined where the address names no project of this judge. */
  defense: ComputedRef<Defense | undefined>;
  state: ComputedRef<SheetState>;
  /** Name of the half-day that signs the sheet. */
  session: ComputedRef<string>;
}

export function useSheetPlace(desk: Desk, proposal: string): SheetPlace {
  const defense = computed(() => desk.book.value?.defenses.find((one) => one.proposal === proposal));
  return {
    defense,
    state: computed(() => (defense.value ? stateOf(desk, defense.value) : 'none')),
    session: computed(
      () => desk.book.value?.sessions.find(({ id }) => id === defense.value?.session)?.name ?? '',
    ),
  };
}

export const stateOf = (desk: Desk, defense: Defense): SheetState =>
  sheetState(defense, desk.sheet(defense.proposal), isLocked(desk, defense.session));

/** Signed as the book says, or as the hall has heard since. */
export const isLocked = ({ book, stage }: Desk, session: string): boolean =>
  [...(book.value?.lockedSessions ?? []), ...(stage.snapshot.value?.lockedSessions ?? [])].includes(session);
