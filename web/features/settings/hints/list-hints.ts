import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Hint, SettingsTab } from './hint.ts';
import { when } from './hint.ts';

interface Named {
  name: string;
}

/** Rows without a name and names that stand twice. `what` is a locale key of the kind of row. */
function namedRows(rows: readonly Named[], tab: SettingsTab, what: string): Hint[] {
  const names = rows.map(({ name }) => name.trim());
  const unnamed = names.flatMap((name, index) =>
    when(name === '', tab, 'fault', 'unnamed', { what, no: index + 1 }),
  );
  const repeated = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
  return [
    ...unnamed,
    ...[...repeated].flatMap((name) => when(true, tab, 'hint', 'repeated', { what, name })),
  ];
}

/** Names that must be there, lists that must not be empty, rows that repeat each other. */
export function listHints(settings: Settings): Hint[] {
  const blank = (text: string) => text.trim() === '';
  return [
    ...when(blank(settings.name), 'basics', 'fault', 'no_name'),
    ...when(blank(settings.shortName), 'basics', 'fault', 'no_short_name'),
    ...when(blank(settings.region.county), 'basics', 'fault', 'no_county'),
    ...when(blank(settings.operator.name), 'basics', 'fault', 'no_operator'),
    ...when(blank(settings.contact.phone), 'basics', 'hint', 'no_phone'),
    ...when(settings.sponsors.length === 0, 'basics', 'fault', 'no_sponsor'),
    ...namedRows(settings.sponsors, 'basics', 'sponsor'),
    ...when(settings.tracks.length === 0, 'places', 'fault', 'no_track'),
    ...namedRows(settings.tracks, 'places', 'track'),
    ...when(settings.communities.length === 0, 'places', 'fault', 'no_community'),
    ...namedRows(settings.communities, 'places', 'community'),
    ...when(settings.parties.length === 0, 'parties', 'fault', 'no_party'),
    ...namedRows(settings.parties, 'parties', 'party'),
  ];
}
