import { and, eq, sql } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { ProposalStatus } from '../../../shared/contract/proposals.ts';
import type { Context } from '../../context.ts';
import { perSchema, prepared } from '../../store/prepared.ts';
import type { Db } from '../../store/store.ts';

type Stored = Context['store']['t']['proposal']['$inferSelect'];
export type ProposalRow = Omit<Stored, 'status'> & { status: ProposalStatus };
export type AttachmentRow = Context['store']['t']['attachment']['$inferSelect'];
export type VersionRow = Context['store']['t']['proposalVersion']['$inferSelect'];

const statements = perSchema(({ proposal, proposalVersion, attachment }) => {
  const isThis = and(
    eq(proposal.id, sql.placeholder('proposal')),
    eq(proposal.competition, sql.placeholder('competition')),
  );
  return {
    whole: prepared('proposal_whole', (db) => db.select().from(proposal).where(isThis)),
    state: prepared('proposal_state', (db) =>
      db
        .select({
          id: proposal.id,
          status: proposal.status,
          revision: proposal.revision,
          submittedRevision: proposal.submittedRevision,
          check: proposal.check,
        })
        .from(proposal)
        .where(isThis),
    ),
    version: prepared('proposal_version', (db) =>
      db
        .select()
        .from(proposalVersion)
        .where(
          and(
            eq(proposalVersion.proposal, sql.placeholder('proposal')),
            eq(proposalVersion.revision, sql.placeholder('revision')),
          ),
        ),
    ),
    attachments: prepared('proposal_attachments', (db) =>
      db
        .select()
        .from(attachment)
        .where(eq(attachment.proposal, sql.placeholder('proposal')))
        .orderBy(attachment.at, attachment.id),
    ),
  };
});

/**
 * A proposal of this competition, with its working copy.
 * @throws ContractError not_found
 */
export async function proposalRow(
  { store }: Context,
  db: Db,
  competition: string,
  proposal: string,
): Promise<ProposalRow> {
  const [row] = await statements(store.t).whole(db, { competition, proposal });
  if (!row) throw new ContractError('not_found');
  return { ...row, status: row.status as ProposalStatus };
}

/**
 * What decides whether a proposal may be changed, without its text.
 * @throws ContractError not_found
 */
export async function proposalState({ store }: Context, db: Db, competition: string, proposal: string) {
  const [row] = await statements(store.t).state(db, { competition, proposal });
  if (!row) throw new ContractError('not_found');
  return { ...row, status: row.status as ProposalStatus };
}

/** The version that counts as submitted; null before the first submission. */
export async function submittedVersion(
  { store }: Context,
  db: Db,
  { id, submittedRevision }: Pick<ProposalRow, 'id' | 'submittedRevision'>,
): Promise<VersionRow | null> {
  if (submittedRevision === 0) return null;
  const [row] = await statements(store.t).version(db, { proposal: id, revision: submittedRevision });
  return row ?? null;
}

/** Attachments of a proposal in the order of their arrival, those taken out included. */
export const attachmentRows = ({ store }: Context, db: Db, proposal: string): Promise<AttachmentRow[]> =>
  statements(store.t).attachments(db, { proposal });
