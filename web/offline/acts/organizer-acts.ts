import { shallowRef } from 'vue';
import type { ShallowRef } from 'vue';
import { witnessCalls } from '../../api/client.ts';
import { pause } from '../pause.ts';
import { openActs } from './act.ts';
import type { ActDatabase, KeptAct } from './act.ts';
import { createActJournal } from './act-journal.ts';

let opened: Promise<ActDatabase> | null = null;

function database(): Promise<ActDatabase> {
  opened ??= openActs().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Acts of this device that the server does not have again, or not yet. */
export const openActsHere: Readonly<ShallowRef<readonly KeptAct[]>> = shallowRef([]);

async function readOpen(): Promise<void> {
  const acts = await (await database()).getAll('acts');
  (openActsHere as ShallowRef<readonly KeptAct[]>).value = acts.filter(
    ({ progress }) => progress.state !== 'done',
  );
}

let keeping = false;

/** From here on this page keeps the acts of the day done on it, and does them again for a server that forgot them. */
export function keepActsOfThisPage(): void {
  if (keeping) return;
  keeping = true;
  const journal = createActJournal(database, pause, () => void readOpen());
  witnessCalls({ heard: (epoch) => void journal.hear(epoch).catch(() => undefined), done: journal.keep });
  void readOpen().catch(() => undefined);
}
