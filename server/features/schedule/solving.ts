import { spawn } from 'node:child_process';
import { eq } from 'drizzle-orm';
import type { ScheduleRun } from '../../../shared/contract/schedule.ts';
import type { Context } from '../../context.ts';
import { programArguments } from '../../program.ts';
import type { Db } from '../../store/store.ts';
import { writeSchedule } from './draft.ts';
import { loadSchedule } from './load.ts';
import type { PlanNews, PlanOrder } from './plan-process.ts';

/** Longer than the solver is given: loading it, and a busy machine. */
const GRACE = 60_000;
const LOOK = 1_000;

/** Until when a run with so many seconds is taken to be alive, milliseconds. */
export const leaseOf = (now: number, seconds: number): number => now + seconds * 1000 + GRACE;

/** The draft a run began with: its answer counts only for this one. */
export interface RunBase {
  readonly competition: string;
  readonly run: string;
  readonly revision: number;
}

/**
 * Plans in another process. How far it is stands in the row, so that any node can tell; a run that is no longer the
 * one in the row is ended within a second.
 */
export function solveApart(context: Context, base: RunBase, order: PlanOrder): void {
  const child = spawn(process.execPath, programArguments('features/schedule/plan-process'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let latest: { placed: number; bound: number | null } | null = null;
  let done = false;
  const look = setInterval(() => {
    void updateRun(context, base, () => latest ?? {})
      .catch(() => false)
      .then((wanted) => {
        if (wanted || done) return;
        done = true;
        clearInterval(look);
        child.kill();
      });
  }, LOOK);
  look.unref();
  const finish = (change: () => Partial<ScheduleRun>, turns?: PlanTurns) => {
    if (done) return;
    done = true;
    clearInterval(look);
    const at = context.now();
    // The store may be closed by then: the run is found without a lease and counts as failed.
    updateRun(context, base, () => ({ endedAt: at, ...change() }), turns).catch(() => undefined);
  };
  child.on('message', (news: PlanNews) => {
    if (news.kind === 'progress') latest = { placed: news.placed, bound: news.bound };
    else {
      const { turns, bound, proven, unplaced } = news.plan;
      finish(() => ({ state: 'done', placed: turns.length, bound, proven, unplaced }), turns);
    }
  });
  child.once('error', () => finish(() => ({ state: 'failed' })));
  child.once('exit', () => finish(() => ({ state: 'failed' })));
  child.send(order);
}

type PlanTurns = Parameters<typeof writeSchedule>[3]['turns'];

/** @returns whether the run is still wanted */
function updateRun(
  { store, now }: Context,
  { competition, run: id, revision }: RunBase,
  change: () => Partial<ScheduleRun>,
  turns?: PlanTurns,
): Promise<boolean> {
  const { schedule } = store.t;
  return store.write(competition, async (tx) => {
    const here = eq(schedule.competition, competition);
    const [row] = await tx.select().from(schedule).where(here);
    const run = row?.run ?? null;
    if (run?.id !== id || run.state !== 'running') return false;
    // The draft has been changed since: the answer is to another question.
    const isStale = row?.revision !== revision;
    const next: ScheduleRun = { ...run, ...(isStale ? { state: 'cancelled', endedAt: now() } : change()) };
    const lease = next.state === 'running' ? {} : { leaseUntil: null };
    const answer = turns === undefined || isStale ? {} : { turns, revision: revision + 1 };
    await tx
      .update(schedule)
      .set({ run: next, ...answer, ...lease })
      .where(here);
    return next.state === 'running';
  });
}

/** Takes the run out of the row; its process ends when it next looks. One that has ended stays as it is. */
export async function cancelRun(context: Context, tx: Db, competition: string, id: string): Promise<void> {
  const { run } = (await loadSchedule(context, tx, competition)).schedule;
  if (run?.id !== id || run.state !== 'running') return;
  const cancelled: ScheduleRun = { ...run, state: 'cancelled', endedAt: context.now() };
  await writeSchedule(context, tx, competition, { run: cancelled, leaseUntil: null });
}
