/** Any value that JSON can carry. A member that is absent has no key; `undefined` is not a value. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The RFC 8785 (JSON Canonicalization Scheme) text of a value: members sorted by UTF-16 code units, no
 * white space, strings and numbers as ECMAScript writes them. Equal values give equal text on every machine.
 *
 * Throws a `TypeError` for what the scheme forbids: non-finite numbers and lone surrogates.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical form');
  return JSON.stringify(value);
}

// Array.isArray does not narrow a union that holds a readonly array.
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
