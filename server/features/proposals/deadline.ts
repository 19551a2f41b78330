import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { ProposalStatus } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { callSettings } from './call.ts';
import { proposalState } from './rows.ts';
import { submitAtDeadline } from './submission.ts';

/** Milliseconds between two looks at the clock; a deadline is a minute wide for nobody but the machine. */
const every = 15_000;

/**
 * Submits, once for each competition, the complete drafts whose applicants have not said no, after its deadline.
 * What is incomplete stays a draft, and so does everything once the order is recorded: a server that comes back late
 * brings no project in behind the draw. Safe to call at any time and from any node: who comes second finds nothing to do.
 * @returns how many were submitted
 */
export async function closeDueCalls(context: Context): Promise<number> {
  const { store, now } = context;
  const { competition } = store.t;
  const open = await store.read
    .select({ id: competition.id, settings: competition.settings })
    .from(competition)
    .where(and(isNull(competition.closedAt), isNotNull(competition.publishedAt)));
  let submitted = 0;
  for (const { id, settings } of open)
    if (now() > settings.timeline.deadline)
      submitted += await store.write(id, (tx) => closeCall(context, tx, id));
  return submitted;
}

async function closeCall(context: Context, tx: Db, id: string): Promise<number> {
  const { competition } = context.store.t;
  const [row] = await tx
    .select({ closedAt: competition.closedAt, stage: competition.stage })
    .from(competition)
    .where(eq(competition.id, id));
  const { timeline } = await callSettings(context, tx, id);
  // Another node was first, or the deadline has been moved meanwhile.
  if (row?.closedAt !== null || context.now() <= timeline.deadline) return 0;
  const submitted = row.stage === 'call' ? await submitComplete(context, tx, id) : 0;
  await tx.update(competition).set({ closedAt: context.now() }).where(eq(competition.id, id));
  return submitted;
}

async function submitComplete(context: Context, tx: Db, competition: string): Promise<number> {
  const { proposal } = context.store.t;
  const drafts = await tx
    .select()
    .from(proposal)
    .where(
      and(
        eq(proposal.competition, competition),
        eq(proposal.status, 'draft'),
        eq(proposal.submitAtDeadline, true),
      ),
    )
    .orderBy(proposal.savedAt, proposal.id);
  let submitted = 0;
  for (const draft of drafts)
    if (await submitAtDeadline(context, tx, { ...draft, status: draft.status as ProposalStatus }))
      submitted += 1;
  return submitted;
}

/** Looks at the clock until closed. A failed look is repeated at the next. */
export function watchDeadlines(context: Context, fail: (error: unknown) => void): { close(): void } {
  const look = () => void closeDueCalls(context).catch(fail);
  const timer = setInterval(look, every);
  timer.unref();
  look();
  return { close: () => clearInterval(timer) };
}

/**
 * Says whether a draft may be submitted by itself.
 * @throws ContractError deadline_passed; wrong_state once it has been submitted
 */
export async function chooseAtDeadline(
  context: Context,
  tx: Db,
  competition: string,
  id: string,
  submit: boolean,
): Promise<void> {
  const { timeline } = await callSettings(context, tx, competition);
  const { status } = await proposalState(context, tx, competition, id);
  if (context.now() > timeline.deadline) throw new ContractError('deadline_passed');
  if (status !== 'draft') throw new ContractError('wrong_state', { message: '已经提交了，不用再选' });
  const { proposal } = context.store.t;
  await tx.update(proposal).set({ submitAtDeadline: submit }).where(eq(proposal.id, id));
}
