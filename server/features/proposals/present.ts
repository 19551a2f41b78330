import { ContractError } from '../../../shared/contract/errors.ts';
import type {
  Attachment,
  Proposal,
  ProposalContent,
  ProposalSummary,
} from '../../../shared/contract/proposals.ts';
import { requestedAmount } from '../../../shared/proposals/budget.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../store/store.ts';
import { applicantName, applicantRow } from '../applicants/rows.ts';
import { attachmentRows, submittedVersion } from './rows.ts';
import type { AttachmentRow, ProposalRow, VersionRow } from './rows.ts';

export const presentAttachment = (row: AttachmentRow): Attachment => ({
  id: row.id,
  kind: row.kind as Attachment['kind'],
  name: row.name,
  bytes: row.bytes,
  type: row.type,
  at: row.at,
});

/** Papers of the working copy. */
export const currentPapers = (rows: readonly AttachmentRow[]): AttachmentRow[] =>
  rows.filter((row) => row.removedAt === null);

/** Papers that count: those submitted, and seal pages that followed. */
export const countedPapers = (
  rows: readonly AttachmentRow[],
  version: Pick<VersionRow, 'attachments'>,
): AttachmentRow[] =>
  rows.filter(
    (row) => version.attachments.includes(row.id) || (row.kind === 'seal_page' && row.removedAt === null),
  );

/** The working copy: what its applicant and the clerk who helps go on with. */
export async function presentWorkingCopy(context: Context, db: Db, row: ProposalRow): Promise<Proposal> {
  return present(context, db, row, {
    revision: row.revision,
    content: row.content,
    papers: currentPapers(await attachmentRows(context, db, row.id)),
  });
}

/**
 * The version that counts; its `revision` is the submitted one.
 * @throws ContractError not_found before the first submission: a draft is nobody else's business
 */
export async function presentSubmitted(context: Context, db: Db, row: ProposalRow): Promise<Proposal> {
  const version = await submittedVersion(context, db, row);
  if (!version) throw new ContractError('not_found');
  return present(context, db, row, {
    revision: version.revision,
    content: version.content,
    papers: countedPapers(await attachmentRows(context, db, row.id), version),
  });
}

async function present(
  context: Context,
  db: Db,
  row: ProposalRow,
  shown: { revision: number; content: ProposalContent; papers: readonly AttachmentRow[] },
): Promise<Proposal> {
  const applicant = await applicantRow(context, db, row.competition, row.applicant);
  return {
    id: row.id,
    applicant: row.applicant,
    applicantName: applicantName(applicant),
    status: row.status,
    revision: shown.revision,
    submittedRevision: row.submittedRevision,
    number: row.number,
    submittedAt: row.submittedAt,
    content: shown.content,
    attachments: shown.papers.map(presentAttachment),
    check: row.check,
    enteredByClerk: row.enteredByClerk,
    submitAtDeadline: row.submitAtDeadline,
    automatic: row.automatic,
    savedAt: row.savedAt,
  };
}

/** A row of a list, from the version that its reader may see. */
export const presentSummary = (
  row: Pick<ProposalRow, 'id' | 'number' | 'applicant' | 'status' | 'submittedAt' | 'automatic' | 'savedAt'>,
  content: ProposalContent,
  applicant: string,
): ProposalSummary => ({
  id: row.id,
  number: row.number,
  title: content.title,
  applicant: row.applicant,
  applicantName: applicant,
  track: content.track,
  community: content.community,
  status: row.status,
  requested: requestedAmount(content.budget),
  submittedAt: row.submittedAt,
  automatic: row.automatic,
  savedAt: row.savedAt,
});
