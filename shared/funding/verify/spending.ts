import type { GroupLimit, Limits, Project } from '../limits.ts';

/** A grant as the verifier sees it: nothing but who and how much of each budget. */
export type Payment = { readonly project: Project; readonly costs: readonly number[] };

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

export const isWhole = ({ project, costs }: Payment): boolean =>
  project.costs.every((asked, budget) => costs[budget] === asked);

/** What payments come to under a limit. */
export function spentUnder(limit: GroupLimit, payments: readonly Payment[]): number {
  const inGroup = payments.filter(({ project }) =>
    limit.by === 'track' ? project.track === limit.id : project.community === limit.id,
  );
  return limit.measure === 'count' ? inGroup.length : sumOf(inGroup.map(({ costs }) => sumOf(costs)));
}

/** What payments take from a budget. */
export const takenFrom = (budget: number, payments: readonly Payment[]): number =>
  sumOf(payments.map(({ costs }) => costs[budget] ?? NaN));

/** Every limit that payments break, and every payment that is no proper grant. Floors count whole grants alone. */
export function limitFaults(limits: Limits, payments: readonly Payment[]): string[] {
  const { budgets, caps, floors, count } = limits;
  const whole = payments.filter(isWhole);
  return [
    ...payments.flatMap((payment) => paymentFaults(limits, payment)),
    ...(count !== null && payments.length > count ? ['more grants than the count'] : []),
    ...budgets.flatMap(({ id, amount }, budget) =>
      takenFrom(budget, payments) <= amount ? [] : [`budget ${id} is overdrawn`],
    ),
    ...budgets.flatMap(({ id }, budget) =>
      payments.filter(({ project, costs }) => (costs[budget] ?? 0) < (project.costs[budget] ?? 0)).length > 1
        ? [`budget ${id} trims more than one grant`]
        : [],
    ),
    ...caps.flatMap((cap) => (spentUnder(cap, payments) > cap.value ? [`cap of ${cap.id} is broken`] : [])),
    ...floors.flatMap((floor) =>
      spentUnder(floor, whole) < floor.value ? [`floor of ${floor.id} is not met`] : [],
    ),
  ];
}

function paymentFaults({ budgets }: Limits, { project, costs }: Payment): string[] {
  const { id, minimum } = project;
  if (costs.length !== budgets.length) return [`${id}: not one figure a budget`];
  if (
    costs.some(
      (cost, budget) => !Number.isSafeInteger(cost) || cost < 0 || cost > (project.costs[budget] ?? 0),
    )
  )
    return [`${id}: not between nothing and what is asked`];
  return isWhole({ project, costs }) || sumOf(costs) >= Math.max(minimum, 1)
    ? []
    : [`${id}: below its minimum`];
}
