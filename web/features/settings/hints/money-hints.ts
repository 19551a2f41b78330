import type { Settings } from '../../../../shared/contract/settings.ts';
import { formatYuan } from '../../../../shared/units.ts';
import type { Hint } from './hint.ts';
import { when } from './hint.ts';

/** Amounts that contradict each other. */
export function moneyHints({ money, funding }: Settings): Hint[] {
  const pool = formatYuan(money.pool);
  const ceiling = formatYuan(money.ceiling);
  const floor = formatYuan(money.floor);
  const most = money.ceiling === 0 ? 0 : Math.floor(money.pool / money.ceiling);
  return [
    ...when(money.pool === 0, 'money', 'hint', 'no_pool'),
    ...when(money.ceiling > money.pool, 'money', 'hint', 'ceiling_above_pool', { ceiling, pool }),
    ...when(money.floor > money.ceiling, 'money', 'fault', 'floor_above_ceiling', { floor, ceiling }),
    ...when(money.source.trim() === '', 'money', 'hint', 'no_source'),
    ...when(funding.count !== null && funding.count < most, 'money', 'hint', 'count_leaves_money', {
      count: funding.count ?? 0,
      most,
    }),
  ];
}
