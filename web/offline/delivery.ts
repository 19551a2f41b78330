import { ContractError, errorTable } from '../../shared/contract/errors.ts';
import { devices } from '../../shared/contract/devices.ts';
import { judging } from '../../shared/contract/judging.ts';
import type { Sheet } from '../../shared/contract/judging.ts';
import { call } from '../api/client.ts';
import type { CallOptions } from '../api/client.ts';
import type { Acknowledgement, Operation } from './operation.ts';
import type { Outcome } from './reply.ts';

/** Milliseconds after which a silent server counts as unreachable; the same body is sent again. */
const patience = 8000;

/** What came of sending once, and the epoch of the server that said so; null where none was heard. */
export interface Delivery {
  outcome: Outcome;
  epoch: string | null;
}

/** Sends one operation and says what came of it; never throws. */
export async function deliver(operation: Operation, signal?: AbortSignal): Promise<Delivery> {
  let epoch = null as string | null;
  const options: CallOptions = { timeout: patience, onEpoch: (heard) => (epoch = heard) };
  if (signal !== undefined) options.signal = signal;
  try {
    const reply = await post(operation, options);
    // What does not say whose answer it is, is none: nobody could tell later whether that server has forgotten it.
    if (epoch === null) return { outcome: { kind: 'unreachable' }, epoch };
    return { outcome: { kind: 'acknowledged', reply: { epoch, ...reply } }, epoch };
  } catch (error) {
    return { outcome: outcomeOf(error, operation), epoch };
  }
}

type Answer = Omit<Acknowledgement, 'epoch'>;

async function post(operation: Operation, options: CallOptions): Promise<Answer> {
  const { id, judge, competition, act, base } = operation;
  if (act.kind === 'sign-in') {
    await call(devices.signIn, { params: { judge }, body: { operation: id, code: act.code } }, options);
    return { revision: 0, at: 0, sheet: null };
  }
  const params = { competition, judge, proposal: act.proposal };
  if (act.kind === 'recuse')
    return ofSheet(
      await call(judging.recuse, { params, body: { operation: id, reason: act.reason } }, options),
    );
  const body = { operation: id, base, marks: act.marks, comment: act.comment };
  if (act.kind === 'submit') return ofSheet(await call(judging.submit, { params, body }, options));
  const saved = await call(judging.save, { params, body }, options);
  return { revision: saved.revision, at: saved.savedAt, sheet: null };
}

const ofSheet = (sheet: Sheet): Answer => ({
  revision: sheet.revision,
  at: sheet.receipt?.at ?? sheet.savedAt ?? 0,
  sheet,
});

function outcomeOf(error: unknown, { act }: Operation): Outcome {
  if (!(error instanceof ContractError)) return { kind: 'unreachable' };
  const { code, message } = error;
  const { status } = errorTable[code];
  if (status >= 500 || status === 429 || code === 'wrong_origin') return { kind: 'unreachable' };
  if (act.kind === 'sign-in') return { kind: 'refused', code, message };
  // The client read the reply of a route whose `conflict` is a sheet.
  if (code === 'stale_revision') return { kind: 'stale', server: error.current as Sheet };
  if (code === 'too_early') return { kind: 'early', message };
  // Of a tablet out of use nothing is taken and nothing is lost: what waits is shown to be keyed.
  if (['not_signed_in', 'forbidden', 'device_revoked'].includes(code)) return { kind: 'signed-out' };
  return { kind: 'refused', code, message };
}
