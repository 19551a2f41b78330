import type { Fen } from '../units.ts';

/** A project as the money sees it. */
export type Candidate = {
  readonly id: string;
  /** Shared rank (1, 2, 2, 4); null: withdrawn, vetoed or without a score. */
  readonly rank: number | null;
  readonly belowLine: boolean;
  readonly requested: Fen;
  /** Below this the applicant cannot do the project. */
  readonly minimum: Fen;
};

/** How money goes down the ranks, as the call said. */
export type RankRule = {
  /** `stop` at the first that does not fit; `skip` passes over it. */
  readonly rule: 'stop' | 'skip';
  /** Whether the first that does not fit may get what is left. */
  readonly trimLast: boolean;
  /** Most projects to be funded; null: as far as the money reaches. */
  readonly count: number | null;
};

/** Why a project gets its amount, with the figures its sentence needs. */
export type Cause =
  | { readonly kind: 'whole' }
  | { readonly kind: 'trimmed'; readonly left: Fen }
  | { readonly kind: 'unranked' | 'below_line' | 'after_stop' | 'after_tie' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'no_money' }
  | { readonly kind: 'too_dear'; readonly left: Fen; readonly mayTrim: boolean }
  /** `rank` is shared by `size` projects, not all of which can be funded. */
  | { readonly kind: 'tie'; readonly rank: number; readonly size: number };

export type Grant = { readonly candidate: Candidate; readonly amount: Fen; readonly cause: Cause };

export type Allocation = {
  /** One for each candidate, in the order given. */
  readonly grants: readonly Grant[];
  readonly total: Fen;
  readonly left: Fen;
  /** Projects with one shared rank at the line: who comes first decides who is funded. Empty: none. */
  readonly tiedAtLine: readonly string[];
};
