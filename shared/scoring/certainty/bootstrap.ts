import { itemAt } from '../item.ts';
import type { Ranker } from '../ranking/rank.ts';
import type { Table } from '../table/types.ts';
import type { Multiset } from './multisets.ts';
import { countMultisets, multisets } from './multisets.ts';

const MOST_MULTISETS = 10_000;
const DRAWS = 2_000;

/** A panel drawn from the judges, and its share of all equally likely draws. */
type Drawn = { readonly copies: Uint16Array; readonly ways: number };

/**
 * The probability of each entry to be funded when the judges are drawn with replacement, as many as there are, inside
 * parties where these are weighted. Exact over up to 10,000 multisets, else the share of 2,000 draws by `below`.
 */
export function bootstrap(table: Table, ranker: Ranker, cut: number, below: (k: number) => number): number[] {
  const groups = groupsOf(table);
  const count = groups.reduce(
    (product, group) => Math.min(product * countMultisets(group.length, MOST_MULTISETS), MOST_MULTISETS + 1),
    1,
  );
  const panels = count > MOST_MULTISETS ? drawnPanels(table, groups, below) : everyPanel(table, groups);
  const funded = table.entries.map(() => 0);
  let all = 0;
  for (const { copies, ways } of panels) {
    const { order, ranks } = ranker(copies);
    for (const entry of order) {
      if ((ranks[entry] ?? Number.POSITIVE_INFINITY) > cut) break;
      funded[entry] = itemAt(funded, entry) + ways;
    }
    all += ways;
  }
  return funded.map((ways) => ways / all);
}

/** Judge indices by weighted party; all together where none are weighted. */
function groupsOf({ judges, rules }: Table): number[][] {
  const groups = (rules.parties ?? [null]).map((_, party) =>
    judges.flatMap(({ partyIndex }, judge) => (partyIndex === party ? [judge] : [])),
  );
  return groups.filter((group) => group.length > 0);
}

function drawnPanels({ judges }: Table, groups: readonly number[][], below: (k: number) => number): Drawn[] {
  return Array.from({ length: DRAWS }, () => {
    const copies = new Uint16Array(judges.length);
    for (const group of groups)
      for (let i = 0; i < group.length; i += 1) {
        const judge = itemAt(group, below(group.length));
        copies[judge] = itemAt(copies, judge) + 1;
      }
    return { copies, ways: 1 };
  });
}

/** The product of the multisets of all groups. */
function everyPanel({ judges }: Table, groups: readonly number[][]): Drawn[] {
  const start: Drawn[] = [{ copies: new Uint16Array(judges.length), ways: 1 }];
  return groups.reduce(
    (panels, group) =>
      multisets(group.length).flatMap((multiset) => panels.map((panel) => joined(panel, group, multiset))),
    start,
  );
}

function joined(panel: Drawn, group: readonly number[], multiset: Multiset): Drawn {
  const copies = Uint16Array.from(panel.copies);
  group.forEach((judge, i) => (copies[judge] = itemAt(multiset.copies, i)));
  return { copies, ways: panel.ways * multiset.ways };
}
