/** Slots of one day at which somebody or something is there; slots are numbered from 1. */
export interface OpenSlots {
  readonly day: string;
  readonly slots: readonly number[];
}

/** When a room, a judge or a team is there: null always, an empty list never. */
export type Opening = readonly OpenSlots[] | null;

/** What carries an id and a name to be called by; the name is the id where none was given. */
interface Named {
  readonly id: string;
  readonly name: string;
}

export interface ScheduleDay extends Named {
  /** How many slots the day has. */
  readonly slots: number;
}

export interface ScheduleRoom extends Named {
  readonly open: Opening;
}

export interface ScheduleJudge extends Named {
  /** Most defenses over all days; null: as many as there are. */
  readonly max: number | null;
  readonly open: Opening;
}

/** A seat of a defense's panel and the judges who may take it. */
export interface ScheduleRole {
  readonly role: string;
  readonly eligible: readonly string[];
}

export interface ScheduleProposal extends Named {
  /** Proposals of one applicant never defend at the same time; null: the applicant has no other. */
  readonly applicant: string | null;
  /** Slots that a defense takes, one after the other on one day. */
  readonly duration: number;
  /** The judges of one defense are all different. */
  readonly roles: readonly ScheduleRole[];
  readonly open: Opening;
}

/** Slots kept free between two defenses of one room, judge or applicant on a day. */
export interface ScheduleGap {
  readonly room: number;
  readonly judge: number;
  readonly applicant: number;
}

/** A checked `schedule/1` with what was left out filled in (DESIGN §7). */
export interface ScheduleModel {
  readonly days: readonly ScheduleDay[];
  readonly rooms: readonly ScheduleRoom[];
  readonly judges: readonly ScheduleJudge[];
  readonly proposals: readonly ScheduleProposal[];
  readonly gap: ScheduleGap;
  /** Who chooses first; proposals it does not name follow in the order of the file. Null: nobody chooses. */
  readonly lot: readonly string[] | null;
}

/** One defense in the plan: it takes `duration` slots of the day from `slot` on. */
export interface Placement {
  readonly proposal: string;
  readonly day: string;
  readonly slot: number;
  readonly room: string;
  /** Judge by role. */
  readonly judges: Readonly<Record<string, string>>;
}

export interface Unplaced {
  readonly proposal: string;
  /** Why, in words, and the least that would have to change. */
  readonly reason: string;
}

export interface ScheduleAnswer {
  /**
   * `optimal`: no plan places more and, with a lot, nobody could have an earlier slot by the rule of the lot.
   * `feasible`: a plan that breaks no rule, not proven to be the best.
   */
  readonly status: 'optimal' | 'feasible';
  /** No plan places more than this many. */
  readonly bound: number;
  /** By day, slot and room. */
  readonly placements: readonly Placement[];
  /** In the order of the file. */
  readonly unplaced: readonly Unplaced[];
}
