import type { Placement, ScheduleModel } from '../model.ts';

/** Plans that differ from a given one in one fact, each of which breaks a rule that it names. */
export interface BrokenPlan {
  readonly rule: string;
  readonly model: ScheduleModel;
  readonly plan: readonly Placement[];
}

/** Every way to break one rule of one placement by one change, of the plan or of the model under it. */
export function brokenPlans(model: ScheduleModel, plan: readonly Placement[]): BrokenPlan[] {
  return plan.flatMap((placement, index) => [
    ...changedPlacements(model, plan, placement, index),
    ...changedModels(model, placement).map((broken) => ({ ...broken, plan })),
  ]);
}

function changedPlacements(
  model: ScheduleModel,
  plan: readonly Placement[],
  placement: Placement,
  index: number,
): BrokenPlan[] {
  const change = (rule: string, changed: Partial<Placement>): BrokenPlan => ({
    rule,
    model,
    plan: plan.with(index, { ...placement, ...changed }),
  });
  const slots = model.days.find(({ id }) => id === placement.day)?.slots ?? 0;
  const roles = Object.keys(placement.judges);
  const others = plan.filter((each) => each !== placement);
  const sameTime = (other: Placement): Partial<Placement> => ({ day: other.day, slot: other.slot });
  return [
    change('unknown_proposal', { proposal: 'nobody' }),
    change('unknown_day', { day: 'never' }),
    change('unknown_room', { room: 'nowhere' }),
    change('outside_day', { slot: 0 }),
    change('outside_day', { slot: slots + 1 }),
    change('outside_day', { slot: 1.5 }),
    { rule: 'placed_twice', model, plan: [...plan, placement] },
    change('role_unknown', { judges: { ...placement.judges, extra: model.judges[0]?.id ?? '' } }),
    ...roles.flatMap((role) => [
      change('role_empty', { judges: without(placement.judges, role) }),
      change('unknown_judge', { judges: { ...placement.judges, [role]: 'nobody' } }),
      ...model.judges
        .filter(({ id }) => !eligible(model, placement, role).includes(id))
        .map(({ id }) => change('not_eligible', { judges: { ...placement.judges, [role]: id } })),
      ...roles
        .filter((other) => other !== role)
        .map((other) =>
          change('seated_twice', { judges: { ...placement.judges, [role]: placement.judges[other] ?? '' } }),
        ),
    ]),
    ...others.flatMap((other) => [
      change('room_busy', { ...sameTime(other), room: other.room }),
      ...roles.map((role) => {
        const judge = Object.values(other.judges)[0] ?? '';
        return change('judge_busy', { ...sameTime(other), judges: { ...placement.judges, [role]: judge } });
      }),
      ...(applicant(model, other) !== null && applicant(model, other) === applicant(model, placement)
        ? [change('applicant_busy', sameTime(other))]
        : []),
    ]),
  ];
}

function changedModels(
  model: ScheduleModel,
  { proposal, room, judges }: Placement,
): Omit<BrokenPlan, 'plan'>[] {
  const seated = Object.values(judges);
  const never = <T extends { id: string }>(list: readonly T[], id: string) =>
    list.map((each) => (each.id === id ? { ...each, open: [] } : each));
  return [
    { rule: 'proposal_closed', model: { ...model, proposals: never(model.proposals, proposal) } },
    { rule: 'room_closed', model: { ...model, rooms: never(model.rooms, room) } },
    ...seated.flatMap((judge) => [
      { rule: 'judge_closed', model: { ...model, judges: never(model.judges, judge) } },
      {
        rule: 'judge_max',
        model: {
          ...model,
          judges: model.judges.map((each) => (each.id === judge ? { ...each, max: 0 } : each)),
        },
      },
    ]),
  ];
}

const without = (judges: Placement['judges'], role: string): Record<string, string> =>
  Object.fromEntries(Object.entries(judges).filter(([each]) => each !== role));

const eligible = (model: ScheduleModel, { proposal }: Placement, role: string): readonly string[] =>
  model.proposals.find(({ id }) => id === proposal)?.roles.find((each) => each.role === role)?.eligible ?? [];

const applicant = (model: ScheduleModel, { proposal }: Placement): string | null =>
  model.proposals.find(({ id }) => id === proposal)?.applicant ?? null;
