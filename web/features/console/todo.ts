import type { Console } from '../../../shared/contract/stage.ts';
import type { HelpCall } from '../../../shared/contract/help-calls.ts';
import { missingSheets } from './next-step.ts';

/** Something that needs a person, the most pressing first. */
export type Todo =
  | {
      kind: 'help';
      call: string;
      place: 'seat' | 'phone';
      seat: number;
      name: string;
      about: HelpCall['about'];
      minutes: number;
    }
  | { kind: 'recovered'; after: 'unclean' | 'restored'; at: number }
  | { kind: 'copies'; at: number | null }
  | { kind: 'code'; judge: string; seat: number; name: string }
  | { kind: 'silent'; judge: string; seat: number; name: string; seconds: number }
  | { kind: 'missing'; proposal: string; order: number; title: string; seats: number[] }
  | { kind: 'unseated'; seats: number[] }
  | { kind: 'countersign'; count: number }
  | { kind: 'sign'; session: string; name: string };

/** Milliseconds without a sign of life before somebody should walk over; a tablet asks every 20 s. */
export const silence = 60_000;

/** Milliseconds after a start that nobody had meant during which the recovery check is asked for. */
const recent = 30 * 60_000;

/** @param now server time, milliseconds */
export function todos(state: Console, now: number): Todo[] {
  const { judges, rows, stage, countersign } = state;
  const running = stage.phase !== 'idle';
  const locked = judges
    .filter(({ codeLocked }) => codeLocked)
    .map(({ id, seat, name }): Todo => ({ kind: 'code', judge: id, seat, name }));
  const silent = judges.flatMap(({ id, seat, name, lastSeenAt }): Todo[] => {
    const quiet = lastSeenAt === null ? 0 : now - lastSeenAt;
    if (!running || quiet < silence) return [];
    return [{ kind: 'silent', judge: id, seat, name, seconds: Math.floor(quiet / 1000) }];
  });
  const missing = rows
    .filter(({ status }) => status === 'scored')
    .map((row) => ({ row, seats: missingSheets(row).map((index) => judges[index]?.seat ?? 0) }))
    .filter(({ seats }) => seats.length > 0)
    .map(({ row: { proposal, order, title }, seats }): Todo => ({
      kind: 'missing',
      proposal,
      order,
      title,
      seats,
    }));
  const unseated = judges.filter(({ lastSeenAt }) => lastSeenAt === null).map(({ seat }) => seat);
  const empty: Todo[] = running && unseated.length > 0 ? [{ kind: 'unseated', seats: unseated }] : [];
  const unsigned: Todo[] = countersign > 0 ? [{ kind: 'countersign', count: countersign }] : [];
  return [
    ...raisedHands(state, now),
    ...troubleOfServer(state, now),
    ...locked,
    ...silent,
    ...missing,
    ...empty,
    ...unsigned,
    ...readyToSign(state),
  ];
}

/** Somebody waits for a person: nothing is more pressing. */
const raisedHands = ({ calls }: Console, now: number): Todo[] =>
  calls.map(({ id, seat, name, about, at }) => ({
    kind: 'help',
    call: id,
    place: seat === null ? 'phone' : 'seat',
    seat: seat ?? 0,
    name,
    about,
    minutes: Math.max(0, Math.floor((now - at) / 60_000)),
  }));

function troubleOfServer({ recovered, copies }: Console, now: number): Todo[] {
  const isRecent = recovered !== null && now - recovered.at < recent;
  return [
    ...(isRecent ? [{ kind: 'recovered' as const, ...recovered }] : []),
    ...(copies?.failing ? [{ kind: 'copies' as const, at: copies.at }] : []),
  ];
}

/** Sessions in which every project has been scored or has withdrawn. */
function readyToSign({ sessions, rows }: Console): Todo[] {
  return sessions
    .filter(({ id, locked }) => {
      const own = rows.filter(({ session }) => session === id);
      const over = own.every(({ status }) => status === 'scored' || status === 'withdrawn');
      return !locked && own.length > 0 && over;
    })
    .map(({ id, name }): Todo => ({ kind: 'sign', session: id, name }));
}
