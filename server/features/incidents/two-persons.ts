import type { Static } from 'typebox';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Done, Effect, Preview } from '../../../shared/contract/incidents.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Approval } from '../../../shared/contract/results.ts';
import type { Route } from '../../../shared/contract/route.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import { derivedToken } from '../../derive.ts';
import { once } from '../../http/operation.ts';
import type { Call } from '../../http/server.ts';
import { sha256 } from '../../sha256.ts';
import { actingAccount, checkApproval, recordApproval } from '../approvals/commands.ts';
import type { Incident, Place } from './incident.ts';

type Previewed = { effect: Effect; preview: Preview };

/** What an officer sent to do exactly what was previewed. */
interface Order<Change> {
  operation: string;
  change: Change;
  preview: Preview;
  approval: Static<typeof Approval> | null;
}

/** Shows what an incident would do, and ties an approval to exactly that. */
export async function previewIncident<R extends Route, Change extends JsonValue>(
  call: Call<R>,
  competition: string,
  incident: Incident<Change>,
  change: Change,
): Promise<Previewed> {
  const { context } = call;
  const place = placeOf(call, competition, context.store.read);
  const effect = await incident.effect(place, change);
  const at = context.now();
  const token = tokenOf(call, incident, competition, { change, effect, at });
  return { effect, preview: { at, token } };
}

/**
 * Carries an incident out, if it would still do what was previewed not long ago. The second person is checked before
 * the write; without one the act holds and is to be countersigned.
 * @throws ContractError approval_refused, too_many_tries, wrong_state when the preview is old or no longer true
 */
export async function carryOut<R extends Route, Change extends JsonValue>(
  call: Call<R>,
  competition: string,
  incident: Incident<Change>,
  { operation, change, preview, approval }: Order<Change>,
): Promise<Static<typeof Done>> {
  const { context } = call;
  const officer = actingAccount(call);
  if (approval) await checkApproval(context, competition, approval, [officer]);
  const approver = approval?.approver ?? null;
  return once(call, competition, operation, async (tx) => {
    if (context.now() - preview.at > limits.approvalMinutes * 60_000)
      throw new ContractError('wrong_state', {
        message: `预览已超过 ${limits.approvalMinutes} 分钟，请重新预览后再复核`,
      });
    const place = placeOf(call, competition, tx);
    const effect = await incident.effect(place, change);
    if (tokenOf(call, incident, competition, { change, effect, at: preview.at }) !== preview.token)
      throw new ContractError('wrong_state', { message: '情况刚有变化，请重新预览后再复核' });
    if (approver) {
      const shown = sha256(canonicalJson({ competition, act: incident.act, change, effect }));
      await recordApproval(context, tx, competition, approver, incident.act, shown);
    }
    const { seq, at } = await incident.perform(place, change, { officer, approver, operation });
    return { seq, at, countersign: approver === null };
  });
}

const readers = ['tally_clerk', 'supervisor', 'sponsor'];

const placeOf = <R extends Route>(call: Call<R>, competition: string, db: Place['db']): Place => ({
  context: call.context,
  db,
  competition,
  seesMarks: call.roles.some((role) => readers.includes(role)),
});

/** Nobody can make one without the server's key, so the time in it is the server's. */
const tokenOf = <R extends Route, Change extends JsonValue>(
  call: Call<R>,
  { act }: Incident<Change>,
  competition: string,
  shown: { change: Change; effect: Effect; at: number },
): string =>
  derivedToken(
    call.context,
    `preview\n${canonicalJson({ competition, act, officer: actingAccount(call), ...shown })}`,
  );
