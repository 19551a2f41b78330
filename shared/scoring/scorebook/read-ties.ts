import type { Known } from './known.ts';
import { reference } from './known.ts';
import type { Reader } from './reader.ts';

type TieReader = (reader: Reader, value: unknown, path: string, known: Known) => void;

const BY_KEY: ReadonlyMap<string, TieReader> = new Map<string, TieReader>([
  ['criterion', (reader, value, path, known) => reference(reader, value, path, 'criterion', known.criteria)],
  ['stage', (reader, value, path, known) => reference(reader, value, path, 'stage', known.stages)],
  ['party', (reader, value, path, known) => reference(reader, value, path, 'party', parties(known))],
  ['lot', readOrder],
  ['decision', readOrder],
]);

/** Parties that judges name; with weights these are the weighted ones. */
function parties(known: Known): ReadonlySet<string | null> {
  return new Set(known.parties ?? known.judges.values());
}

/** The ordered tie rules: two words, or an object with exactly one key. */
export function readTies(reader: Reader, value: unknown, known: Known): void {
  reader.list(value, 'rules.ties', (rule, path) => {
    if (rule === 'untrimmed_mean' || rule === 'median') return null;
    const entries = typeof rule === 'object' && rule !== null ? Object.entries(rule) : [];
    const [key, named] = entries[0] ?? [];
    const read = key === undefined || entries.length !== 1 ? undefined : BY_KEY.get(key);
    if (read === undefined) return reader.report(path, 'tie_rule');
    read(reader, named, `${path}.${key}`, known);
    return null;
  });
}

/** A drawn or decided order: known entries, none twice. */
function readOrder(reader: Reader, value: unknown, path: string, known: Known): void {
  const first = new Map<string, string>();
  reader.list(value, path, (item, here) => {
    const entry = reference(reader, item, here, 'entry', known.entries);
    const earlier = entry === null ? undefined : first.get(entry);
    if (earlier !== undefined) return reader.report(here, 'duplicate', { first: earlier });
    if (entry !== null) first.set(entry, here);
    return null;
  });
}
