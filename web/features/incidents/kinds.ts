import { incidents } from '../../../shared/contract/incidents.ts';
import { paperSheets } from '../../../shared/contract/paper-sheets.ts';
import type { Grant } from '../../../shared/contract/roles.ts';

/** What can go wrong on the day, each with the route that puts it right. */
export const incidentKinds = {
  return: incidents.returnSheet,
  paper: paperSheets.enter,
} as const satisfies Record<string, { allow: readonly Grant[] }>;

export type IncidentKind = keyof typeof incidentKinds;

/** The menu: what it is about, and the incidents in the order in which they happen most. */
export const incidentGroups: readonly { name: string; kinds: readonly IncidentKind[] }[] = [
  { name: 'sheets', kinds: ['return', 'paper'] },
];
