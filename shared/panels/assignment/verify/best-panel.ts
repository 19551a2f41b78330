import type { Quota } from '../model/problem.ts';

const MOST_STATES = 4096;

/** The greatest value of `need` judges that keep the quotas; `values` by judge, null: may not judge. Null: no such panel. */
export type BestPanel = (values: readonly (bigint | null)[], need: number) => bigint | null;

/**
 * The best panel of one proposal by itself. Null where the quotas overlap in more ways than can be counted through.
 */
export function bestPanelOf(quotas: readonly Quota[], judges: number): BestPanel | null {
  const kinds = kindsOf(quotas, judges);
  const states = quotas.reduce((product, { min }) => product * (min + 1), 1);
  if (kinds.every(({ held }) => held.length <= 1))
    return (values, need) => disjointBest(kinds, quotas, values, need);
  if (states > MOST_STATES) return null;
  return (values, need) => overlappingBest(kinds, quotas, values, need);
}

/** Judges who count for the same quotas. */
interface Kind {
  readonly held: readonly number[];
  readonly judges: readonly number[];
}

function kindsOf(quotas: readonly Quota[], judges: number): Kind[] {
  const kinds = new Map<string, { held: number[]; judges: number[] }>();
  for (let judge = 0; judge < judges; judge += 1) {
    const held = quotas.flatMap(({ holders }, index) => (holders[judge] === 1 ? [index] : []));
    const key = held.join();
    const kind = kinds.get(key) ?? { held, judges: [] };
    kind.judges.push(judge);
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

const descending = (a: bigint, b: bigint): number => (a < b ? 1 : a > b ? -1 : 0);

/** The greatest values of a kind, at most `most` of them, descending. */
function valuesOf({ judges }: Kind, values: readonly (bigint | null)[], most: number): bigint[] {
  const best: bigint[] = [];
  for (const judge of judges) {
    const value = values[judge] ?? null;
    if (value === null || (best.length === most && value <= (best[most - 1] ?? value))) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1] ?? value) < value) place -= 1;
    best.splice(place, 0, value);
    if (best.length > most) best.pop();
  }
  return best;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Each quota takes its best, then the best of all others fill the panel. */
function disjointBest(
  kinds: readonly Kind[],
  quotas: readonly Quota[],
  values: readonly (bigint | null)[],
  need: number,
): bigint | null {
  const asked = quotas.reduce((total, { min }) => total + min, 0);
  const pools = kinds.map((kind) => ({
    min: quotas[kind.held[0] ?? -1]?.min ?? 0,
    best: valuesOf(kind, values, need),
  }));
  const holders = new Set(kinds.flatMap(({ held }) => held));
  if (asked > need || holders.size < quotas.length || pools.some(({ min, best }) => best.length < min))
    return null;
  const rest = pools
    .flatMap(({ min, best }) => best.slice(min))
    .sort(descending)
    .slice(0, need - asked);
  if (rest.length < need - asked) return null;
  return sum(rest) + sum(pools.map(({ min, best }) => sum(best.slice(0, min))));
}

/** Counts through how many judges are taken and how much of each quota is still open. */
function overlappingBest(
  kinds: readonly Kind[],
  quotas: readonly Quota[],
  values: readonly (bigint | null)[],
  need: number,
): bigint | null {
  const radix = quotas.map((_, index) =>
    quotas.slice(0, index).reduce((product, { min }) => product * (min + 1), 1),
  );
  const open = (state: number, quota: number): number =>
    Math.floor(state / (radix[quota] ?? 1)) % ((quotas[quota]?.min ?? 0) + 1);
  const start = quotas.reduce((state, { min }, quota) => state + min * (radix[quota] ?? 1), 0);
  /** By judges taken: the best value by what is still open. */
  const best = Array.from({ length: need + 1 }, () => new Map<number, bigint>());
  best[0]?.set(start, 0n);
  for (const kind of kinds)
    for (const value of valuesOf(kind, values, need))
      for (let taken = need - 1; taken >= 0; taken -= 1)
        for (const [state, before] of best[taken] ?? []) {
          const after = kind.held.reduce(
            (left, quota) => (open(state, quota) > 0 ? left - (radix[quota] ?? 1) : left),
            state,
          );
          const known = best[taken + 1]?.get(after);
          if (known === undefined || known < before + value) best[taken + 1]?.set(after, before + value);
        }
  return best[need]?.get(0) ?? null;
}
