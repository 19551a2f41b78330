import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/contract/route.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import { receiptBody, receiptCode } from '../../../shared/ledger/receipt.ts';
import { sections, submissionFaults } from '../../../shared/proposals/completeness.ts';
import type { Fault } from '../../../shared/proposals/fault.ts';
import { editing } from '../../../shared/proposals/editing.ts';
import type { Editing } from '../../../shared/proposals/editing.ts';
import type { Context } from '../../context.ts';
import { record } from '../../ledger.ts';
import { sha256 } from '../../sha256.ts';
import type { Db } from '../../store/store.ts';
import { applicantRow } from '../applicants/rows.ts';
import type { ProposalActor } from './actor.ts';
import { callSettings } from './call.ts';
import { countedPapers, currentPapers, presentAttachment, presentWorkingCopy } from './present.ts';
import { attachmentRows, submittedVersion } from './rows.ts';
import type { AttachmentRow, ProposalRow, VersionRow } from './rows.ts';

/** A submission and its place in the ledger, before it is signed. */
export interface Submitted {
  number: string;
  revision: number;
  seq: number;
  hash: string;
  at: number;
}

/**
 * Submits the working copy: it is stored word for word and numbered, and counts from here on.
 * @throws ContractError stale_revision, deadline_passed, wrong_state; invalid_input naming each place still to be
 *   filled in
 */
export async function submitProposal(
  context: Context,
  tx: Db,
  row: ProposalRow,
  act: { base: number; operation: string; by: ProposalActor },
): Promise<Submitted> {
  const settings = await callSettings(context, tx, row.competition);
  const open = editing(row, settings.timeline, context.now());
  if (open.open === 'nothing') throw new ContractError(open.why);
  if (row.revision !== act.base)
    throw new ContractError('stale_revision', { current: await presentWorkingCopy(context, tx, row) });
  const before = await submittedVersion(context, tx, row);
  const papers = papersToSubmit(await attachmentRows(context, tx, row.id), before, open);
  checkNew(row, before, papers);
  const faults = await faultsOf(context, tx, row, papers, settings);
  if (faults.length > 0)
    throw new ContractError('invalid_input', {
      message: `还有 ${faults.length} 处要填好或改好`,
      fields: faults.map(({ path, message }) => ({ path, message })),
    });
  return writeSubmission(context, tx, row, papers, settings, act);
}

/**
 * Submits a draft as it stands at the deadline, when it is complete.
 * @returns false where something is still missing; the draft stays as it is
 */
export async function submitAtDeadline(context: Context, tx: Db, row: ProposalRow): Promise<boolean> {
  const settings = await callSettings(context, tx, row.competition);
  const papers = currentPapers(await attachmentRows(context, tx, row.id));
  if ((await faultsOf(context, tx, row, papers, settings)).length > 0) return false;
  const act = { operation: `at-deadline-${row.id}`, by: 'system' as const };
  await writeSubmission(context, tx, row, papers, settings, act);
  return true;
}

/** Stores a version word for word and numbers it; it counts from here on. */
async function writeSubmission(
  context: Context,
  tx: Db,
  row: ProposalRow,
  papers: readonly AttachmentRow[],
  settings: Settings,
  act: { operation: string; by: ProposalActor | 'system' },
): Promise<Submitted> {
  const number = row.number || (await nextNumber(context, tx, row.competition, settings));
  // Papers may be all that is new: each submission has a revision of its own.
  const revision = Math.max(row.revision, row.submittedRevision + 1);
  const entry = await record(context, tx, row.competition, {
    at: context.now(),
    actor: act.by,
    action: act.by.startsWith('officer:') ? 'proposal_entered' : 'proposal_submitted',
    subject: `proposal:${row.id}`,
    data: {
      applicant: row.applicant,
      number,
      revision,
      content: sha256(canonicalJson(row.content)),
      operation: act.operation,
    },
    sealed: {},
  });
  const { proposal, proposalVersion } = context.store.t;
  await tx.insert(proposalVersion).values({
    proposal: row.id,
    revision,
    content: row.content,
    attachments: papers.map((paper) => paper.id),
    submittedAt: entry.at,
    submittedBy: act.by,
  });
  await tx
    .update(proposal)
    .set({
      status: 'submitted',
      revision,
      submittedRevision: revision,
      number,
      submittedAt: entry.at,
      automatic: act.by === 'system',
    })
    .where(eq(proposal.id, row.id));
  return { number, revision, seq: entry.seq, hash: entry.hash, at: entry.at };
}

/** Signed after the commit; the same submission always gets the same signature. */
export function signedReceipt(
  { signer }: Context,
  competition: string,
  { number, revision, seq, hash, at }: Submitted,
): Reply<typeof contract.proposals.submit> {
  const signature = signer.sign(receiptBody({ competition, seq, hash, at }));
  return { number, revision, receipt: { code: receiptCode(hash), seq, hash, at, signature } };
}

/** A correction that does not open the papers keeps those submitted before. */
function papersToSubmit(rows: AttachmentRow[], before: VersionRow | null, open: Editing): AttachmentRow[] {
  const isClosed = open.open === 'flagged' && !open.opened.attachments;
  return before && isClosed ? countedPapers(rows, before) : currentPapers(rows);
}

function checkNew(row: ProposalRow, before: VersionRow | null, papers: readonly AttachmentRow[]): void {
  if (row.status !== 'submitted' || !before || row.revision !== before.revision) return;
  if (before.attachments.join() === papers.map((paper) => paper.id).join())
    throw new ContractError('wrong_state', { message: `这一版已经提交过了，编号 ${row.number}，不用再交` });
}

async function faultsOf(
  context: Context,
  tx: Db,
  row: ProposalRow,
  papers: readonly AttachmentRow[],
  settings: Settings,
): Promise<Fault[]> {
  const { profile } = await applicantRow(context, tx, row.competition, row.applicant);
  return submissionFaults(sections(row.content, profile, papers.map(presentAttachment), settings));
}

/** `YYYY-NNN`: the year of the deadline in Beijing time, and a count over the competition without gaps. */
async function nextNumber({ store }: Context, tx: Db, id: string, { timeline }: Settings): Promise<string> {
  const { competition } = store.t;
  const [row] = await tx
    .select({ lastNumber: competition.lastNumber })
    .from(competition)
    .where(eq(competition.id, id));
  const lastNumber = (row?.lastNumber ?? 0) + 1;
  await tx.update(competition).set({ lastNumber }).where(eq(competition.id, id));
  const year = new Date(timeline.deadline + 8 * 3_600_000).getUTCFullYear();
  return `${year}-${String(lastNumber).padStart(3, '0')}`;
}
