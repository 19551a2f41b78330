import type { Fault } from '../../scoring/scorebook/faults.ts';
import type { JsonObject, Shape } from '../../scoring/scorebook/reader.ts';
import { Reader } from '../../scoring/scorebook/reader.ts';
import type { ScheduleDay, ScheduleModel } from '../model.ts';
import { ScheduleReader } from './schedule-reader.ts';

const FILE: Shape = {
  format: 'required',
  days: 'required',
  rooms: 'required',
  judges: 'required',
  proposals: 'required',
  gap: 'optional',
  lot: 'optional',
};
const DAY: Shape = { id: 'required', name: 'optional', slots: 'required' };
const ROOM: Shape = { id: 'required', name: 'optional', open: 'optional' };
const JUDGE: Shape = { id: 'required', name: 'optional', max: 'optional', open: 'optional' };
const PROPOSAL: Shape = {
  id: 'required',
  name: 'optional',
  applicant: 'optional',
  duration: 'optional',
  roles: 'required',
  open: 'optional',
};
const GAP: Shape = { room: 'optional', judge: 'optional', applicant: 'optional' };

/** Five-minute slots of a whole day: more than this in one day is a mistake in the file. */
const MOST_SLOTS = 288;
const MOST = 1_000_000;

export type ParsedSchedule =
  | { readonly ok: true; readonly model: ScheduleModel }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Checks a parsed JSON value against `schedule/1` (DESIGN §7): the model, or every fault with its path. */
export function parseSchedule(json: unknown): ParsedSchedule {
  const reader = new Reader();
  const file = reader.record(json, '', FILE);
  if (file === null) return { ok: false, faults: reader.faults };
  reader.oneOf(file.format, 'format', ['schedule/1']);
  const model = readModel(new ScheduleReader(reader), reader, file);
  return reader.faults.length > 0 ? { ok: false, faults: reader.faults } : { ok: true, model };
}

function readModel(read: ScheduleReader, reader: Reader, file: JsonObject): ScheduleModel {
  const days = reader.byId(file.days, 'days', DAY, (day, path): ScheduleDay => ({
    ...read.named(day, path),
    slots: read.integer(day.slots, `${path}.slots`, 1, MOST_SLOTS) ?? 1,
  }));
  const opening = (item: JsonObject, path: string) => read.opening(item.open, `${path}.open`, days);
  const rooms = reader.byId(file.rooms, 'rooms', ROOM, (room, path) => ({
    ...read.named(room, path),
    open: opening(room, path),
  }));
  const judges = reader.byId(file.judges, 'judges', JUDGE, (judge, path) => ({
    ...read.named(judge, path),
    max: read.integer(judge.max, `${path}.max`, 0, MOST),
    open: opening(judge, path),
  }));
  const proposals = reader.byId(file.proposals, 'proposals', PROPOSAL, (proposal, path) => ({
    ...read.named(proposal, path),
    applicant: reader.text(proposal.applicant, `${path}.applicant`),
    duration: read.integer(proposal.duration, `${path}.duration`, 1, MOST_SLOTS) ?? 1,
    roles: read.roles(proposal.roles, `${path}.roles`, judges),
    open: opening(proposal, path),
  }));
  const gap = file.gap === undefined ? null : reader.record(file.gap, 'gap', GAP);
  const gapOf = (whose: string) => read.integer(gap?.[whose], `gap.${whose}`, 0, MOST_SLOTS) ?? 0;
  return {
    days: [...days.values()],
    rooms: [...rooms.values()],
    judges: [...judges.values()],
    proposals: [...proposals.values()],
    gap: { room: gapOf('room'), judge: gapOf('judge'), applicant: gapOf('applicant') },
    lot: file.lot === undefined ? null : read.ids(file.lot, 'lot', proposals, ['项目', 'proposal']),
  };
}
