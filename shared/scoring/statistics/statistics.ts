import type { Table } from '../table/types.ts';
import type { Statistics } from './types.ts';

export function statisticsOf(table: Table): Statistics {
  return {
    icc: { '1,1': null, '2,1': null, '3,1': null, '1,k': null, '2,k': null, '3,k': null },
    kendall_w: null,
    krippendorff_alpha: { interval: null, ordinal: null },
    severity: table.judges.map(({ id }) => ({ judge: id, effect: null })),
    variance: { entry: null, judge: null, residual: null },
    components: null,
    reasons: {},
  };
}
