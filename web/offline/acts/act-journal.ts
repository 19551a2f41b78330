import { ContractError, errorTable } from '../../../shared/contract/errors.ts';
import { exchange } from '../../api/client.ts';
import type { Exchange } from '../../api/client.ts';
import { backoff } from '../backoff.ts';
import { keepAct, nextAct, reopenActs } from './act.ts';
import type { ActDatabase, KeptAct } from './act.ts';

/** Keeps what was done at this device, and does it again when the server has come back from a copy without it. */
export interface ActJournal {
  keep: (request: Exchange, epoch: string) => Promise<void>;
  /** A server named its epoch. Resolves when whatever that put back into the queue was sent, or given up. */
  hear: (epoch: string) => Promise<void>;
  stop: () => void;
}

/** Milliseconds after which a silent server counts as unreachable. */
const patience = 8000;
/** Times a server is waited for on which an act of another device, done before this one, is still missing. */
const waits = 8;

type Outcome =
  | { kind: 'done'; epoch: string }
  /** Nothing is known, or the way is barred for now. */
  | { kind: 'again' }
  /** The server stands before what this act was done on; another device may have to go first. */
  | { kind: 'behind'; code: 'stale_revision' }
  | { kind: 'refused'; code: Extract<KeptAct['progress'], { state: 'given-up' }>['code'] };

/**
 * @param database this device's
 * @param pause resolves after so many milliseconds, or early when the signal fires
 * @param onChange told when the state of an act has changed
 */
export function createActJournal(
  database: () => Promise<ActDatabase>,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  onChange: () => void = () => undefined,
): ActJournal {
  const life = new AbortController();
  let heard: string | null = null;
  let underWay: Promise<void> | null = null;

  async function put(act: KeptAct): Promise<void> {
    await (await database()).put('acts', act);
    onChange();
  }

  async function sendAll(): Promise<void> {
    let failures = 0;
    for (
      let act = await nextAct(await database());
      act !== null && !life.signal.aborted;
      act = await nextAct(await database())
    ) {
      const outcome = await attempt(act.request);
      if (outcome.kind === 'done') {
        await put({ ...act, epoch: outcome.epoch, progress: { state: 'done' } });
        failures = 0;
        continue;
      }
      failures += 1;
      if (outcome.kind === 'refused' || (outcome.kind === 'behind' && failures > waits)) {
        await put({ ...act, progress: { state: 'given-up', code: outcome.code } });
        failures = 0;
      } else await pause(backoff(failures), life.signal);
    }
  }

  return {
    keep: async (request, epoch) => keepAct(await database(), request, epoch, Date.now()),
    async hear(epoch) {
      if (epoch !== heard) {
        heard = epoch;
        if (await reopenActs(await database(), epoch)) {
          onChange();
          underWay ??= sendAll().finally(() => (underWay = null));
        }
      }
      await underWay;
    },
    stop: () => life.abort(),
  };
}

async function attempt(request: Exchange): Promise<Outcome> {
  let epoch = null as string | null;
  try {
    await exchange(request, { timeout: patience, onEpoch: (named) => (epoch = named) });
    return epoch === null ? { kind: 'again' } : { kind: 'done', epoch };
  } catch (error) {
    if (!(error instanceof ContractError)) return { kind: 'again' };
    const { code } = error;
    const { status } = errorTable[code];
    if (status >= 500 || status === 429 || status === 401 || code === 'forbidden' || code === 'wrong_origin')
      return { kind: 'again' };
    return code === 'stale_revision' && isBehind(request, error.current)
      ? { kind: 'behind', code }
      : { kind: 'refused', code };
  }
}

/** Whether the server stands before the revision that the act was done on. */
function isBehind({ body }: Exchange, current: unknown): boolean {
  const base = memberOf(body, 'base');
  const revision = memberOf(current, 'revision');
  return typeof base === 'number' && typeof revision === 'number' && revision < base;
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
