/**
 * How firmly the line after the first `cut` places stands. Internal quality analysis beside the official result,
 * whose checksum does not cover it.
 */
export type Certainty = {
  readonly cut: number;
  /** Entries with a rank up to `cut`, in rank order; a shared rank that straddles the line counts whole. */
  readonly funded: readonly string[];
  readonly tied_at_line: boolean;
  /** The funded entries when everything is recomputed without one judge. */
  readonly leave_one_out: readonly { readonly judge: string; readonly funded: readonly string[] }[];
  /** Best and worst rank over the full panel and every leave-one-out; null: ranked in none of them. */
  readonly range: readonly {
    readonly entry: string;
    readonly best: number | null;
    readonly worst: number | null;
  }[];
  /** How often an entry is funded when as many judges are drawn with replacement. */
  readonly bootstrap: readonly { readonly entry: string; readonly probability: number }[];
  /** The fewest points by which one judge alone could have put an unfunded entry above a funded one. */
  readonly flip: readonly Flip[];
};

/** All three null where no change of the judge's sheets suffices. */
export type Flip = {
  readonly judge: string;
  readonly points: number | null;
  readonly down: string | null;
  readonly up: string | null;
};
