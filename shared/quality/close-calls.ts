import type { CloseCall } from '../contract/quality.ts';
import type { Names } from '../scoring/explain/names.ts';
import { tieRuleWords } from '../scoring/explain/tie-words.ts';
import { itemAt } from '../scoring/item.ts';
import { exact } from '../scoring/numbers/decimal.ts';
import { formatExact } from '../scoring/numbers/format.ts';
import type { Rational } from '../scoring/numbers/rational.ts';
import { compare, divide, rational, subtract } from '../scoring/numbers/rational.ts';
import { splitEqual } from '../scoring/ranking/break-ties.ts';
import { tieValue } from '../scoring/ranking/tie-value.ts';
import type { EntryResult } from '../scoring/result.ts';
import type { Scorebook } from '../scoring/scorebook/types.ts';
import type { TieStep } from '../scoring/steps/types.ts';
import type { Table } from '../scoring/table/types.ts';

type Ranked = EntryResult & { readonly rank: number; readonly score: string };

/** Where a full mark is known, half a point of a hundred; else half a point. */
function closeGap(fullMark: string | null): Rational {
  return fullMark === null ? rational(1n, 2n) : divide(exact(fullMark), rational(200n));
}

/**
 * Entries of one score, with the tie rules as they were put to them, and neighbours in rank that hardly differ.
 * @param ranked in rank order
 * @param cut the line lies after this rank; null: there is none
 */
export function closeCalls(
  scorebook: Scorebook,
  table: Table,
  ranked: readonly Ranked[],
  cut: number | null,
  fullMark: string | null,
  names: Names,
): CloseCall[] {
  const scoreOf = ({ score }: Ranked): Rational => exact(score);
  const groups = splitEqual(ranked, (a, b) => compare(scoreOf(a), scoreOf(b)) === 0);
  const call = (entries: readonly Ranked[]): CloseCall => {
    const first = itemAt(entries, 0);
    const last = itemAt(entries, entries.length - 1);
    return {
      proposals: entries.map(({ id }) => id),
      gap: formatExact(subtract(scoreOf(first), scoreOf(last))),
      atLine: cut !== null && first.rank <= cut && last.rank > cut,
      steps: tieSteps(entries).map(({ rule, compared, decided }) => ({
        rule: tieRuleWords(rule, names),
        compared: compared.map(({ entry, value }) => ({ proposal: entry, value })),
        isOrder: typeof rule === 'object' && ('lot' in rule || 'decision' in rule),
        decided,
      })),
      criteria: criterionMeans(scorebook, table, entries),
    };
  };
  return groups.flatMap((group, index) => {
    const next = groups[index + 1]?.[0];
    const last = itemAt(group, group.length - 1);
    const calls = group.length > 1 ? [call(group)] : [];
    const near =
      next !== undefined && compare(subtract(scoreOf(last), scoreOf(next)), closeGap(fullMark)) < 0;
    return near ? [...calls, call([last, next])] : calls;
  });
}

/** The rules put to a group of equals, each once, in their order; neighbours that differ have none in common. */
function tieSteps(entries: readonly Ranked[]): TieStep[] {
  const together = new Set(entries.map(({ id }) => id));
  const steps = entries.flatMap(({ steps: all }) => all.filter((step) => step.step === 'tie'));
  const inside = steps.filter(({ compared }) => compared.every(({ entry }) => together.has(entry)));
  return [...new Map(inside.map((step) => [JSON.stringify(step), step])).values()];
}

/** As a tie rule that names the criterion would compare them. */
function criterionMeans(
  { criteria }: Scorebook,
  table: Table,
  entries: readonly Ranked[],
): CloseCall['criteria'] {
  const indices = entries.map(({ id }) => table.entries.findIndex((entry) => entry.id === id));
  return criteria.map(({ id }) => {
    const valueOf = tieValue(table, { criterion: id }, null);
    return {
      criterion: id,
      values: indices.map((index) => {
        const value = valueOf(index);
        return value && formatExact(value);
      }),
    };
  });
}
