import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { canonicalJson } from './canonical.ts';
import type { JsonValue } from './canonical.ts';

/** A `.jsonl` file: one RFC 8785 text a line, each line closed by a newline. */
export function jsonLines(values: readonly JsonValue[]): string {
  return values.map((value) => `${canonicalJson(value)}\n`).join('');
}

/**
 * Reads what `jsonLines` wrote and nothing else: a line that is not in canonical form or not of the shape asked
 * for is a fault, so that one content has one text.
 * @returns the values before the first bad line, and the number of that line or null
 */
export function parseJsonLines<S extends TSchema>(
  text: string,
  schema: S,
): { values: Static<S>[]; badLine: number | null } {
  const values: Static<S>[] = [];
  const lines = text.split('\n');
  const end = lines.pop();
  for (const line of lines) {
    const value = parseCanonical(line);
    if (value === undefined || !Value.Check(schema, value)) return { values, badLine: values.length + 1 };
    values.push(value);
  }
  return { values, badLine: end === '' ? null : values.length + 1 };
}

function parseCanonical(line: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(line);
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}
