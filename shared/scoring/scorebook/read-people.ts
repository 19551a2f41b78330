import type { Known, KnownEntry } from './known.ts';
import { reference } from './known.ts';
import type { Reader, Shape } from './reader.ts';
import { EXCLUSIONS } from './types.ts';

const JUDGE: Shape = { id: 'required', name: 'optional', party: 'optional' };
const ENTRY: Shape = { id: 'required', name: 'optional', track: 'optional', excluded: 'optional' };
const EXCLUDED: Shape = { kind: 'required', reason: 'optional' };

/** Judges by id with their party. Where parties are weighted, every judge must belong to one of them. */
export function readJudges(
  reader: Reader,
  value: unknown,
  parties: Known['parties'],
): Map<string, string | null> {
  return reader.byId(value, 'judges', JUDGE, (item, path) => {
    reader.text(item.name, `${path}.name`);
    if (parties === null) return reader.text(item.party, `${path}.party`);
    if (item.party === undefined) return reader.report(`${path}.party`, 'missing');
    return reference(reader, item.party, `${path}.party`, 'party', parties);
  });
}

export function readEntries(reader: Reader, value: unknown): Map<string, KnownEntry> {
  return reader.byId(value, 'entries', ENTRY, (item, path) => {
    reader.text(item.name, `${path}.name`);
    if (item.excluded !== undefined) {
      const excluded = reader.record(item.excluded, `${path}.excluded`, EXCLUDED);
      reader.oneOf(excluded?.kind, `${path}.excluded.kind`, EXCLUSIONS);
      reader.text(excluded?.reason, `${path}.excluded.reason`);
    }
    return { path, track: reader.text(item.track, `${path}.track`), excluded: item.excluded !== undefined };
  });
}
