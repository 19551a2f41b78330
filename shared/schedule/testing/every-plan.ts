import type { Placement, ScheduleModel, ScheduleProposal } from '../model.ts';
import { brokenRules } from '../verify/broken-rules.ts';

/** Places in the order of the days, counted over all days from 0; -1: not placed. */
export type Starts = readonly number[];

/**
 * The best starts by trying every plan: the greatest number placed, then in `order` each the earliest start, with
 * those that stay out behind all others. Knows the rules only through the verifier.
 */
export function bestByTrying(
  model: ScheduleModel,
  order: readonly string[],
): { most: number; starts: Starts } {
  const proposals = order.flatMap((id) => model.proposals.filter((proposal) => proposal.id === id));
  const slots = model.days.flatMap(({ id, slots: count }) =>
    Array.from({ length: count }, (_, index) => ({ day: id, slot: index + 1 })),
  );
  let most = -1;
  let starts: Starts = [];
  const visit = (chosen: readonly number[]): void => {
    const next = proposals[chosen.length];
    if (next === undefined) {
      const count = chosen.filter((start) => start >= 0).length;
      if (count > most && isPossible(chosen)) [most, starts] = [count, chosen];
      return;
    }
    const open = chosen.filter((start) => start >= 0).length + proposals.length - chosen.length;
    if (open <= most) return;
    for (const start of slots.keys()) visit([...chosen, start]);
    visit([...chosen, -1]);
  };
  const isPossible = (chosen: readonly number[]): boolean => {
    const timed = proposals.flatMap((proposal, index) => {
      const at = slots[chosen[index] ?? -1];
      return at === undefined ? [] : [{ proposal, ...at }];
    });
    return canFill(model, timed, []);
  };
  visit([]);
  return { most, starts };
}

type Timed = { readonly proposal: ScheduleProposal; readonly day: string; readonly slot: number };

function canFill(model: ScheduleModel, timed: readonly Timed[], plan: readonly Placement[]): boolean {
  if (brokenRules(plan, model).some((rules) => rules.length > 0)) return false;
  const next = timed[plan.length];
  if (next === undefined) return true;
  const { proposal, day, slot } = next;
  return model.rooms.some(({ id: room }) =>
    panels(proposal).some((judges) =>
      canFill(model, timed, [...plan, { proposal: proposal.id, day, slot, room, judges }]),
    ),
  );
}

function panels({ roles }: ScheduleProposal): Record<string, string>[] {
  return roles.reduce<Record<string, string>[]>(
    (found, { role, eligible }) =>
      found.flatMap((panel) => eligible.map((judge) => ({ ...panel, [role]: judge }))),
    [{}],
  );
}
