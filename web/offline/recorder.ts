import type { Draft } from './operation.ts';

export interface Recorder {
  /** Drafts that are not on the disk yet, oldest first. */
  pending: () => readonly Draft[];
  record: (draft: Draft) => void;
  stop: () => void;
}

/** Milliseconds until a failed write is tried again. */
const again = 2000;

/**
 * Writes drafts to the journal one after the other, so that each finds the one it builds on. A failed write loses
 * nothing: the draft stays in memory, in its place, and is tried again until it is on the disk.
 * @param write puts one draft on the disk
 * @param onState told after each attempt whether the device's storage failed
 */
export function createRecorder(
  write: (draft: Draft) => Promise<void>,
  onState: (failed: boolean) => void,
): Recorder {
  let drafts: readonly Draft[] = [];
  let writing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    if (writing) return;
    writing = true;
    clearTimeout(timer);
    let failed = false;
    for (let draft = drafts[0]; draft !== undefined && !failed; draft = drafts[0]) {
      failed = await write(draft).then(
        () => false,
        () => true,
      );
      if (!failed) drafts = drafts.slice(1);
    }
    writing = false;
    if (failed) timer = setTimeout(() => void flush(), again);
    onState(failed);
  }

  return {
    pending: () => drafts,
    record(draft) {
      drafts = [...drafts, draft];
      void flush();
    },
    stop: () => clearTimeout(timer),
  };
}
