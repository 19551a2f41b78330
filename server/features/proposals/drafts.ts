import { and, count, eq, ne, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { closedChanges } from '../../../shared/proposals/correction.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { editing } from '../../../shared/proposals/editing.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../new-id.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';
import type { ApplicantRow } from '../applicants/rows.ts';
import { callSettings } from './call.ts';
import { presentWorkingCopy } from './present.ts';
import { proposalRow, proposalState } from './rows.ts';

const statements = perSchema(({ proposal }) => ({
  save: prepared('proposal_save', (db) =>
    db
      .update(proposal)
      .set({
        content: sql.placeholder('content') as never, // Typed as a value only; the driver maps the placeholder.
        revision: sql.placeholder('revision') as never,
        savedAt: sql.placeholder('savedAt') as never,
      })
      .where(eq(proposal.id, sql.placeholder('proposal'))),
  ),
}));

/**
 * Starts an empty proposal.
 * @throws ContractError wrong_state when the applicant has as many as the call allows, deadline_passed
 */
export async function createDraft(
  context: Context,
  tx: Db,
  applicant: ApplicantRow,
  draft: { title: string; byClerk: boolean },
): Promise<{ id: string }> {
  const { proposal } = context.store.t;
  const { competition } = applicant;
  const { timeline, money } = await callSettings(context, tx, competition);
  if (context.now() > timeline.deadline) throw new ContractError('deadline_passed');
  const [started] = await tx
    .select({ proposals: count() })
    .from(proposal)
    .where(and(eq(proposal.applicant, applicant.id), ne(proposal.status, 'withdrawn')));
  if ((started?.proposals ?? 0) >= money.perApplicant)
    throw new ContractError('wrong_state', {
      message: `每个申报主体最多报 ${money.perApplicant} 个项目，已经有 ${money.perApplicant} 个了；要换一个，请先撤回其中一个`,
    });
  const id = newId(context);
  await tx.insert(proposal).values({
    id,
    competition,
    applicant: applicant.id,
    status: 'draft',
    revision: 1,
    submittedRevision: 0,
    number: '',
    content: emptyContent(draft.title),
    enteredByClerk: draft.byClerk,
    createdAt: context.now(),
    savedAt: context.now(),
  });
  return { id };
}

/**
 * Saves the working copy as its next revision.
 * @throws ContractError stale_revision with the working copy as it is now; deadline_passed; wrong_state, naming each
 *   member that a correction does not open
 */
export async function saveDraft(
  context: Context,
  tx: Db,
  competition: string,
  proposal: string,
  change: { base: number; content: ProposalContent },
): Promise<{ revision: number; savedAt: number }> {
  const { timeline } = await callSettings(context, tx, competition);
  const state = await proposalState(context, tx, competition, proposal);
  const open = editing(state, timeline, context.now());
  if (open.open === 'nothing') throw new ContractError(open.why);
  if (state.revision !== change.base) {
    const row = await proposalRow(context, tx, competition, proposal);
    throw new ContractError('stale_revision', { current: await presentWorkingCopy(context, tx, row) });
  }
  if (open.open === 'flagged') {
    const { content } = await proposalRow(context, tx, competition, proposal);
    const fields = closedChanges(content, change.content, open.opened).map((name) => ({
      path: `content.${name}`,
      message: '这一栏不在补正范围内，请改回原样',
    }));
    if (fields.length > 0)
      throw new ContractError('wrong_state', { message: '补正只能改标出的栏目', fields });
  }
  const saved = { revision: state.revision + 1, savedAt: context.now() };
  await statements(context.store.t).save(tx, { proposal, content: change.content, ...saved });
  return saved;
}
