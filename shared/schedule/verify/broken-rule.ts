/** What a placement breaks. `other` is the proposal it clashes with; `slots` are the slots where nobody is there. */
export type BrokenRule =
  | { readonly rule: 'unknown_proposal' | 'placed_twice' | 'unknown_day' | 'unknown_room' }
  | { readonly rule: 'outside_day' | 'proposal_closed' | 'room_closed'; readonly slots: readonly number[] }
  | { readonly rule: 'judge_closed'; readonly judge: string; readonly slots: readonly number[] }
  | { readonly rule: 'role_empty' | 'role_unknown'; readonly role: string }
  | {
      readonly rule: 'unknown_judge' | 'not_eligible' | 'seated_twice';
      readonly role: string;
      readonly judge: string;
    }
  | { readonly rule: 'room_busy' | 'applicant_busy'; readonly other: string; readonly clash: Clash }
  | { readonly rule: 'judge_busy'; readonly judge: string; readonly other: string; readonly clash: Clash }
  | { readonly rule: 'judge_max'; readonly judge: string; readonly max: number; readonly count: number };

/** Two defenses overlap, or fewer slots than `gap` lie free between them. */
export type Clash =
  { readonly kind: 'overlap' } | { readonly kind: 'gap'; readonly free: number; readonly gap: number };
