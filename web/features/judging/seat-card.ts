import { devices } from '../../../shared/contract/devices.ts';
import { call, newOperationId } from '../../api/client.ts';
import { keep, keptSeat, seatJudge } from './seat.ts';

/** The judge a scanned card belongs to, when this phone has been enrolled by it before; else null. */
export async function knownByCard(card: string): Promise<string | null> {
  const [competition, judge] = card.split('.');
  const seat = await keptSeat();
  const isKnown = seat?.competition === competition && seat?.roster.some((entry) => entry.judge === judge);
  return isKnown ? (judge ?? null) : null;
}

/**
 * Enrols a judge's own phone by the card and the 4-digit code, and lets the judge in.
 * @returns the judge
 * @throws ContractError or NetworkError as `call`
 */
export async function enrolByCard(card: string, code: string): Promise<string> {
  const { judge, seat } = await call(devices.card, { body: { operation: newOperationId(), card, code } });
  await seatJudge(await keep(seat), judge, code);
  return judge;
}
