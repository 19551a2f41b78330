const steps = [1, 2, 4, 8, 15] as const;

/** Milliseconds to wait after the given number of failures in a row (1, 2, …). */
export const backoff = (failures: number): number =>
  1000 * (steps[Math.min(Math.max(failures, 1), steps.length) - 1] ?? 15);
