import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { CellState, StageSnapshot } from '../../../shared/contract/stage.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';
import { lockedSessions } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { panelOf } from '../judges/panel.ts';
import { loadCells } from './cells.ts';

const statements = perSchema(({ stage, defense }) => ({
  stage: prepared('stage_row', (db) =>
    db
      .select()
      .from(stage)
      .where(eq(stage.competition, sql.placeholder('competition'))),
  ),
  onStage: prepared('stage_defense', (db) =>
    db
      .select()
      .from(defense)
      .where(eq(defense.proposal, sql.placeholder('proposal'))),
  ),
  waitingAfter: prepared('stage_waiting_after', (db) =>
    db
      .select({ turn: defense.turn, order: defense.order, title: defense.title })
      .from(defense)
      .where(
        and(
          eq(defense.competition, sql.placeholder('competition')),
          eq(defense.status, 'waiting'),
          or(
            gt(defense.turn, sql.placeholder('turn')),
            and(eq(defense.turn, sql.placeholder('turn')), gt(defense.order, sql.placeholder('order'))),
          ),
        ),
      )
      .orderBy(asc(defense.turn), asc(defense.order))
      .limit(1),
  ),
  withdrawn: prepared('stage_withdrawn', (db) =>
    db
      .select({ turn: defense.turn, order: defense.order })
      .from(defense)
      .where(and(eq(defense.competition, sql.placeholder('competition')), eq(defense.status, 'withdrawn')))
      .orderBy(asc(defense.turn), asc(defense.order)),
  ),
}));

/**
 * The row of a competition's stage.
 * @throws ContractError not_found
 */
export async function stageRow({ store }: Context, db: Db, competition: string) {
  const [row] = await statements(store.t).stage(db, { competition });
  if (!row) throw new ContractError('not_found');
  return row;
}

/**
 * What everybody in the hall may know. Seats stand in seat order, one for each judge; of each it says whether the
 * sheet for the project on stage is in.
 * @throws ContractError not_found, also before the call is published
 */
export async function stageSnapshot(context: Context, competition: string): Promise<StageSnapshot> {
  const { read } = context.store;
  const { onStage } = statements(context.store.t);
  if ((await competitionState(context, read, competition)).stage === 'draft')
    throw new ContractError('not_found');
  const row = await stageRow(context, read, competition);
  const [current] = row.proposal === null ? [] : await onStage(read, { proposal: row.proposal });
  return {
    epoch: context.epoch,
    seq: row.seq,
    serverTime: context.now(),
    session: current?.session ?? null,
    proposal: row.proposal,
    order: current?.order ?? null,
    title: current?.title ?? '',
    applicantName: current?.applicantName ?? '',
    phase: row.phase as StageSnapshot['phase'],
    endsAt: row.endsAt,
    remaining: row.remaining,
    phaseLength: row.phaseLength,
    next: await nextOf(context, competition, current),
    hall: row.hall as StageSnapshot['hall'],
    seats: await seatsOf(context, competition, row.proposal),
    lockedSessions: [...(await lockedSessions(context, read, competition))].sort(),
    books: row.books,
  };
}

type Place = { turn: number; order: number };
const isBehind = (one: Place, other: Place): boolean =>
  one.turn > other.turn || (one.turn === other.turn && one.order > other.order);

/** The next that waits in the course of the day, and at the end those passed over. */
async function nextOf(
  { store }: Context,
  competition: string,
  current: Place | undefined,
): Promise<StageSnapshot['next']> {
  const { waitingAfter, withdrawn } = statements(store.t);
  const from = current ?? { turn: 0, order: 0 };
  const [next] = await waitingAfter(store.read, { competition, turn: from.turn, order: from.order });
  const [first] = next ? [next] : await waitingAfter(store.read, { competition, turn: 0, order: 0 });
  if (!first) return null;
  const gone = await withdrawn(store.read, { competition });
  const between = gone.filter((one) => isBehind(one, from) && isBehind(first, one));
  return { order: first.order, title: first.title, withdrawn: between.map(({ order }) => order) };
}

type SeatState = StageSnapshot['seats'][number]['state'];

const seatState: Record<CellState, SeatState> = {
  none: 'waiting',
  draft: 'waiting',
  sent: 'in',
  done: 'in',
  returned: 'in',
  recused: 'recused',
  absent: 'absent',
};

async function seatsOf(
  context: Context,
  competition: string,
  proposal: string | null,
): Promise<StageSnapshot['seats']> {
  const { read } = context.store;
  const panel = await panelOf(context, read, competition);
  if (proposal === null) return panel.map(({ profile }) => ({ seat: profile.seat, state: 'waiting' }));
  const cells = await loadCells(context, read, competition, proposal);
  return panel.map(({ id, profile }) => ({ seat: profile.seat, state: seatState[cells(id, proposal)] }));
}
