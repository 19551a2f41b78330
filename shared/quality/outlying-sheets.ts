import type { OutlyingSheet } from '../contract/quality.ts';
import { formatExact } from '../scoring/numbers/format.ts';
import { rational } from '../scoring/numbers/rational.ts';
import type { EntryTable } from '../scoring/statistics/judge-table.ts';
import { toNumber } from '../scoring/statistics/to-number.ts';
import type { Statistics } from '../scoring/statistics/types.ts';
import { discoveryLimit } from './false-discovery.ts';
import { normalTails } from './normal-tail.ts';

/** A sheet is asked about from so many standard deviations on; few enough of them are chance. */
const LEAST_DEVIATIONS = 2.5;
const CHANCE_SHARE = 0.1;

type Ids = { readonly judges: readonly string[]; readonly entries: readonly string[] };
type Compared = OutlyingSheet & { readonly deviations: number };

/**
 * Sheets that lie far from what the other judges gave, every judge's severity taken off, the farthest first. In the
 * model value = μ + entry + judge + residual the distance of a sheet from the mean of n − 1 others has the standard
 * deviation √(residual (1 + 1/(n − 1))).
 */
export function outlyingSheets(
  ids: Ids,
  table: EntryTable,
  { severity, variance }: Statistics,
): OutlyingSheet[] {
  const { residual } = variance;
  if (residual === null || residual === 0) return [];
  const effects = new Map(severity.map(({ judge, effect }) => [judge, effect ?? 0]));
  const sheets = table.rows.flatMap((row, index): Compared[] => {
    const proposal = ids.entries[table.entries[index] ?? -1] ?? '';
    const values = row.flatMap((value, column) => {
      const judge = ids.judges[table.judges[column] ?? -1] ?? '';
      return value === null ? [] : [{ judge, value, points: toNumber(value, table.scale) }];
    });
    const others = values.length - 1;
    if (others < 2) return [];
    const sum = values.reduce((total, { points }) => total + points, 0);
    const level = values.reduce((total, { judge, points }) => total + points - (effects.get(judge) ?? 0), 0);
    return values.map(({ judge, value, points }) => {
      const own = points - (effects.get(judge) ?? 0);
      const difference = own - (level - own) / others;
      return {
        judge: Number(judge),
        proposal,
        total: formatExact(rational(value, table.scale)),
        others: (sum - points) / others,
        difference,
        deviations: Math.abs(difference) / Math.sqrt(residual * (1 + 1 / others)),
      };
    });
  });
  const limit = discoveryLimit(
    sheets.map(({ deviations }) => normalTails(deviations)),
    CHANCE_SHARE,
  );
  return sheets
    .filter(({ deviations }) => deviations > LEAST_DEVIATIONS && normalTails(deviations) <= limit)
    .sort((a, b) => b.deviations - a.deviations)
    .map(({ judge, proposal, total, others, difference }) => ({
      judge,
      proposal,
      total,
      others,
      difference,
    }));
}
