import type { Fault } from '../../scoring/scorebook/faults.ts';
import type { JsonObject, Shape } from '../../scoring/scorebook/reader.ts';
import { Reader } from '../../scoring/scorebook/reader.ts';
import type { Drawn, DrawRecord, Seats } from './record.ts';

const FILE: Shape = {
  format: 'optional',
  label: 'required',
  ids: 'required',
  commitments: 'optional',
  revealed: 'required',
  seats: 'optional',
  seed: 'optional',
  order: 'optional',
  drawn: 'optional',
};
const MEMBER: Shape = { id: 'required', group: 'optional' };
const SEATS: Shape = { group: 'optional', count: 'required' };

const HASH = /^[0-9a-f]{64}$/;

export type ParsedDraw =
  | { readonly ok: true; readonly record: DrawRecord; readonly claim: JsonObject }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Checks a parsed JSON value against `draw/1`: the record, or every fault with its path. `claim` holds what the file says
 * came out (`seed`, `order`, `drawn`), as it stands.
 */
export function parseDraw(json: unknown): ParsedDraw {
  const reader = new Reader();
  const file = reader.record(json, '', FILE);
  if (file === null) return { ok: false, faults: reader.faults };
  reader.oneOf(file.format, 'format', ['draw/1']);
  const revealed = reader.list<Revealed>(file.revealed, 'revealed', (value, path) =>
    value === null ? { text: null } : { text: reader.text(value, path) },
  );
  const commitments =
    file.commitments === undefined ? null : readCommitments(reader, file.commitments, revealed);
  if (Array.isArray(file.revealed) && revealed.length === 0)
    reader.report('revealed', 'wrong_length', { count: '1', found: '0' });
  const record: DrawRecord = {
    label: reader.text(file.label, 'label') ?? '',
    drawn: readDrawn(reader, file.ids),
    commitments,
    revealed: revealed.map(({ text }) => text),
    seats:
      file.seats === undefined
        ? null
        : reader.list(file.seats, 'seats', (item, path) => readSeats(reader, item, path)),
  };
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, record, claim: file };
}

interface Revealed {
  readonly text: string | null;
}

function readCommitments(reader: Reader, value: unknown, revealed: readonly Revealed[]): string[] {
  const commitments = reader.list(value, 'commitments', (item, path) => {
    const text = reader.text(item, path);
    return text === null || HASH.test(text) ? text : reader.report(path, 'not_hash');
  });
  if (Array.isArray(value) && value.length !== revealed.length)
    reader.report('commitments', 'wrong_length', {
      count: String(revealed.length),
      found: String(value.length),
    });
  return commitments;
}

function readDrawn(reader: Reader, value: unknown): Drawn[] {
  const first = new Map<string, string>();
  return reader.list(value, 'ids', (item, path): Drawn | null => {
    const object = typeof item === 'string' ? { id: item } : reader.record(item, path, MEMBER);
    if (object === null) return null;
    const id = reader.text(object.id, typeof item === 'string' ? path : `${path}.id`);
    const group = 'group' in object ? reader.text(object.group, `${path}.group`) : null;
    if (id === null) return null;
    const earlier = first.get(id);
    if (earlier !== undefined) return reader.report(path, 'duplicate', { first: earlier });
    first.set(id, path);
    return { id, group };
  });
}

function readSeats(reader: Reader, item: unknown, path: string): Seats | null {
  const object = reader.record(item, path, SEATS);
  if (object === null) return null;
  const count = reader.integer(object.count, `${path}.count`, 1);
  const group = reader.text(object.group, `${path}.group`);
  return count === null ? null : { group, count };
}
