import { computed, onScopeDispose, shallowRef } from 'vue';
import type { ComputedRef, ShallowRef } from 'vue';
import { devices } from '../../../shared/contract/devices.ts';
import { helpCalls } from '../../../shared/contract/help-calls.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { stage as routes } from '../../../shared/contract/stage.ts';
import type { Console, Step } from '../../../shared/contract/stage.ts';
import { call, newOperationId } from '../../api/client.ts';
import type { Action } from '../../api/use-action.ts';
import { useAction } from '../../api/use-action.ts';
import { consoleId } from './console-id.ts';
import { newerSnapshot } from '../stage/snapshot.ts';
import type { Stage } from '../stage/useStage.ts';
import { useStage } from '../stage/useStage.ts';

/** The host's console, kept up to date, and what can be done at it. */
export interface HostConsole {
  /** With the newest stage heard, whichever way it came; null before the first answer. */
  state: ComputedRef<Console | null>;
  stage: Stage;
  /** Why the console could not be read last time. */
  fault: Readonly<ShallowRef<unknown>>;
  step: Action<[Step]>;
  withdraw: Action<[proposal: string, reason: string]>;
  lock: Action<[session: string]>;
  unlockCode: Action<[judge: string]>;
  /** Somebody goes to the tablet that called. */
  answerCall: Action<[call: string]>;
  reload: () => Promise<void>;
}

/** Milliseconds between two readings when the stage has no news: sheets begun and signs of life come only with it. */
const every = 2_000;
/** News come in bursts; one reading answers them all. */
const afterNews = 200;

export function useConsole(competition: string): HostConsole {
  const read = shallowRef<Console | null>(null);
  const fault = shallowRef<unknown>(null);
  const params = { competition };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  /** Of overlapping readings, and of a reading that a step has overtaken, the later one counts. */
  async function reload(): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const answer = await call(routes.console, { params });
      if (mine !== turn) return;
      read.value = answer;
      fault.value = null;
    } catch (error) {
      if (mine === turn) fault.value = error;
    }
    if (mine === turn) readAfter(every);
  }

  function readAfter(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), milliseconds);
  }

  function accept(answer: Console): void {
    turn += 1;
    read.value = answer;
    fault.value = null;
    readAfter(every);
  }

  const stage = useStage(competition, null, () => readAfter(afterNews));
  onScopeDispose(() => clearTimeout(timer));
  void reload();

  const step = useAction(async (taken: Step) => {
    if (read.value === null) return;
    const base = read.value.revision;
    const body = { operation: newOperationId(), base, step: taken, console: consoleId() };
    try {
      accept(await call(routes.step, { params, body }));
    } catch (error) {
      // Another console was quicker: its state is shown, nothing is done twice.
      if (error instanceof ContractError && error.code === 'stale_revision') accept(error.current as Console);
      throw error;
    }
  });

  return {
    state: computed(() => {
      if (read.value === null) return null;
      const newest = newerSnapshot(stage.snapshot.value, read.value.stage);
      return { ...read.value, stage: newest };
    }),
    stage,
    fault,
    step,
    withdraw: useAction(async (proposal: string, reason: string) => {
      const body = { operation: newOperationId(), reason };
      accept(await call(routes.withdraw, { params: { ...params, proposal }, body }));
    }),
    lock: useAction(async (session: string) => {
      const body = { operation: newOperationId() };
      accept(await call(routes.lock, { params: { ...params, session }, body }));
    }),
    unlockCode: useAction(async (judge: string) => {
      await call(devices.unlock, { params: { ...params, judge } });
      await reload();
    }),
    answerCall: useAction(async (id: string) => {
      const body = { operation: newOperationId() };
      await call(helpCalls.answer, { params: { ...params, call: id }, body });
      await reload();
    }),
    reload,
  };
}
