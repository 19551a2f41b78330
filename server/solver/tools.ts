import type { Tools } from '../../shared/funding/tools.ts';

/** The engine, loaded when it is first needed, and so many seconds from now. */
export function solverTools(seconds: number): Tools {
  const end = performance.now() + seconds * 1000;
  return {
    loadEngine: async () => (await import('./highs.ts')).loadEngine(),
    secondsLeft: () => (end - performance.now()) / 1000,
  };
}
