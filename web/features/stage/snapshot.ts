import type { StageSnapshot } from '../../../shared/contract/stage.ts';

/**
 * The newer of two snapshots. Each one is whole, so a gap in `seq` loses nothing; an older one that comes late (a
 * poll overtaken by the stream) is passed over. Another epoch is always newer: the server has started anew.
 */
export function newerSnapshot(known: StageSnapshot | null, heard: StageSnapshot): StageSnapshot {
  if (known === null || known.epoch !== heard.epoch) return heard;
  return heard.seq >= known.seq ? heard : known;
}

/**
 * Milliseconds left in the phase, negative after its end; null where no clock runs.
 * @param now server time, milliseconds
 */
export function remainingAt(stage: StageSnapshot, now: number): number | null {
  return stage.endsAt === null ? stage.remaining : stage.endsAt - now;
}
