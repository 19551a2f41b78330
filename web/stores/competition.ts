import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { competitions } from '../../shared/contract/competitions.ts';
import type { Competition } from '../../shared/contract/competitions.ts';
import { call } from '../api/client.ts';

/** The competition the organizer works in; every organizer page shares it. */
export const useCompetition = defineStore('competition', () => {
  const current = shallowRef<Competition | null>(null);

  /** Loads a competition; another one shown before disappears at once. */
  async function load(id: string): Promise<Competition> {
    if (current.value?.id !== id) current.value = null;
    current.value = await call(competitions.get, { params: { competition: id } });
    return current.value;
  }

  /** Takes over what a save or the publication answered. */
  function accept(competition: Competition): void {
    current.value = competition;
  }

  return { current, load, accept };
});
