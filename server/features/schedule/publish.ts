import { ContractError } from '../../../shared/contract/errors.ts';
import { boardFaults } from '../../../shared/schedule/half-days/board-faults.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { recordOrder } from '../defenses/order.ts';
import type { PlannedPlace } from '../defenses/order.ts';
import { draftSchedule, writeSchedule } from './draft.ts';
import { dayTask } from './load.ts';

/**
 * Makes the plan the order of the defenses: numbers by time from 1, frozen from here on.
 * @throws ContractError stale_revision, wrong_state while a project has no place or breaks a rule
 */
export async function publishSchedule(
  context: Context,
  tx: Db,
  competition: string,
  base: number,
  by: `officer:${string}`,
): Promise<void> {
  const loaded = await draftSchedule(context, tx, competition);
  const { revision, turns, projects, lot } = loaded.schedule;
  if (revision !== base) throw new ContractError('stale_revision');
  const placed = new Set(turns.map(({ proposal }) => proposal));
  const missing = projects.filter(({ proposal }) => !placed.has(proposal));
  if (missing.length > 0)
    throw new ContractError('wrong_state', {
      message: `还有 ${missing.length} 个项目没有排：${missing.map(({ title }) => title).join('、')}`,
    });
  const task = dayTask(loaded);
  const broken = boardFaults(task, turns).size;
  if (broken > 0)
    throw new ContractError('wrong_state', { message: `有 ${broken} 个项目的安排违反规则，请先改好` });
  const byTime = placesByTime(task.halfDays, turns);
  const draws = byTime.map(({ proposal, turn }) => ({ proposal, order: turn }));
  const how = { method: 'plan', seed: lot?.seed ?? null, witnesses: lot?.witnesses ?? [] } as const;
  const plan = new Map(byTime.map((place) => [place.proposal, place]));
  await recordOrder(context, tx, competition, draws, how, by, plan);
  const publishedAt = context.now();
  await writeSchedule(context, tx, competition, { publishedAt, run: null, leaseUntil: null });
  await record(context, tx, competition, {
    at: publishedAt,
    actor: by,
    action: 'schedule_published',
    subject: `competition:${competition}`,
    data: { turns: byTime.map(({ proposal, session, start }) => ({ entry: proposal, session, start })) },
    sealed: {},
  });
}

interface TimedPlace extends PlannedPlace {
  readonly proposal: string;
}

/** Turns with their time, the earliest first; `turn` counts from 1. */
export function placesByTime(
  halfDays: ReturnType<typeof dayTask>['halfDays'],
  turns: readonly { proposal: string; session: string; slot: number }[],
): TimedPlace[] {
  return turns
    .map(({ proposal, session, slot }) => {
      const start = halfDays.find((each) => each.session === session)?.slots[slot - 1]?.start;
      if (start === undefined) throw new RangeError(`no slot ${slot} in ${session}`);
      return { proposal, session, start };
    })
    .sort((a, b) => a.start - b.start)
    .map((place, index) => ({ ...place, turn: index + 1 }));
}
