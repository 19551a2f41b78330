import type { Panels } from '../model/problem.ts';
import type { CycleSearch } from './cycle-search.ts';

/** How far above the best floor so far the next one is tried, the boldest first. */
const RISES = [0.01, 0.004, 0.002, 0.001, 0.0005];
const BISECTIONS = 12;
const DISTURBANCES = 300;

/** Chance and time for the search: `pick` gives a whole number below its argument, the same ones each run. */
export interface SearchTools {
  readonly pick: (below: number) => number;
  readonly expired: () => boolean;
}

/**
 * Lifts the worst-off proposal as far as the search can, at most to `cap`, in units of the fit: first straight at the
 * cap, then by halving, then in small rises with random exchanges where it is stuck.
 */
export function raiseWorst(search: CycleSearch, start: Panels, cap: number, tools: SearchTools): Panels {
  const { expired } = tools;
  let best = { worst: search.worst(), panels: start };
  const keep = (): void => {
    const worst = search.worst();
    if (worst > best.worst) best = { worst, panels: search.panels() };
  };
  search.improve(cap, expired);
  keep();
  let open = cap;
  for (let round = 0; round < BISECTIONS && best.worst < open && !expired(); round += 1) {
    const floor = best.worst + (open - best.worst) / 2;
    if (!search.improve(floor, expired)) open = floor;
    keep();
  }
  for (const rise of RISES) {
    let risen = best.worst < cap;
    while (risen && !expired()) {
      const floor = Math.min(cap, best.worst + Math.max(1, Math.abs(best.worst) * rise));
      risen = reach(search, floor, tools);
      keep();
      if (best.worst >= cap) return best.panels;
    }
  }
  return best.panels;
}

/** Tries to bring every proposal to the floor, disturbing a few panels whenever nothing helps any more. */
function reach(search: CycleSearch, floor: number, { pick, expired }: SearchTools): boolean {
  if (search.improve(floor, expired)) return true;
  let kept = { shortfall: search.shortfall(), panels: search.panels() };
  for (let round = 0; round < DISTURBANCES && !expired(); round += 1) {
    for (let count = 2 + (round % 4); count > 0; count -= 1) search.disturb(pick);
    if (search.improve(floor, expired)) return true;
    const shortfall = search.shortfall();
    if (shortfall <= kept.shortfall) kept = { shortfall, panels: search.panels() };
    else search.setPanels(kept.panels);
  }
  return false;
}
