import { and, eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { DayFact, Replanned, Turn } from '../../../shared/contract/schedule.ts';
import { plannedStart } from '../../../shared/stage/timetable.ts';
import { changeNotices } from '../../../shared/schedule/half-days/notices.ts';
import { replanDay } from '../../../shared/schedule/half-days/replan-day.ts';
import type { ReplannedDay } from '../../../shared/schedule/half-days/replan-day.ts';
import { beijingTime } from '../../beijing-time.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks, advanceStage } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { lockedSessions } from '../defenses/open.ts';
import { withdrawDefense } from '../defenses/withdrawal.ts';
import { writeSchedule } from './draft.ts';
import { loadSchedule } from './load.ts';
import type { LoadedSchedule } from './load.ts';
import { placesByTime } from './publish.ts';

/**
 * The least change after what happened, and who has to be told. Writes nothing.
 * @throws ContractError wrong_state before the order is known, invalid_input
 */
export async function previewReplan(
  context: Context,
  db: Db,
  competition: string,
  facts: readonly DayFact[],
): Promise<Replanned> {
  const loaded = await loadSchedule(context, db, competition);
  const day = await newDay(context, db, competition, loaded, facts);
  const { settings, schedule } = loaded;
  const told = changeNotices(
    { settings, halfDays: day.halfDays, projects: schedule.projects, clock: beijingTime },
    facts,
    day.moved,
  );
  const startOf = ({ session, slot }: Turn) =>
    day.halfDays.find((each) => each.session === session)?.slots[slot - 1]?.start ?? null;
  const moved = day.moved.map((each) => ({ ...each, start: each.to && startOf(each.to) }));
  return { turns: [...day.turns], moved, proven: day.proven, told };
}

/**
 * Puts the least change in force. Numbers stay; teams that are gone withdraw.
 * @param change `turns` as previewed
 * @throws ContractError stale_revision, wrong_state when the day has gone on since or somebody has no place
 */
export async function applyReplan(
  context: Context,
  tx: Db,
  competition: string,
  change: { base: number; facts: readonly DayFact[]; turns: readonly Turn[]; reason: string },
  by: `officer:${string}`,
): Promise<void> {
  const loaded = await loadSchedule(context, tx, competition);
  if (loaded.schedule.revision !== change.base) throw new ContractError('stale_revision');
  const day = await newDay(context, tx, competition, loaded, change.facts);
  if (JSON.stringify(sorted(day.turns)) !== JSON.stringify(sorted(change.turns)))
    throw new ContractError('wrong_state', { message: '现场又有进展，请重新看一遍改动' });
  if (day.moved.some(({ to }) => to === null))
    throw new ContractError('wrong_state', { message: '还有项目没有位置，不能这样改' });
  for (const fact of change.facts)
    if (fact.kind === 'absent' || fact.kind === 'withdrawn')
      await withdrawDefense(context, tx, competition, fact.proposal, change.reason, by);
  await writeTimes(context, tx, competition, loaded, day);
  const { wishes, turns } = day;
  const revision = change.base + 1;
  const publishedAt = loaded.schedule.publishedAt || context.now();
  await writeSchedule(context, tx, competition, { wishes, turns: [...turns], revision, publishedAt });
  const moved = new Set(day.moved.map(({ proposal }) => proposal));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'schedule_changed',
    subject: `competition:${competition}`,
    data: {
      turns: placesByTime(day.halfDays, turns)
        .filter(({ proposal }) => moved.has(proposal))
        .map(({ proposal, session, start }) => ({ entry: proposal, session, start })),
    },
    sealed: { reason: change.reason },
  });
  await advanceStage(context, tx, competition);
  await advanceBooks(context, tx, competition);
}

async function newDay(
  context: Context,
  db: Db,
  competition: string,
  { schedule, settings, stage }: LoadedSchedule,
  facts: readonly DayFact[],
): Promise<ReplannedDay> {
  if (schedule.publishedAt === null || stage !== 'defense')
    throw new ContractError('wrong_state', { message: '公布出场顺序以后、评审结束以前才能改期' });
  const projects = schedule.projects.filter(({ status }) => status !== 'withdrawn');
  const waiting = new Set(projects.flatMap((each) => (each.status === 'waiting' ? [each.proposal] : [])));
  const judges = new Set(schedule.judges.map(({ id }) => id));
  const fields = facts.flatMap((fact, index) => {
    const isKnown = fact.kind === 'judge_away' ? judges.has(fact.judge) : waiting.has(fact.proposal);
    const message = fact.kind === 'judge_away' ? '没有这位评委' : '这个项目已经上过台，或已退出答辩';
    return isKnown ? [] : [{ path: `facts[${index}]`, message }];
  });
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  return replanDay({
    timeline: settings.timeline,
    wishes: schedule.wishes,
    projects,
    judges: [...judges],
    quorum: settings.scoring.quorum,
    turns: schedule.turns,
    locked: await lockedSessions(context, db, competition),
    facts,
    now: context.now(),
  });
}

/** Every project gets its time and its place in the course of the day; one that is gone keeps the place it had. */
async function writeTimes(
  context: Context,
  tx: Db,
  competition: string,
  { settings }: LoadedSchedule,
  day: ReplannedDay,
): Promise<void> {
  const { defense } = context.store.t;
  const places = new Map(placesByTime(day.halfDays, day.turns).map((place) => [place.proposal, place]));
  const rows = await tx.select().from(defense).where(eq(defense.competition, competition));
  const timed = rows.map((row) => {
    const place = places.get(row.proposal);
    const start = place?.start ?? row.plannedStart ?? plannedStart(row.order, settings.timeline);
    return { row, start, session: place?.session ?? row.session };
  });
  timed.sort((a, b) => a.start - b.start || a.row.order - b.row.order);
  for (const [index, { row, start, session }] of timed.entries())
    if (row.turn !== index + 1 || row.plannedStart !== start || row.session !== session)
      await tx
        .update(defense)
        .set({ turn: index + 1, plannedStart: start, session })
        .where(and(eq(defense.competition, competition), eq(defense.proposal, row.proposal)));
}

const sorted = (turns: readonly Turn[]): string[] =>
  turns.map(({ proposal, session, slot }) => `${proposal} ${session} ${slot}`).sort();
