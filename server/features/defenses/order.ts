import { eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { orderFaults } from '../../../shared/panels/order-faults.ts';
import type { TypedDraw } from '../../../shared/panels/order-faults.ts';
import { sessionOf } from '../../../shared/stage/timetable.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceStage } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { countedProposals } from '../proposals/counted.ts';
import { competitionState } from './settings.ts';

interface Drawable {
  id: string;
  title: string;
  applicantName: string;
  community: string | null;
  track: string | null;
}

/** How an order came about. `seed`: of a draw on the screen; null where lots were drawn by hand. */
export interface DrawRecord {
  method: 'hand' | 'numbers' | 'plan';
  seed: string | null;
  witnesses: string[];
}

/** Where a plan puts a project: half-day, place in the course of the day, time. */
export interface PlannedPlace {
  readonly session: string;
  readonly turn: number;
  readonly start: number;
}

/**
 * The projects that go into the draw: those that passed the form check, and those already in the order, since a
 * number once drawn stays. In order of their ids.
 * @throws ContractError wrong_state when there is nothing to draw, or a project has been called already
 */
export async function projectsToDraw(context: Context, tx: Db, competition: string): Promise<Drawable[]> {
  const { stage } = await competitionState(context, tx, competition);
  if (stage !== 'call' && stage !== 'defense')
    throw new ContractError('wrong_state', { message: '征集公告发布以后、评审结束以前才能登记出场顺序' });
  const rows = await countedProposals(context, tx, competition);
  if (rows.some(({ defense }) => defense !== null && defense.startedAt !== null))
    throw new ContractError('wrong_state', { message: '已有项目上台，出场顺序不能再改' });
  const drawable = rows.filter(({ status, defense }) => status === 'passed' || defense !== null);
  if (drawable.length === 0) throw new ContractError('wrong_state', { message: '还没有通过形式审查的项目' });
  return drawable
    .map(({ id, content, applicant }) => ({
      id,
      title: content.title,
      applicantName: applicant.profile?.name ?? '',
      community: content.community,
      track: content.track,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Records the order of the defenses and opens the stage `defense`. Every project stands in it exactly once with
 * the numbers 1 to n; a recording before the first call replaces the one before, withdrawals stay.
 * @param plan places by project where the order follows from a plan; else the numbers say when each defends
 * @throws ContractError invalid_input, each fault with its row
 */
export async function recordOrder(
  context: Context,
  tx: Db,
  competition: string,
  draws: readonly TypedDraw[],
  how: DrawRecord,
  by: `officer:${string}`,
  plan?: ReadonlyMap<string, PlannedPlace>,
): Promise<void> {
  const { competition: competitions, schedule } = context.store.t;
  const projects = new Map(
    (await projectsToDraw(context, tx, competition)).map((project) => [project.id, project]),
  );
  const fields = orderFaults(draws, new Map([...projects].map(([id, { title }]) => [id, title])));
  if (fields.length > 0) throw new ContractError('invalid_input', { fields });
  const { settings } = await competitionState(context, tx, competition);
  await replaceRows(
    context,
    tx,
    draws.flatMap(({ proposal, order }) => {
      const project = projects.get(proposal);
      if (!project) return [];
      const { title, applicantName, community, track } = project;
      const place = plan?.get(proposal);
      const session = place?.session ?? sessionOf(order, settings.timeline).id;
      const when = { turn: place?.turn ?? 0, plannedStart: place?.start ?? null };
      return [{ competition, proposal, order, session, title, applicantName, community, track, ...when }];
    }),
  );
  if (!plan)
    await tx.update(schedule).set({ publishedAt: null }).where(eq(schedule.competition, competition));
  await tx.update(competitions).set({ stage: 'defense' }).where(eq(competitions.id, competition));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'draw_recorded',
    subject: `competition:${competition}`,
    data: {
      method: how.method,
      order: [...draws].sort((a, b) => a.order - b.order).map(({ proposal }) => proposal),
      seed: how.seed,
    },
    sealed: { witnesses: how.witnesses },
  });
  await advanceStage(context, tx, competition);
}

interface Placed extends Omit<Drawable, 'id'> {
  competition: string;
  proposal: string;
  order: number;
  session: string;
  turn: number;
  plannedStart: number | null;
}

/** Numbers are unique at every moment, so the old rows go before the new ones come. */
async function replaceRows({ store }: Context, tx: Db, placed: readonly Placed[]): Promise<void> {
  const { defense } = store.t;
  const ids = placed.map(({ proposal }) => proposal);
  const before = await tx.select().from(defense).where(inArray(defense.proposal, ids));
  const withdrawn = new Map(
    before.filter(({ status }) => status === 'withdrawn').map((row) => [row.proposal, row.reason]),
  );
  await tx.delete(defense).where(inArray(defense.proposal, ids));
  for (const row of placed) {
    const reason = withdrawn.get(row.proposal);
    const status = reason === undefined ? 'waiting' : 'withdrawn';
    await tx.insert(defense).values({ ...row, status, reason: reason ?? '' });
  }
}
