import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { FieldFault } from '../../../shared/contract/errors.ts';
import type { Lot, ScheduleWishes, Turn } from '../../../shared/contract/schedule.ts';
import { defaultWishes } from '../../../shared/schedule/half-days/slots.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import type { Db } from '../../store/store.ts';
import { loadSchedule } from './load.ts';
import type { LoadedSchedule } from './load.ts';

/**
 * The plan while it may still be changed.
 * @throws ContractError wrong_state before the call, after the last defense, or once the order is known
 */
export async function draftSchedule(context: Context, tx: Db, competition: string): Promise<LoadedSchedule> {
  const loaded = await loadSchedule(context, tx, competition);
  if (loaded.stage !== 'call')
    throw new ContractError('wrong_state', {
      message:
        loaded.schedule.publishedAt === null
          ? '征集公告发布以后才能排程'
          : '出场顺序已经公布，改期请用“重新安排”',
    });
  return loaded;
}

/**
 * Saves wishes and places. A draft may break rules; what it names must exist.
 * @throws ContractError stale_revision, invalid_input, wrong_state
 */
export async function saveDraft(
  context: Context,
  tx: Db,
  competition: string,
  change: { base: number; wishes: ScheduleWishes; turns: Turn[] },
): Promise<void> {
  const { schedule, settings } = await draftSchedule(context, tx, competition);
  if (schedule.revision !== change.base) throw new ContractError('stale_revision');
  const sessions = new Set(settings.timeline.sessions.map(({ id }) => id));
  const projects = new Set(schedule.projects.map(({ proposal }) => proposal));
  const fields = wishFaults(change.wishes, sessions);
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  // A project that has left the running since, or a half-day that is gone, has no place any more.
  const turns = change.turns.filter(
    ({ proposal, session }) => projects.has(proposal) && sessions.has(session),
  );
  await writeSchedule(context, tx, competition, {
    revision: schedule.revision + 1,
    wishes: change.wishes,
    turns,
  });
}

/**
 * Records who chooses first. A lot is drawn once.
 * @throws ContractError wrong_state, invalid_input
 */
export async function recordLot(
  context: Context,
  tx: Db,
  competition: string,
  lot: Omit<Lot, 'at'>,
  by: `officer:${string}`,
): Promise<void> {
  const { schedule } = await draftSchedule(context, tx, competition);
  if (schedule.lot !== null) throw new ContractError('wrong_state', { message: '签已经抽过，不能再抽' });
  const projects = schedule.projects.map(({ proposal }) => proposal);
  const isWhole = lot.order.length === projects.length && projects.every((id) => lot.order.includes(id));
  if (!isWhole)
    throw new ContractError('invalid_input', {
      fields: [{ path: 'order', message: '每个通过形式审查的项目正好一次' }],
    });
  const at = context.now();
  const { revision, wishes, turns } = schedule;
  await writeSchedule(context, tx, competition, {
    revision: revision + 1,
    wishes,
    turns,
    lot: { ...lot, at },
  });
  await record(context, tx, competition, {
    at,
    actor: by,
    action: 'lot_drawn',
    subject: `competition:${competition}`,
    data: { method: lot.method, order: lot.order, seed: lot.seed },
    sealed: { witnesses: lot.witnesses },
  });
}

type Columns = Context['store']['t']['schedule']['$inferInsert'];

/** Writes the named columns; the first write of a competition makes the row. */
export async function writeSchedule(
  context: Context,
  tx: Db,
  competition: string,
  columns: Partial<Omit<Columns, 'competition'>>,
): Promise<void> {
  const { schedule } = context.store.t;
  const [row] = await tx
    .select({ revision: schedule.revision })
    .from(schedule)
    .where(eq(schedule.competition, competition));
  if (row) {
    await tx.update(schedule).set(columns).where(eq(schedule.competition, competition));
    return;
  }
  const { settings } = await loadSchedule(context, tx, competition);
  const fresh = { revision: 0, wishes: defaultWishes(settings.timeline), turns: [] };
  await tx.insert(schedule).values({ ...fresh, ...columns, competition });
}

function wishFaults(wishes: ScheduleWishes, sessions: ReadonlySet<string>): FieldFault[] {
  const fault = (path: string, message: string) => [{ path: `wishes.${path}`, message }];
  const seen = new Set<string>();
  return [
    ...wishes.halfDays.flatMap(({ session, start, end, breaks }, index) => {
      const path = `halfDays[${index}]`;
      const isKnown = sessions.has(session) && !seen.has(session);
      seen.add(session);
      return [
        ...(isKnown ? [] : fault(`${path}.session`, '没有这个场次，或写了两次')),
        ...(start < end ? [] : fault(`${path}.end`, '结束应晚于开始')),
        ...breaks.flatMap(({ from }, at) =>
          from >= start && from < end ? [] : fault(`${path}.breaks[${at}].from`, '休息应在这个半天以内'),
        ),
      ];
    }),
    ...(['teamsAway', 'judgesAway'] as const).flatMap((list) =>
      wishes[list].flatMap(({ from, to }, index) =>
        from < to ? [] : fault(`${list}[${index}].to`, '结束应晚于开始'),
      ),
    ),
  ];
}
