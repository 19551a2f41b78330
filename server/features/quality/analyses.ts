import type { Analysis } from '../../../shared/contract/quality.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';

const KEPT = 8;

type Compute = (input: AnalysisInput) => Promise<Analysis>;

/**
 * Analyses already made, found again by what they follow from; one is computed at a time. A memory that may be lost
 * or doubled on another node: the same input gives the same analysis.
 */
export function rememberAnalyses(compute: Compute): Compute {
  const known = new Map<string, Promise<Analysis>>();
  let last: Promise<unknown> = Promise.resolve();
  return (input) => {
    const key = `${input.checksum} ${input.cut}`;
    const found = known.get(key);
    if (found) return found;
    const asked = last.then(() => compute(input));
    last = asked.catch(() => known.delete(key));
    known.set(key, asked);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return asked;
  };
}

/** What a promise gives within so many milliseconds, or null: it goes on by itself. */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
