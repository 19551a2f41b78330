import { and, eq, inArray } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Step } from '../../../shared/contract/stage.ts';
import { takeStep } from '../../../shared/stage/stage-machine.ts';
import type { StageState, StepFacts } from '../../../shared/stage/stage-machine.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { advanceBooks } from '../../live/stage-seq.ts';
import type { Db } from '../../store/store.ts';
import { lockedSessions } from '../defenses/open.ts';
import type { DefenseRow } from '../defenses/open.ts';
import { competitionState } from '../defenses/settings.ts';
import { batonOf, requireBaton, takeBaton } from './baton.ts';
import { stageRow } from './snapshot.ts';

/**
 * Takes one step of the host. Calling a project opens its sheets for good and goes into the ledger.
 * @throws ContractError stale_revision, wrong_state with the reason
 */
export async function stepStage(
  context: Context,
  tx: Db,
  competition: string,
  { base, step, console = null }: { base: number; step: Step; console?: string | null },
  by: `officer:${string}`,
): Promise<void> {
  const { stage, defense } = context.store.t;
  const row = await stageRow(context, tx, competition);
  if (row.revision !== base) throw new ContractError('stale_revision');
  if (step.do === 'take') {
    await takeBaton(context, tx, competition, console, by);
    return;
  }
  requireBaton(row, console);
  const called = step.do === 'call' ? await defenseOf(context, tx, competition, step.proposal) : null;
  const facts = await factsOf(context, tx, competition, row, called);
  const outcome = takeStep(row as StageState, step, facts);
  if (!outcome.ok) throw new ContractError('wrong_state', { message: outcome.reason });
  await tx
    .update(stage)
    .set({ ...outcome.state, ...batonOf(console, by), revision: row.revision + 1, seq: row.seq + 1 })
    .where(eq(stage.competition, competition));
  for (const { proposal, status } of outcome.statuses)
    await tx.update(defense).set({ status }).where(eq(defense.proposal, proposal));
  if (called) await recordCall(context, tx, called, by);
  if (step.do === 'undo_call' && row.proposal) {
    await takeBackCall(context, tx, competition, row.proposal, step.reason, by);
    await advanceBooks(context, tx, competition);
  }
}

async function defenseOf({ store }: Context, tx: Db, competition: string, proposal: string) {
  const { defense } = store.t;
  const [row] = await tx
    .select()
    .from(defense)
    .where(and(eq(defense.proposal, proposal), eq(defense.competition, competition)));
  return row ?? null;
}

async function factsOf(
  context: Context,
  tx: Db,
  competition: string,
  { proposal, before }: Pick<StageState, 'proposal' | 'before'>,
  called: DefenseRow | null,
): Promise<StepFacts> {
  const { settings } = await competitionState(context, tx, competition);
  const { presentMinutes: present, questionMinutes: question, changeMinutes: change } = settings.timeline;
  const last = before === null ? null : await defenseOf(context, tx, competition, before);
  const locked = called || last ? await lockedSessions(context, tx, competition) : new Set<string>();
  return {
    now: context.now(),
    minutes: { present, question, change },
    called: called && {
      status: called.status as NonNullable<StepFacts['called']>['status'],
      sessionLocked: locked.has(called.session),
    },
    submitted: proposal === null ? 0 : await countSubmitted(context, tx, proposal),
    beforeIsOpen: last !== null && last.status !== 'withdrawn' && !locked.has(last.session),
  };
}

async function recordCall(
  context: Context,
  tx: Db,
  { competition, proposal, session, order, startedAt }: DefenseRow,
  by: `officer:${string}`,
): Promise<void> {
  const { defense } = context.store.t;
  const at = context.now();
  if (startedAt === null)
    await tx.update(defense).set({ startedAt: at }).where(eq(defense.proposal, proposal));
  await record(context, tx, competition, {
    at,
    actor: by,
    action: 'defense_called',
    subject: `proposal:${proposal}`,
    data: { session, number: order },
    sealed: {},
  });
}

async function countSubmitted({ store }: Context, tx: Db, proposal: string): Promise<number> {
  const { sheet } = store.t;
  return tx.$count(sheet, and(eq(sheet.proposal, proposal), inArray(sheet.status, ['submitted', 'locked'])));
}

/**
 * A first call that is taken back closes the sheets again: drafts wait on their tablets. One that had been called
 * before stays open to its judges.
 */
async function takeBackCall(
  context: Context,
  tx: Db,
  competition: string,
  proposal: string,
  reason: string,
  by: `officer:${string}`,
): Promise<void> {
  const { defense, ledger } = context.store.t;
  const calls = await tx.$count(
    ledger,
    and(
      eq(ledger.scope, competition),
      eq(ledger.action, 'defense_called'),
      eq(ledger.subject, `proposal:${proposal}`),
    ),
  );
  if (calls === 1) await tx.update(defense).set({ startedAt: null }).where(eq(defense.proposal, proposal));
  await record(context, tx, competition, {
    at: context.now(),
    actor: by,
    action: 'defense_call_undone',
    subject: `proposal:${proposal}`,
    data: {},
    sealed: { reason },
  });
}
