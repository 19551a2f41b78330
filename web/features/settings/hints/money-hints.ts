import type { Settings } from '../../../../shared/contract/settings.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

/** Money settings that are unusual. */
export function moneyHints({ money, funding }: Settings): Hint[] {
  const most = money.ceiling === 0 ? 0 : Math.floor(money.pool / money.ceiling);
  return [
    ...when(money.source.trim() === '', 'money', 'hint', 'no_source'),
    ...when(funding.count !== null && funding.count < most, 'money', 'hint', 'count_leaves_money', {
      count: funding.count ?? 0,
      most,
    }),
  ];
}
