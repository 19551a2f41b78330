import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { derivedToken } from '../../derive.ts';
import { newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { competitionState } from '../defenses/settings.ts';
import { judgeOf } from '../judges/panel.ts';
import { addDevice } from './commands.ts';
import type { EnrolledDevice } from './commands.ts';
import { countTry, seatJudge } from './sign-in.ts';
import type { CodeOutcome } from './sign-in.ts';

/** What came of a card and a code; the device only where the code was right. */
export type CardOutcome = CodeOutcome & { device: Omit<EnrolledDevice, 'token'> | null };

/** The cookie of a device follows from the operation that enrolled it: a retry gets the same device. */
export const cardDeviceToken = (context: Context, competition: string, operation: string): string =>
  derivedToken(context, `card-device\n${competition}\n${operation}`);

/**
 * Enrols a judge's own phone at their seat and seats them there, when the code is right. Wrong codes count like those
 * typed on a tablet.
 * @throws ContractError not_found for a judge who is not on the panel any more, wrong_state after the decision
 */
export async function enrolByCard(
  context: Context,
  tx: Db,
  { competition, judge }: { competition: string; judge: string },
  { operation, code }: { operation: string; code: string },
): Promise<CardOutcome> {
  const { stage } = await competitionState(context, tx, competition);
  if (stage === 'decided') throw new ContractError('wrong_state', { message: '评审已经结束' });
  const row = await judgeOf(context, tx, competition, judge);
  const outcome = await countTry(context, tx, row, code);
  if (!outcome.right) return { ...outcome, device: null };
  const { seat } = row.profile;
  const device = { id: newId(context), competition, seat };
  const token = cardDeviceToken(context, competition, operation);
  await addDevice(context, tx, { ...device, token }, `${seat}号席评委自带手机`);
  await seatJudge(context, tx, device.id, judge);
  return { ...outcome, device };
}
