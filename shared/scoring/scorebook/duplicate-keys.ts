import type { Fault } from './faults.ts';
import { makeFault } from './faults.ts';
import { childPath } from './path.ts';

/** Strings and punctuation; numbers and words between them do not matter here. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/** An open object (with the keys so far) or list (with the position). */
type Open =
  | { readonly path: string; readonly keys: Set<string>; key: string | null }
  | { readonly path: string; index: number };

/**
 * Keys that stand twice in one object of a JSON text that parses. `JSON.parse` keeps the last one without a word, so
 * two programs may read different marks from the same file.
 */
export function duplicateKeys(text: string): Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const inside = open[open.length - 1];
    if (token === '{') open.push({ path: valuePath(inside), keys: new Set(), key: null });
    else if (token === '[') open.push({ path: valuePath(inside), index: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (inside === undefined) continue;
    else if (token === ',') {
      if ('keys' in inside) inside.key = null;
      else inside.index += 1;
    } else if ('keys' in inside && inside.key === null) {
      inside.key = JSON.parse(token) as string;
      if (inside.keys.has(inside.key))
        faults.push(makeFault(childPath(inside.path, inside.key), 'duplicate_key'));
      inside.keys.add(inside.key);
    }
  }
  return faults;
}

function valuePath(inside: Open | undefined): string {
  if (inside === undefined) return '';
  return childPath(inside.path, 'keys' in inside ? (inside.key ?? '') : inside.index);
}
