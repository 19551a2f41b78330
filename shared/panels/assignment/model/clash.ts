import type { AssignmentProblem } from './problem.ts';

/** A rule of the problem that an answer has to keep, by index of judge, proposal and quota. */
export type ClashRule =
  | { readonly rule: 'need'; readonly proposal: number }
  | { readonly rule: 'min' | 'max'; readonly judge: number }
  | { readonly rule: 'quota'; readonly quota: number }
  | { readonly rule: 'conflict'; readonly judge: number; readonly proposal: number };

/** How a rule gives way: its number changes by `change`; null: the rule is given up. */
export interface Step {
  readonly rule: ClashRule;
  readonly change: number | null;
}

/** Rules that give way together, so that an answer exists: of one kind, or, where none is enough by itself, of several. */
export interface Relaxation {
  readonly kind: ClashRule['rule'] | 'several';
  readonly steps: readonly Step[];
}

export interface Clash {
  /** Rules that cannot all be kept. */
  readonly rules: readonly ClashRule[];
  /** True: without any one of them the others can be kept. False: the time was up before that was shown. */
  readonly smallest: boolean;
  /** Ways out, each sufficient by itself. */
  readonly relaxations: readonly Relaxation[];
}

/** Every rule of the problem: needs, most, least, conflicts, quotas. */
export function rulesOf(problem: AssignmentProblem): ClashRule[] {
  const pairs = new Map(
    problem.conflicts.map((pair) => [pair.proposal * problem.judges.length + pair.judge, pair]),
  );
  return [
    ...problem.proposals.map((_, proposal) => ({ rule: 'need', proposal }) as const),
    ...problem.judges.map((_, judge) => ({ rule: 'max', judge }) as const),
    ...problem.judges.flatMap((_, judge) =>
      (problem.min[judge] ?? 0) > 0 ? [{ rule: 'min', judge } as const] : [],
    ),
    ...[...pairs.values()].map(({ judge, proposal }) => ({ rule: 'conflict', judge, proposal }) as const),
    ...problem.quotas.map((_, quota) => ({ rule: 'quota', quota }) as const),
  ];
}
