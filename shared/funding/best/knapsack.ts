/** An item of a knapsack: a safe integer ≥ 0, and what it is worth. */
export type Item = { readonly weight: number; readonly profit: bigint };

export type Packing = {
  /** Positions of the chosen items, ascending. */
  readonly chosen: readonly number[];
  readonly profit: bigint;
  /** No packing is worth more; equals `profit` unless the time ran out. */
  readonly bound: bigint;
};

/** More states than this and the search gives up: memory, too, has an end. */
const MOST_STATES = 500_000;

/** Items taken and left out of the core so far, newest first. */
type Change = { readonly item: number; readonly before: Change | null };
type State = { readonly weight: number; readonly profit: bigint; readonly changes: Change | null };
type Core = {
  /** By profit per weight, which `density` gives as a double. */
  readonly items: readonly (Item & { readonly at: number; readonly density: number })[];
  readonly capacity: number;
};

/**
 * The most valuable packing within the capacity, exactly: dynamic programming over an expanding core (Pisinger,
 * A minimal algorithm for the 0-1 knapsack problem, Operations Research 45, 1997). Items stand by profit per weight.
 * From the packing that takes everything before the first that does not fit, items are added after it and removed
 * before it, turn by turn, nearest first; a state that weighs no less and is worth no more than another is dropped,
 * and so is one whose linear bound does not exceed the best packing found.
 *
 * @param outOfTime asked between rounds; once it says so, or there are too many states, the best packing so far is
 *   the answer
 */
export function bestPacking(
  items: readonly Item[],
  capacity: number,
  outOfTime: () => boolean = () => false,
): Packing {
  const useful = items
    .map((item, at) => ({ ...item, at, density: Number(item.profit) / item.weight }))
    .filter(({ weight, profit }) => profit > 0n && weight <= capacity)
    .sort((a, b) => byDensity(a, b) || a.at - b.at);
  const core: Core = { items: useful, capacity };
  const { first, start } = breakState(core);

  let best = start;
  let states: State[] = [start];
  let [low, high] = [first - 1, first];
  const step = (index: number, sign: 1 | -1) => {
    states = extended(core, states, index, sign);
    best = bestFitting(states, capacity, best);
    states = promising(core, states, low, high, best.profit);
  };
  while (states.length > 0 && (low >= 0 || high < useful.length)) {
    if (states.length > MOST_STATES || outOfTime()) break;
    if (high < useful.length) step(high++, 1);
    if (low >= 0) step(low--, -1);
  }
  const open = states.map((state) => upperBound(core, state, low, high));
  return {
    chosen: chosenItems(core, first, best),
    profit: best.profit,
    bound: open.reduce<bigint>((most, bound) => (bound !== null && bound > most ? bound : most), best.profit),
  };
}

const byDensity = (a: Item, b: Item): number => {
  const [left, right] = [a.profit * BigInt(b.weight), b.profit * BigInt(a.weight)];
  return left > right ? -1 : left < right ? 1 : 0;
};

/** The first item in order that does not fit, and the packing of all before it. */
function breakState({ items, capacity }: Core): { first: number; start: State } {
  let [weight, profit, first] = [0, 0n, 0];
  for (const item of items) {
    if (weight + item.weight > capacity) break;
    weight += item.weight;
    profit += item.profit;
    first += 1;
  }
  return { first, start: { weight, profit, changes: null } };
}

/** The states with and without one more change, by weight; a state that another dominates is left out. */
function extended({ items }: Core, states: readonly State[], index: number, sign: 1 | -1): State[] {
  const item = items[index];
  if (item === undefined) return [...states];
  const [weight, profit] = sign === 1 ? [item.weight, item.profit] : [-item.weight, -item.profit];
  const merged: State[] = [];
  const push = (state: State) => {
    const last = merged[merged.length - 1];
    if (last !== undefined && state.profit <= last.profit) return;
    if (last?.weight === state.weight) merged.pop();
    merged.push(state);
  };
  let at = 0;
  for (const state of states) {
    const changed: State = {
      weight: state.weight + weight,
      profit: state.profit + profit,
      changes: { item: index, before: state.changes },
    };
    for (let old = states[at]; old !== undefined && old.weight <= changed.weight; old = states[++at])
      push(old);
    push(changed);
  }
  for (const old of states.slice(at)) push(old);
  return merged;
}

/**
 * The linear bound of what a state can still become, rounded down: room is filled with the next item outside the core,
 * excess weight is taken from the next inside; null: too heavy and nothing left to take out.
 */
function upperBound({ items, capacity }: Core, state: State, low: number, high: number): bigint | null {
  const room = capacity - state.weight;
  const next = items[room >= 0 ? high : low];
  if (next === undefined || next.weight === 0) return room >= 0 ? state.profit : null;
  const [change, weight] = [BigInt(room) * next.profit, BigInt(next.weight)];
  const rounded = change / weight;
  // BigInt division rounds towards zero: up, for the negative change of a state that is too heavy.
  return state.profit + (change < 0n && rounded * weight !== change ? rounded - 1n : rounded);
}

/** The states that may still become better than the best; doubles decide where they are far from it. */
function promising(core: Core, states: readonly State[], low: number, high: number, best: bigint): State[] {
  const [above, below] = [core.items[high]?.density ?? 0, core.items[low]?.density ?? Infinity];
  const most = Number(best);
  const margin = 1 + 1e-9 * most;
  return states.filter((state) => {
    const room = core.capacity - state.weight;
    const estimate = Number(state.profit) + room * (room >= 0 ? above : below) - most;
    if (estimate > margin) return true;
    return estimate > -margin && (upperBound(core, state, low, high) ?? best) > best;
  });
}

const bestFitting = (states: readonly State[], capacity: number, best: State): State =>
  states.reduce(
    (most, state) => (state.weight <= capacity && state.profit > most.profit ? state : most),
    best,
  );

function chosenItems({ items }: Core, first: number, { changes }: State): number[] {
  const changed = new Set<number>();
  for (let change = changes; change !== null; change = change.before) changed.add(change.item);
  return items
    .filter((_item, index) => index < first !== changed.has(index))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}
