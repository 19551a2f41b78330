import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import type { ComputedRef, ShallowRef } from 'vue';
import { ContractError } from '../../../shared/contract/errors.ts';
import { preparing } from '../../../shared/contract/preparing.ts';
import type { Declaration, Undertaking } from '../../../shared/contract/preparing.ts';
import { call, newOperationId } from '../../api/client.ts';
import { connection } from '../../offline/connection.ts';
import { studyDatabase } from '../../offline/study/database.ts';
import type { GivenUndertaking } from '../../offline/study/database.ts';

export interface OwnUndertaking {
  /** As the server has it; while it is silent, as this device last heard. */
  shown: Readonly<ShallowRef<Undertaking | null>>;
  /** Given here and still to be sent. */
  given: Readonly<ShallowRef<GivenUndertaking | null>>;
  error: Readonly<ShallowRef<unknown>>;
  /** Undertaken: the server knows, or this device will tell it. */
  done: ComputedRef<boolean>;
  give: (declarations: Declaration[]) => Promise<void>;
  reload: () => Promise<void>;
}

const again = 15_000;

/** Given without network it is kept here and sent later, with the same operation id until the server has it. */
export function useUndertaking(competition: string, judge: string): OwnUndertaking {
  const shown = shallowRef<Undertaking | null>(null);
  const given = shallowRef<GivenUndertaking | null>(null);
  const error = shallowRef<unknown>(null);
  const params = { competition, judge };
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(undertaking: Undertaking): Promise<void> {
    shown.value = undertaking;
    error.value = null;
    const db = await studyDatabase().catch(() => null);
    await db?.put('undertakings', { judge, shown: undertaking });
  }

  async function reload(): Promise<void> {
    const db = await studyDatabase().catch(() => null);
    shown.value ??= (await db?.get('undertakings', judge))?.shown ?? null;
    given.value ??= (await db?.get('given', judge)) ?? null;
    if (given.value !== null) return send();
    try {
      await show(await call(preparing.undertaking, { params }));
    } catch (cause) {
      error.value = cause;
    }
  }

  async function send(): Promise<void> {
    clearTimeout(timer);
    const waiting = given.value;
    if (waiting === null) return;
    const { operation, text, declarations } = waiting;
    try {
      await show(await call(preparing.undertake, { params, body: { operation, text, declarations } }));
      await drop();
    } catch (cause) {
      error.value = cause;
      // The server has answered and will not take it: the judge has to look again.
      if (cause instanceof ContractError) await drop();
      else timer = setTimeout(() => void send(), again);
    }
  }

  async function drop(): Promise<void> {
    given.value = null;
    const db = await studyDatabase().catch(() => null);
    await db?.delete('given', judge);
  }

  watch(connection.reachable, (reachable) => reachable && void send());
  onScopeDispose(() => clearTimeout(timer));
  void reload();

  return {
    shown,
    given,
    error,
    done: computed(() => given.value !== null || (shown.value?.at ?? null) !== null),
    give: async (declarations) => {
      if (shown.value === null) return;
      const { text } = shown.value;
      given.value = { judge, operation: newOperationId(), text, declarations, givenAt: Date.now() };
      const db = await studyDatabase().catch(() => null);
      await db?.put('given', given.value);
      await send();
    },
    reload,
  };
}
