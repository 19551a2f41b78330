import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Hint, SettingsTab } from './hint.ts';
import { when } from './hint.ts';

interface Named {
  name: string;
}

/** Rows without a name and names that stand twice. `what` is a locale key of the kind of row. */
function namedRows(rows: readonly Named[], tab: SettingsTab, what: string): Hint[] {
  const names = rows.map(({ name }) => name.trim());
  const repeated = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index));
  return [
    ...names.flatMap((name, index) => when(name === '', tab, 'gap', 'unnamed', { what, no: index + 1 })),
    ...[...repeated].flatMap((name) => when(true, tab, 'hint', 'repeated', { what, name })),
  ];
}

/** Names and rows that must be there, rows that repeat each other. */
export function listHints(settings: Settings): Hint[] {
  const { sponsors, tracks, communities, parties, rubric, timeline } = settings;
  const blank = (text: string) => text.trim() === '';
  const list = (rows: readonly Named[], tab: SettingsTab, what: string) => [
    ...when(rows.length === 0, tab, 'gap', 'no_row', { what }),
    ...namedRows(rows, tab, what),
  ];
  return [
    ...when(blank(settings.name), 'basics', 'gap', 'no_name'),
    ...when(blank(settings.shortName), 'basics', 'gap', 'no_short_name'),
    ...when(blank(settings.region.county), 'basics', 'gap', 'no_county'),
    ...when(blank(settings.operator.name), 'basics', 'gap', 'no_operator'),
    ...when(blank(settings.contact.phone), 'basics', 'hint', 'no_phone'),
    ...list(sponsors, 'basics', 'sponsor'),
    ...list(tracks, 'places', 'track'),
    ...list(communities, 'places', 'community'),
    ...list(parties, 'parties', 'party'),
    ...list(rubric.criteria, 'rubric', 'criterion'),
    ...namedRows(rubric.groups ?? [], 'rubric', 'group'),
    ...namedRows(settings.funding.budgets ?? [], 'money', 'budget'),
    ...list(timeline.sessions, 'timeline', 'session'),
  ];
}
