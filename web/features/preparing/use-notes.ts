import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import { ContractError } from '../../../shared/contract/errors.ts';
import { preparing } from '../../../shared/contract/preparing.ts';
import type { JudgeNote } from '../../../shared/contract/preparing.ts';
import { call } from '../../api/client.ts';
import { connection } from '../../offline/connection.ts';
import { studyDatabase } from '../../offline/study/database.ts';
import type { KeptNote } from '../../offline/study/database.ts';
import { rebased, withServerNotes } from '../../offline/study/notes.ts';

/** The judge's own notes on this device, sent by themselves. */
export interface Notes {
  all: Readonly<ShallowRef<readonly KeptNote[]>>;
  textOf: (proposal: string) => string;
  write: (proposal: string, text: string) => Promise<void>;
  /** How many the server does not have yet. */
  waiting: ComputedRef<number>;
  /** This device could not keep what was written. */
  failed: Readonly<Ref<boolean>>;
}

/** Milliseconds after the last key, and between two tries of sending. */
const pause = 1_000;
const again = 15_000;

/** Reads what this device has, then what the server has; on the disk at every key, on the server a moment later. */
export function useNotes(competition: string, judge: string): Notes {
  const all = shallowRef<readonly KeptNote[]>([]);
  const failed = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;

  const put = (note: KeptNote) =>
    (all.value = [...all.value.filter(({ proposal }) => proposal !== note.proposal), note]);
  const of = (proposal: string) => all.value.find((note) => note.proposal === proposal);

  async function keep(note: KeptNote): Promise<void> {
    put(note);
    try {
      await (await studyDatabase()).put('notes', note);
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }

  async function start(): Promise<void> {
    const db = await studyDatabase().catch(() => null);
    if (db === null) failed.value = true;
    else all.value = await db.getAllFromIndex('notes', 'judge', judge);
    const told = await call(preparing.notes, { params: { competition, judge } }).catch(() => null);
    if (told !== null) {
      const merged = withServerNotes(judge, all.value, told);
      all.value = merged;
      for (const note of merged) await db?.put('notes', note);
    }
    void send();
  }

  /** One after the other; what is written meanwhile is sent after it. */
  async function send(): Promise<void> {
    clearTimeout(timer);
    if (sending) return;
    const note = all.value.find(({ sent }) => !sent);
    if (note === undefined) return;
    sending = true;
    const wait = await sendOne(note);
    sending = false;
    if (all.value.some(({ sent }) => !sent)) timer = setTimeout(() => void send(), wait);
  }

  /** @returns milliseconds until the next try */
  async function sendOne(note: KeptNote): Promise<number> {
    const { proposal, text, base } = note;
    try {
      const params = { competition, judge, proposal };
      const saved = await call(preparing.saveNote, { params, body: { base, text } });
      const now = of(proposal) ?? note;
      await keep({ ...now, base: saved.revision, sent: now.text === text });
      return 0;
    } catch (error) {
      if (!(error instanceof ContractError) || error.code !== 'stale_revision') return again;
      await keep(rebased(of(proposal) ?? note, error.current as JudgeNote));
      return 0;
    }
  }

  watch(connection.reachable, (reachable) => reachable && void send());
  onScopeDispose(() => {
    clearTimeout(timer);
    void send();
  });
  void start();

  return {
    all,
    failed,
    textOf: (proposal) => of(proposal)?.text ?? '',
    write: async (proposal, text) => {
      await keep({ judge, proposal, text, base: of(proposal)?.base ?? 0, sent: false });
      clearTimeout(timer);
      timer = setTimeout(() => void send(), pause);
    },
    waiting: computed(() => all.value.filter(({ sent }) => !sent).length),
  };
}
