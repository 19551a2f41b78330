import type { Criterion } from '../../../shared/contract/settings.ts';

/** Whether a criterion says more than its one line on the pad. */
export const isExplained = ({ guidance, levels }: Criterion): boolean =>
  guidance.length > 1 || levels.some(({ description }) => description !== '');
