import { duplicateKeys } from '../../shared/scoring/scorebook/duplicate-keys.ts';
import type { Fault } from '../../shared/scoring/scorebook/faults.ts';
import { makeFault } from '../../shared/scoring/scorebook/faults.ts';
import type { CommandIo } from './io.ts';

/** What `parse` answers where the JSON is not right. */
export type Refused = { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * The JSON of a file (`-`: standard input) as `parse` reads it, or every fault: unreadable, no JSON, a key twice in one
 * object, and what `parse` finds. A byte order mark is passed over.
 */
export async function readJson<Parsed extends { readonly ok: true }>(
  file: string,
  io: CommandIo,
  parse: (json: unknown) => Parsed | Refused,
): Promise<Parsed | Refused> {
  let text: string;
  try {
    text = file === '-' ? await io.stdin() : await io.readFile(file);
  } catch (error) {
    return { ok: false, faults: [makeFault('', 'unreadable', { detail: messageOf(error) })] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, faults: [makeFault('', 'not_json', { detail: messageOf(error) })] };
  }
  const parsed = parse(json);
  const twice = duplicateKeys(text);
  if (twice.length === 0) return parsed;
  return { ok: false, faults: [...twice, ...(parsed.ok ? [] : parsed.faults)] };
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
