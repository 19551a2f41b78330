import type { OpenSlots, Opening, Placement, ScheduleModel } from '../model.ts';
import type { Moment, ReplanFact } from './facts.ts';

/** What has to stay, and the model as it is now. */
export interface ReplanModel {
  /** With the late and the absent closed where they cannot be; without the proposals that have no defense any more. */
  readonly model: ScheduleModel;
  /** Proposals that are over or on. */
  readonly past: ReadonlySet<string>;
  /** Proposals whose time and room nothing may touch: the past and what was announced. */
  readonly frozen: ReadonlySet<string>;
  /** Proposals that left by a fact. */
  readonly gone: ReadonlySet<string>;
}

/**
 * The model after the facts. What began before `now` is past: a fact changes nothing about it, nor about what was
 * announced as final.
 */
export function replanModel(
  model: ScheduleModel,
  plan: readonly Placement[],
  now: Moment,
  announced: ReadonlySet<string>,
  facts: readonly ReplanFact[],
): ReplanModel {
  const order = slotOrder(model);
  const gone = new Set(
    facts.flatMap((fact) => (fact.kind === 'absent' || fact.kind === 'withdrawn' ? [fact.proposal] : [])),
  );
  const lateFrom = (id: string) =>
    facts.flatMap((fact) => (fact.kind === 'late' && fact.proposal === id ? [order(fact.from)] : []));
  const past = new Set(
    plan.flatMap((placement) =>
      order(placement) < order(now) && !gone.has(placement.proposal) ? [placement.proposal] : [],
    ),
  );
  const onTime = plan.filter((placement) =>
    lateFrom(placement.proposal).every((from) => order(placement) >= from),
  );
  const frozen = new Set([
    ...past,
    ...onTime.map(({ proposal }) => proposal).filter((id) => announced.has(id) && !gone.has(id)),
  ]);
  return {
    past,
    frozen,
    gone,
    model: {
      ...model,
      proposals: model.proposals
        .filter(({ id }) => !gone.has(id))
        .map((proposal) =>
          frozen.has(proposal.id)
            ? proposal
            : {
                ...proposal,
                open: only(model, proposal.open, (moment) =>
                  [order(now), ...lateFrom(proposal.id)].every((from) => order(moment) >= from),
                ),
              },
        ),
      judges: model.judges.map((judge) => ({
        ...judge,
        open: only(model, judge.open, (moment) =>
          facts.every(
            (fact) =>
              fact.kind !== 'judge_absent' ||
              fact.judge !== judge.id ||
              order(moment) < order(fact.from) ||
              (fact.until !== undefined && order(moment) >= order(fact.until)),
          ),
        ),
      })),
      lot: model.lot && model.lot.filter((id) => !gone.has(id)),
    },
  };
}

/** Counts slots over all days, from 0. */
export function slotOrder({ days }: ScheduleModel): (moment: Moment) => number {
  const before = new Map<string, number>();
  let sum = 0;
  for (const { id, slots } of days) {
    before.set(id, sum);
    sum += slots;
  }
  return ({ day, slot }) => (before.get(day) ?? sum) + slot - 1;
}

function only({ days }: ScheduleModel, open: Opening, keep: (moment: Moment) => boolean): Opening {
  const whole = (): OpenSlots[] =>
    days.map(({ id, slots }) => ({ day: id, slots: Array.from({ length: slots }, (_, index) => index + 1) }));
  return (open ?? whole()).map(({ day, slots }) => ({
    day,
    slots: slots.filter((slot) => keep({ day, slot })),
  }));
}
