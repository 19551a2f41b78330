import { ContractError } from '../../../shared/contract/errors.ts';
import type { Context } from '../../context.ts';
import { derivedToken } from '../../derive.ts';

const separator = '.';

/**
 * The secret behind the QR of a judge's seat card. It follows from the judge alone, so that a card printed once holds
 * when the code is renewed; without the code of that judge it opens nothing.
 */
export const cardSecret = (context: Context, competition: string, judge: string): string =>
  [competition, judge, derivedToken(context, `seat-card\n${competition}\n${judge}`)].join(separator);

/** Where the QR of a seat card leads. The secret travels in the fragment, which is never sent with a request. */
export const cardLink = (context: Context, competition: string, judge: string): string =>
  `${context.config.origin}/card#${cardSecret(context, competition, judge)}`;

/**
 * Whose card it is.
 * @throws ContractError wrong_credentials for a secret this server has not made
 */
export function readCard(context: Context, card: string): { competition: string; judge: string } {
  const [competition = '', judge = ''] = card.split(separator);
  if (card !== cardSecret(context, competition, judge))
    throw new ContractError('wrong_credentials', {
      message: '这个二维码不是本场的，请扫自己密码条上的二维码，或请工作人员帮忙',
    });
  return { competition, judge };
}
