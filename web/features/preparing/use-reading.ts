import { ref, shallowRef } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import { preparing } from '../../../shared/contract/preparing.ts';
import type { ReadingProposal } from '../../../shared/contract/preparing.ts';
import { call } from '../../api/client.ts';
import { studyDatabase } from '../../offline/study/database.ts';

/** The proposals to read: those kept on this device at once, then those of the server. */
export interface Reading {
  proposals: Readonly<ShallowRef<readonly ReadingProposal[] | null>>;
  /** What is shown lies on this device and can be read without network. */
  kept: Readonly<Ref<boolean>>;
  error: Readonly<ShallowRef<unknown>>;
  reload: () => Promise<void>;
}

export function useReading(competition: string, judge: string): Reading {
  const proposals = shallowRef<readonly ReadingProposal[] | null>(null);
  const kept = ref(false);
  const error = shallowRef<unknown>(null);

  async function reload(): Promise<void> {
    const db = await studyDatabase().catch(() => null);
    const known = await db?.get('readings', judge);
    if (known) {
      proposals.value = known.proposals;
      kept.value = true;
    }
    try {
      const told = await call(preparing.reading, { params: { competition, judge } }, { timeout: 60_000 });
      proposals.value = told;
      error.value = null;
      await db?.put('readings', { judge, proposals: told, at: Date.now() });
      kept.value = db !== null;
    } catch (cause) {
      error.value = cause;
    }
  }

  void reload();
  return { proposals, kept, error, reload };
}
