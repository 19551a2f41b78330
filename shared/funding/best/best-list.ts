import { brokenRow } from './broken-row.ts';
import { bestPacking } from './knapsack.ts';
import { isTrimmable, listModel, scoreOf } from './list-model.ts';
import type { List, ListProblem } from './list-model.ts';
import type { Row } from './rows.ts';
import type { Tools } from '../tools.ts';
import type { MipEngine } from '../../solver/mip.ts';

/** The best list, or what is known of it. */
export type BestList = {
  /** `feasible`: the time ran out before the list was proven best; `unknown`: before any was found. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Null where none is known. */
  readonly list: List | null;
  readonly score: bigint;
  /** No list scores more. */
  readonly bound: bigint;
};

/**
 * The list with the greatest total score. One budget alone is a knapsack, solved in integers; its answer stands if it
 * keeps the other limits too. Everything else goes to the engine, and comes back checked in integers.
 */
export async function bestList(problem: ListProblem, tools: Tools): Promise<BestList> {
  const quick = byPacking(problem, tools.secondsLeft);
  if (quick?.status === 'optimal') return quick;
  if (tools.secondsLeft() <= 0) return quick ?? unknownList(problem);
  const exact = bestByEngine(problem, await tools.loadEngine(), tools.secondsLeft);
  return quick && exact.status !== 'optimal' ? better(quick, exact) : exact;
}

/** As a knapsack; null where that gives no list of the problem. */
function byPacking(problem: ListProblem, secondsLeft: () => number): BestList | null {
  const { projects, limits } = problem;
  const [budget, ...others] = limits.budgets;
  if (budget === undefined || others.length > 0) return null;
  if (problem.mayTrim && projects.some(isTrimmable)) return null;
  const items = projects.map(({ costs, score }) => ({ weight: costs[0] ?? 0, profit: score }));
  const end = secondsLeft() / 2;
  const { chosen, profit, bound } = bestPacking(items, budget.amount, () => secondsLeft() < end);
  const list: List = { whole: chosen, trimmed: null };
  if (brokenRow(problem, list, new Map()) !== null) return null;
  return { status: profit === bound ? 'optimal' : 'feasible', list, score: profit, bound };
}

/** By the engine: asked again, with the row that its list breaks, until its list is right in integers. */
export function bestByEngine(problem: ListProblem, engine: MipEngine, secondsLeft: () => number): BestList {
  // An engine does not take a programme without columns.
  if (problem.projects.length === 0) return emptyList(problem);
  const cuts: Row[] = [];
  for (;;) {
    const { model, trims, unit } = listModel(problem, cuts);
    const { status, values, bound } = engine.solve(model, { seconds: secondsLeft() });
    if (status === 'infeasible') return { status, list: null, score: 0n, bound: 0n };
    if (values === null || status === 'unknown') return unknownList(problem);
    const list = readList(problem, values, trims);
    const cut = brokenRow(problem, list, trims);
    if (cut === null) {
      const score = scoreOf(problem, list);
      if (status === 'optimal') return { status, list, score, bound: score };
      return { status, list, score, bound: boundOf(problem, bound * unit) };
    }
    if (status === 'feasible') return unknownList(problem);
    cuts.push(cut);
  }
}

function emptyList(problem: ListProblem): BestList {
  const list: List = { whole: [], trimmed: null };
  const isRight = brokenRow(problem, list, new Map()) === null;
  return isRight
    ? { status: 'optimal', list, score: 0n, bound: 0n }
    : { status: 'infeasible', list: null, score: 0n, bound: 0n };
}

function readList({ projects }: ListProblem, values: Float64Array, trims: ReadonlyMap<number, number>): List {
  const isSet = (column: number) => (values[column] ?? 0) > 0.5;
  const trimmed = [...trims].find(([, column]) => isSet(column));
  return { whole: [...projects.keys()].filter(isSet), trimmed: trimmed?.[0] ?? null };
}

/** No list scores more than all projects worth anything together. */
const mostOf = ({ projects }: ListProblem): bigint =>
  projects.reduce((sum, { score }) => (score > 0n ? sum + score : sum), 0n);

const unknownList = (problem: ListProblem): BestList => ({
  status: 'unknown',
  list: null,
  score: 0n,
  bound: mostOf(problem),
});

/** The engine's bound as an integer, a little higher for what doubles may have lost. */
function boundOf(problem: ListProblem, bound: number): bigint {
  const most = mostOf(problem);
  if (!Number.isFinite(bound) || bound >= Number(most)) return most;
  return BigInt(Math.floor(bound + 1e-9 * Math.abs(bound) + 1e-6));
}

function better(one: BestList, other: BestList): BestList {
  const bound = one.bound < other.bound ? one.bound : other.bound;
  const best = other.list !== null && other.score > one.score ? other : one;
  return { ...best, bound, status: best.score === bound ? 'optimal' : 'feasible' };
}
