/** Money as a safe integer of the smallest unit: fen on the screens, in a `funding/1` what its decimals come to. */
export type Amount = number;

/** A pot of money that grants are paid from. */
export type Budget = { readonly id: string; readonly name: string; readonly amount: Amount };

/** Projects of one category (`track`) or one community. `name` is what people call it. */
export type Group = { readonly by: 'track' | 'community'; readonly id: string; readonly name: string };

/** At least (a floor) or at most (a cap) so many projects or so much money for a group. */
export type GroupLimit = Group & { readonly measure: 'count' | 'amount'; readonly value: number };

/** What every list of funded projects keeps to. */
export type Limits = {
  readonly budgets: readonly Budget[];
  readonly floors: readonly GroupLimit[];
  readonly caps: readonly GroupLimit[];
  /** Most projects to be funded; null: as far as the money reaches. */
  readonly count: number | null;
};

/** A project as the money sees it. */
export type Project = {
  readonly id: string;
  /** What it asks of each budget, in the order of the budgets. */
  readonly costs: readonly Amount[];
  /** Below this sum the applicant cannot do the project. */
  readonly minimum: Amount;
  readonly track: string | null;
  readonly community: string | null;
};

/** What a project asks for over all budgets. */
export const requestedOf = ({ costs }: Project): Amount => totalOf(costs);

export const totalOf = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, x) => sum + x, 0);

export const isIn = ({ by, id }: Group, project: Project): boolean => project[by] === id;

/** What a grant of `amount` counts towards a limit: nothing outside the group, else one or the money. */
export function weightIn(limit: GroupLimit, project: Project, amount: Amount): number {
  if (!isIn(limit, project)) return 0;
  return limit.measure === 'count' ? 1 : amount;
}
