import type { QualityJudge } from '../contract/quality.ts';
import { itemAt } from '../scoring/item.ts';
import { formatExact } from '../scoring/numbers/format.ts';
import type { Rational } from '../scoring/numbers/rational.ts';
import { compare, multiply, rational, subtract } from '../scoring/numbers/rational.ts';
import type { JudgeTable } from '../scoring/statistics/judge-table.ts';
import type { Statistics } from '../scoring/statistics/types.ts';
import { medianOf } from './median.ts';
import { severityWord } from './severity.ts';

/**
 * What each judge gave and how generously, by number. A range is narrow if it is less than half the median range of
 * the judges: such a judge hardly moves the order. Judges with less than half the usual number of sheets have not
 * had the occasion to use more, nothing is said of them.
 * @param ids numbers of the judges as text, by index in the scorebook
 */
export function judgesOf(
  ids: readonly string[],
  { judges, rows, scale }: JudgeTable,
  { severity, variance }: Statistics,
): QualityJudge[] {
  const columns = new Map(judges.map((judge, column) => [judge, column]));
  const given = ids.map((id, index) => {
    const column = columns.get(index);
    const totals = column === undefined ? [] : totalsOf(rows, column, scale);
    return { id, totals, range: rangeOf(totals) };
  });
  const usualSheets = middle(given.map(({ totals }) => rational(BigInt(totals.length))));
  const usualRange = middle(given.flatMap(({ range }) => range ?? []));
  return given
    .map(({ id, totals, range }): QualityJudge => {
      const effect = severity.find(({ judge }) => judge === id)?.effect ?? null;
      const median = medianOf(totals);
      return {
        judge: Number(id),
        totals: totals.map(formatExact),
        median: median && formatExact(median),
        effect,
        severity: severityWord(effect, variance),
        narrow:
          range !== null &&
          !isLessThanHalf(rational(BigInt(totals.length)), usualSheets) &&
          isLessThanHalf(range, usualRange),
      };
    })
    .sort((a, b) => a.judge - b.judge);
}

function totalsOf(rows: JudgeTable['rows'], column: number, scale: bigint): Rational[] {
  return rows
    .flatMap((row) => {
      const value = itemAt(row, column);
      return value === null ? [] : [rational(value, scale)];
    })
    .sort(compare);
}

function rangeOf(ascending: readonly Rational[]): Rational | null {
  const [least] = ascending;
  const greatest = ascending[ascending.length - 1];
  return least && greatest ? subtract(greatest, least) : null;
}

const middle = (values: readonly Rational[]): Rational | null => medianOf([...values].sort(compare));

const isLessThanHalf = (value: Rational, usual: Rational | null): boolean =>
  usual !== null && compare(multiply(value, rational(2n)), usual) < 0;
