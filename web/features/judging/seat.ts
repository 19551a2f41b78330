import { devices } from '../../../shared/contract/devices.ts';
import type { RosterEntry, Seat } from '../../../shared/contract/devices.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import { call, newOperationId } from '../../api/client.ts';
import { announceChange } from '../../offline/changes.ts';
import { database } from '../../offline/database.ts';
import { record } from '../../offline/journal.ts';
import { codeMatches } from './code.ts';
import { sitDown } from './seated.ts';

const key = 'seat';
/** Milliseconds the tablet waits for the server's word on a code it does not know itself. */
const patience = 3000;

/** The seat as this device knows it, null when it is not enrolled. */
export const keptSeat = async (): Promise<Seat | null> =>
  (await (await database()).get('seats', key)) ?? null;

/**
 * Enrols this device with the token of a seat card. A token is good once: where it has been used by this very
 * device, whose page was only reloaded, the seat is read instead.
 * @throws ContractError or NetworkError as `call`.
 */
export async function enrol(token: string): Promise<Seat> {
  try {
    return await keep(await call(devices.enrol, { body: { token } }));
  } catch (error) {
    if (!(error instanceof ContractError) || error.code !== 'wrong_credentials') throw error;
    return fetchSeat().catch(() => Promise.reject(error));
  }
}

/** @throws ContractError or NetworkError as `call`. */
export const fetchSeat = async (): Promise<Seat> => keep(await call(devices.seat, {}));

/** Keeps what the device knows of its seat. */
export async function keep(seat: Seat): Promise<Seat> {
  await (await database()).put('seats', seat, key);
  return seat;
}

export type CodeAnswer = { kind: 'in' } | { kind: 'wrong'; left: number } | { kind: 'locked' };

/**
 * Tries a judge's code. The roster answers without network; a code it does not know may be newer than the roster, so
 * the server is asked, and so is it after five wrong ones, since only the host lifts that lock.
 */
export async function enterCode(seat: Seat, entry: RosterEntry, code: string): Promise<CodeAnswer> {
  const db = await database();
  const wrong = (await db.get('tries', entry.judge)) ?? 0;
  const known = wrong < limits.tries && codeMatches(entry, code);
  if (known || (await serverAccepts(entry.judge, code))) {
    await db.delete('tries', entry.judge);
    await seatJudge(seat, entry.judge, code);
    return { kind: 'in' };
  }
  const left = Math.max(0, limits.tries - wrong - 1);
  await db.put('tries', limits.tries - left, entry.judge);
  return left === 0 ? { kind: 'locked' } : { kind: 'wrong', left };
}

/** Lets a judge in on this device, and notes the code for the server. */
export async function seatJudge(seat: Seat, judge: string, code: string): Promise<void> {
  await record(await database(), {
    id: newOperationId(),
    competition: seat.competition,
    judge,
    act: { kind: 'sign-in', code },
    base: 0,
    after: null,
    madeAt: Date.now(),
  });
  sitDown(judge);
  announceChange(judge);
}

/** The server counts the wrong ones too, so that the host sees who is locked. */
const serverAccepts = (judge: string, code: string): Promise<boolean> =>
  call(
    devices.signIn,
    { params: { judge }, body: { operation: newOperationId(), code } },
    { timeout: patience },
  ).then(
    () => true,
    () => false,
  );
