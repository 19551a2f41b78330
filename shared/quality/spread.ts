import type { QualityCriterion, QualityEntry } from '../contract/quality.ts';
import { exact } from '../scoring/numbers/decimal.ts';
import { formatExact } from '../scoring/numbers/format.ts';
import { compare, subtract } from '../scoring/numbers/rational.ts';
import type { Scorebook } from '../scoring/scorebook/types.ts';
import { toNumber } from '../scoring/statistics/to-number.ts';

type Strip = QualityEntry['marks'][number];

/** The judges see a criterion differently if this share of its scale or more lies between two of them. */
const WIDE_SHARE = 1 / 3;

/** The criteria of a scorebook with the scale a mark moves on. */
export function criteriaOf({ criteria }: Scorebook): QualityCriterion[] {
  return criteria.map(({ id, name, min, max }) => ({
    id,
    name: name ?? id,
    min: min ?? '0',
    max: max ?? null,
  }));
}

/** The marks of one entry on each criterion that was marked at all, absent ones left out. */
export function marksOf(scorebook: Scorebook, entry: string): Strip[] {
  const sheets = scorebook.sheets.filter((sheet) => sheet.entry === entry);
  return criteriaOf(scorebook).flatMap((criterion): Strip[] => {
    const marks = sheets
      .flatMap(({ marks: given }) => given?.[criterion.id] ?? [])
      .map(exact)
      .sort(compare);
    const [least] = marks;
    const greatest = marks[marks.length - 1];
    if (!least || !greatest) return [];
    const { n, d } = subtract(greatest, least);
    const full = criterion.max === null ? null : subtract(exact(criterion.max), exact(criterion.min));
    const share = full === null || full.n === 0n ? null : toNumber(n * full.d, d * full.n);
    const wide = share !== null && share >= WIDE_SHARE;
    return [{ criterion: criterion.id, marks: marks.map(formatExact), share, wide }];
  });
}
