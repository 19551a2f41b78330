/** A place in time: a slot of a day. */
export interface Moment {
  readonly day: string;
  readonly slot: number;
}

/** What happened since the plan was published. */
export type ReplanFact =
  /** The team cannot start before this. */
  | { readonly kind: 'late'; readonly proposal: string; readonly from: Moment }
  /** The team did not come, or gave up: it has no defense any more. */
  | { readonly kind: 'absent' | 'withdrawn'; readonly proposal: string }
  /** The judge cannot come from this moment on, or until the one in `until` (exclusive). */
  | { readonly kind: 'judge_absent'; readonly judge: string; readonly from: Moment; readonly until?: Moment };
