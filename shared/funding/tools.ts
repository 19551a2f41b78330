import type { MipEngine } from '../solver/mip.ts';

/** What pure functions cannot bring along. */
export type Tools = {
  /** Loads the engine, the first time it is needed. */
  readonly loadEngine: () => Promise<MipEngine>;
  /** Seconds until an answer has to be there. */
  readonly secondsLeft: () => number;
};
