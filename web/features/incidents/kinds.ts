import { devices } from '../../../shared/contract/devices.ts';
import { incidents } from '../../../shared/contract/incidents.ts';
import { paperSheets } from '../../../shared/contract/paper-sheets.ts';
import type { Grant } from '../../../shared/contract/roles.ts';
import { stage } from '../../../shared/contract/stage.ts';

/** What can go wrong on the day, each with the route that puts it right. */
export const incidentKinds = {
  return: incidents.returnSheet,
  paper: paperSheets.enter,
  exchange: incidents.exchangeSheets,
  restore: incidents.withdrawAbsence,
  absence: incidents.recordAbsence,
  recusal: incidents.recordRecusal,
  substitute: incidents.substitute,
  code: devices.newCode,
  tablet: devices.move,
  tooEarly: stage.step,
  withdraw: stage.withdraw,
} as const satisfies Record<string, { allow: readonly Grant[] }>;

export type IncidentKind = keyof typeof incidentKinds;

/** The menu: what it is about, and the incidents in the order in which they happen most. */
export const incidentGroups: readonly { name: string; kinds: readonly IncidentKind[] }[] = [
  { name: 'sheets', kinds: ['return', 'paper', 'exchange', 'restore'] },
  { name: 'judges', kinds: ['code', 'absence', 'recusal', 'substitute'] },
  { name: 'tablets', kinds: ['tablet'] },
  { name: 'projects', kinds: ['tooEarly', 'withdraw'] },
];
