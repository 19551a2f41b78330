import { itemAt } from '../item.ts';
import type { Rational } from '../numbers/rational.ts';
import { compare } from '../numbers/rational.ts';
import type { Ranking } from '../ranking/rank.ts';
import type { Scorebook } from '../scorebook/types.ts';
import { toNumber } from '../statistics/to-number.ts';
import type { Table } from '../table/types.ts';
import type { Reach } from './frontier.ts';
import { frontier } from './frontier.ts';
import type { MovableSheet } from './movable-sheet.ts';
import { movableSheets } from './movable-sheet.ts';
import { commonStep, totalScales } from './scale.ts';
import type { Flip } from './types.ts';

type Frontier = ReturnType<typeof frontier>;

/**
 * For each judge the least a + b such that taking a from one funded entry and giving b to one unfunded entry puts the
 * second strictly above the first, by the value that the ranks compare. Moved are sheet totals, in steps of the
 * scale and within it; so there is no answer with unit `criterion`, where totals decide nothing.
 */
export function flips(
  scorebook: Scorebook,
  table: Table,
  ranking: Ranking,
  funded: ReadonlySet<number>,
): Flip[] {
  const ranked = ranking.order.filter((entry) => ranking.ranks[entry] !== null);
  const below = ranked.filter((entry) => !funded.has(entry));
  const above = ranked.filter((entry) => funded.has(entry)).reverse();
  const lowest = extreme(above, (a, b) => compare(valueOf(ranking, a), valueOf(ranking, b)) < 0);
  const highest = extreme(below, (a, b) => compare(valueOf(ranking, a), valueOf(ranking, b)) > 0);
  const scaleOf = totalScales(scorebook);
  const sheetsOf = (entries: readonly number[]): MovableSheet[] =>
    table.rules.unit === 'sheet' ? entries.flatMap((entry) => movableSheets(scaleOf, table, entry)) : [];
  const [allDowns, allUps] = [sheetsOf(above), sheetsOf(below)];
  return table.judges.map(({ id }, judge) => {
    const nothing: Flip = { judge: id, points: null, down: null, up: null };
    const isOwn = (sheet: MovableSheet): boolean => sheet.judge === judge;
    const [downs, ups] = [allDowns.filter(isOwn), allUps.filter(isOwn)];
    const [first, ...others] = [...downs, ...ups].map(({ step }) => step);
    if (!lowest || !highest || !first) return nothing;
    const unit = others.reduce(commonStep, first);
    const found = leastSum(frontier(lowest, downs, unit, 'down'), frontier(highest, ups, unit, 'up'));
    if (found === null) return nothing;
    return {
      judge: id,
      points: toNumber(unit.n * BigInt(found.units), unit.d),
      down: itemAt(table.entries, found.down).id,
      up: itemAt(table.entries, found.up).id,
    };
  });

  /** The first entry that none of the others beats. */
  function extreme(entries: readonly number[], beats: (a: number, b: number) => boolean): Reach | null {
    if (entries.length === 0) return null;
    const entry = entries.reduce((best, one) => (beats(one, best) ? one : best));
    return { entry, value: valueOf(ranking, entry) };
  }
}

function valueOf({ scores }: Ranking, entry: number): Rational {
  const value = scores.valueOf(entry);
  if (value === null) throw new RangeError('a ranked entry has a value');
  return value;
}

type Found = { readonly units: number; readonly down: number; readonly up: number };

/** The least a + b with up.reach(b) above down.reach(a). Looks at a and b up to 1, 2, 4, … units. */
function leastSum(down: Frontier, up: Frontier): Found | null {
  const most = Math.max(down.limit, up.limit);
  for (let within = 1; ; within *= 2) {
    const found = leastWithin(down, up, within);
    if (found !== null && found.units <= within) return found;
    if (within >= most) return found;
  }
}

/** Both frontiers only get better, so as a grows the least b that suffices never does: one pass over each. */
function leastWithin(down: Frontier, up: Frontier, within: number): Found | null {
  let least: Found | null = null;
  let b = Math.min(within, up.limit);
  for (let a = 0; a <= Math.min(within, down.limit); a += 1) {
    const low = down.reach(a);
    for (; b >= 0; b -= 1) {
      const high = up.reach(b);
      if (compare(high.value, low.value) <= 0) break;
      if (least === null || a + b < least.units) least = { units: a + b, down: low.entry, up: high.entry };
    }
  }
  return least;
}
