import type { MipEngine } from '../solver/mip.ts';

/** What a solver may use of the world outside. */
export interface ScheduleTools {
  /** Null where there is none, as in a browser: then less is proven. */
  readonly loadEngine: (() => Promise<MipEngine>) | null;
  /** Wall-clock seconds that are left; at 0 the best answer so far is given. */
  readonly secondsLeft: () => number;
  /** Told now and then how many are placed, and how many no plan exceeds as far as is known. */
  readonly report?: (placed: number, bound: number | null) => void;
}
