import type { Table } from '../table/types.ts';
import { completeRows } from './complete.ts';
import { countComponents } from './components.ts';
import { intraclassCorrelations } from './icc.ts';
import type { JudgeTable } from './judge-table.ts';
import { judgeTable } from './judge-table.ts';
import { kendallW } from './kendall.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { severity } from './severity.ts';
import type { IccKind, NullReason, Statistics } from './types.ts';
import { ICC_KINDS } from './types.ts';

/** How far the judges agree. Always an object; a figure that is undefined is null and has its reason. */
export function statisticsOf(table: Table): Statistics {
  const values = judgeTable(table);
  const reasons: Record<string, NullReason> = {};
  const because = (name: string, value: number | null, reason: NullReason): number | null => {
    if (value === null) reasons[name] = reason;
    return value;
  };
  const complete = completeRows(values);
  const whole = typeof complete === 'string' ? null : complete;
  const reason = typeof complete === 'string' ? complete : 'no_variation';
  const icc = whole && intraclassCorrelations(whole);
  const paired = values.rows.some((row) => row.filter((value) => value !== null).length > 1);
  const unpaired = paired ? 'no_variation' : 'fewer_than_two_judges';
  const alpha = (metric: 'interval' | 'ordinal'): number | null =>
    because(`krippendorff_alpha.${metric}`, krippendorffAlpha(values.rows, metric), unpaired);
  return {
    icc: Object.fromEntries(
      ICC_KINDS.map((kind) => [kind, because(`icc.${kind}`, icc?.[kind] ?? null, reason)]),
    ) as Record<IccKind, number | null>,
    kendall_w: because('kendall_w', whole && kendallW(whole), reason),
    krippendorff_alpha: { interval: alpha('interval'), ordinal: alpha('ordinal') },
    ...severityFigures(table, values, because),
    components: because(
      'components',
      values.rows.length === 0 ? null : countComponents(values),
      'no_entries',
    ),
    reasons,
  };
}

function severityFigures(
  table: Table,
  values: JudgeTable,
  because: (name: string, value: null, reason: NullReason) => number | null,
): Pick<Statistics, 'severity' | 'variance'> {
  const estimate = severity(values);
  // Where a table fits all but exactly, rounding may leave no number at the maximum; then none is said.
  const found = typeof estimate === 'string' || isFinite(estimate) ? estimate : 'no_residual';
  const known = typeof found === 'string' ? null : found;
  const byJudge = new Map(values.judges.map((judge, column) => [judge, known?.effects[column] ?? null]));
  if (typeof found === 'string') {
    because('severity', null, found);
    because('variance', null, found);
  }
  return {
    severity: table.judges.map(({ id }, judge) => {
      const effect = byJudge.get(judge);
      if (effect === undefined && known !== null) because(`severity.${id}`, null, 'no_sheets');
      return { judge: id, effect: effect ?? null };
    }),
    variance: known?.variance ?? { entry: null, judge: null, residual: null },
  };
}

const isFinite = ({ effects, variance }: Exclude<ReturnType<typeof severity>, string>): boolean =>
  [...effects, ...Object.values(variance)].every((figure) => figure === null || Number.isFinite(figure));
