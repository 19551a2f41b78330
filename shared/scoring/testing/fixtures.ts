// eslint-disable-next-line no-restricted-imports -- loaded by tests alone, which may read files
import { readFileSync } from 'node:fs';
import { parseScorebook } from '../scorebook/parse.ts';
import type { Scorebook } from '../scorebook/types.ts';

/** The parsed content of a file below fixtures/. */
export function fixture<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url), 'utf8')) as T;
}

/** A scorebook that the test knows to be without faults; throws with its faults if it is not. */
export function checked(file: unknown): Scorebook {
  const parsed = parseScorebook(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 2));
  return parsed.scorebook;
}
