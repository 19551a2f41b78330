import { eq } from 'drizzle-orm';
import type { Schedule, ScheduleRun, Turn } from '../../../shared/contract/schedule.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { DayTask } from '../../../shared/schedule/half-days/day-model.ts';
import { lotOrder } from '../../../shared/schedule/half-days/lot-order.ts';
import type { MoreSlots } from '../../../shared/schedule/half-days/slots.ts';
import { defaultWishes, halfDaySlots } from '../../../shared/schedule/half-days/slots.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { competitionState } from '../defenses/settings.ts';
import { panelOf } from '../judges/panel.ts';
import { projectsInPlan } from './projects.ts';
import type { ProjectInPlan } from './projects.ts';

/** The plan with what it is made of. */
export interface LoadedSchedule {
  readonly schedule: Schedule;
  readonly settings: Settings;
  readonly stage: string;
}

/**
 * The plan of a competition as it stands. An order drawn without a plan is one that begins each half-day with its
 * first number and leaves no pause.
 * @throws ContractError not_found
 */
export async function loadSchedule(context: Context, db: Db, competition: string): Promise<LoadedSchedule> {
  const { schedule: table } = context.store.t;
  const { stage, settings } = await competitionState(context, db, competition);
  const projects = await projectsInPlan(context, db, competition);
  const panel = await panelOf(context, db, competition);
  const [row] = await db.select().from(table).where(eq(table.competition, competition));
  const isOrdered = projects.some(({ project }) => project.order !== null);
  const isPlanned = row !== undefined && (!isOrdered || row.publishedAt !== null);
  const wishes = isPlanned ? row.wishes : defaultWishes(settings.timeline);
  const turns = isPlanned ? row.turns : isOrdered ? turnsByNumber(projects, settings) : [];
  const present = new Set(
    projects.flatMap(({ project }) => (project.status === 'withdrawn' ? [] : [project.proposal])),
  );
  return {
    settings,
    stage,
    schedule: {
      revision: row?.revision ?? 0,
      wishes: { ...wishes, halfDays: knownHalfDays(wishes.halfDays, settings) },
      turns: turns.filter(({ proposal }) => present.has(proposal)),
      lot: row?.lot ?? null,
      run: runOf(row ?? null, context.now()),
      projects: projects.map(({ project }) => project),
      judges: panel.map(({ id, profile }) => ({ id, name: profile.name })),
      publishedAt: isOrdered ? (row?.publishedAt ?? 0) : null,
      serverTime: context.now(),
    },
  };
}

/** The task of the solver and of the board. */
export function dayTask(
  { schedule, settings }: Pick<LoadedSchedule, 'schedule' | 'settings'>,
  more: MoreSlots = {},
): DayTask {
  const { wishes, projects, judges, lot } = schedule;
  return {
    halfDays: halfDaySlots(settings.timeline, wishes, more),
    wishes,
    projects: projects.filter(({ status }) => status !== 'withdrawn'),
    judges: judges.map(({ id }) => id),
    quorum: settings.scoring.quorum,
    lot: lotOrder(projects, lot?.order ?? null, wishes.together),
    spareClosed: true,
  };
}

/** Half-days of the settings alone: one added since stands at its own time, one dropped is gone. */
function knownHalfDays(
  planned: Schedule['wishes']['halfDays'],
  { timeline }: Settings,
): Schedule['wishes']['halfDays'] {
  return defaultWishes(timeline).halfDays.map(
    (halfDay) => planned.find(({ session }) => session === halfDay.session) ?? halfDay,
  );
}

function turnsByNumber(projects: readonly ProjectInPlan[], { timeline }: Settings): Turn[] {
  const first = new Map(timeline.sessions.map(({ id, from }) => [id, from]));
  return projects.flatMap(({ project: { proposal, order }, session }) =>
    order === null || session === null
      ? []
      : [{ proposal, session, slot: Math.max(1, order - (first.get(session) ?? 1) + 1) }],
  );
}

/** A run whose node has not been heard of for a while has failed. */
function runOf(row: { run: ScheduleRun | null; leaseUntil: number | null } | null, now: number) {
  const run = row?.run ?? null;
  if (run?.state !== 'running' || (row?.leaseUntil ?? 0) > now) return run;
  return { ...run, state: 'failed' as const, endedAt: row?.leaseUntil ?? now };
}
