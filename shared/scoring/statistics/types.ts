/** Shrout & Fleiss's six kinds of intraclass correlation. */
export const ICC_KINDS = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccKind = (typeof ICC_KINDS)[number];

/** Why a figure is null. */
export type NullReason =
  | 'no_entries'
  | 'fewer_than_two_entries'
  | 'fewer_than_two_judges'
  | 'incomplete_table'
  | 'no_variation'
  | 'no_residual'
  | 'no_sheets';

/**
 * How far the judges agree, beside the official score and never inside it. Computed on sheet totals of the entries
 * that are not excluded. Every figure that is undefined is null by itself, with its reason under its own name.
 */
export type Statistics = {
  readonly icc: Readonly<Record<IccKind, number | null>>;
  readonly kendall_w: number | null;
  readonly krippendorff_alpha: { readonly interval: number | null; readonly ordinal: number | null };
  /** Points a judge gives more (positive) or less than the others. */
  readonly severity: readonly { readonly judge: string; readonly effect: number | null }[];
  readonly variance: {
    readonly entry: number | null;
    readonly judge: number | null;
    readonly residual: number | null;
  };
  /** Groups of judges and entries without a sheet between them: 1 is connected. */
  readonly components: number | null;
  /** By path: `icc.2,1`, `kendall_w`, `krippendorff_alpha.ordinal`, `severity`,
   * `severity.j3`, `variance`, `components`. */
  readonly reasons: Readonly<Record<string, NullReason>>;
};
