import type { Console } from '../../../shared/contract/stage.ts';
import { t } from '../../locales/index.ts';

/** `7 号《邻里厨房》`. */
export function projectWords({ rows }: Console, proposal: string): string {
  const row = rows.find((each) => each.proposal === proposal);
  return row ? t('incidents.project', { order: row.order, title: row.title }) : proposal;
}

/** `5 号席 王建国`. */
export function judgeWords({ judges }: Console, judge: string): string {
  const found = judges.find(({ id }) => id === judge);
  return found ? t('incidents.judge', { seat: found.seat, name: found.name }) : judge;
}

/** `7、8、12 号`: of projects in the order of their numbers. */
export function ordersWords({ rows }: Console, proposals: readonly string[]): string {
  const orders = rows.filter(({ proposal }) => proposals.includes(proposal)).map(({ order }) => order);
  return t('incidents.orders', { orders: orders.join(t('incidents.comma')) });
}
