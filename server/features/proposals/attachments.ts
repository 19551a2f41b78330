import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { eq } from 'drizzle-orm';
import { ContractError } from '../../../shared/contract/errors.ts';
import { limits } from '../../../shared/contract/limits.ts';
import type { Attachment } from '../../../shared/contract/proposals.ts';
import { editing, mayChangePapers } from '../../../shared/proposals/editing.ts';
import type { Context } from '../../context.ts';
import type { StoredFile } from '../../files.ts';
import { newId } from '../../new-id.ts';
import type { Db } from '../../store/store.ts';
import { callSettings } from './call.ts';
import { fileKind } from './file-kind.ts';
import { countedPapers, currentPapers, presentAttachment } from './present.ts';
import { attachmentRows, proposalState, submittedVersion } from './rows.ts';
import type { AttachmentRow, ProposalRow } from './rows.ts';

export type IncomingFile = StoredFile & { type: string; name: string };

/**
 * Takes a file into the store, before any row names it.
 * @throws ContractError file_too_large, file_type; invalid_input when it is empty
 */
export async function takeFile({ files }: Context, upload: MultipartFile): Promise<IncomingFile> {
  const stored = await files.put(Readable.from(wholeFile(upload)), limits.attachmentBytes);
  if (stored.bytes === 0)
    throw new ContractError('invalid_input', {
      fields: [{ path: 'file', message: '这个文件是空的，请重新选择' }],
    });
  const kind = fileKind(stored.head, upload.filename);
  if (!kind) throw new ContractError('file_type');
  return { ...stored, ...kind };
}

/** The multipart reader cuts a file at the limit without an error; half a file must not pass for a whole one. */
async function* wholeFile(upload: MultipartFile): AsyncGenerator<Buffer> {
  for await (const chunk of upload.file) yield chunk as Buffer;
  if (upload.file.truncated) throw new ContractError('file_too_large');
}

/** @throws ContractError deadline_passed, wrong_state */
async function checkOpen(
  context: Context,
  tx: Db,
  competition: string,
  proposal: string,
  kind: string,
): Promise<void> {
  const { timeline } = await callSettings(context, tx, competition);
  const state = await proposalState(context, tx, competition, proposal);
  if (mayChangePapers(state, timeline, context.now(), kind === 'seal_page')) return;
  const open = editing(state, timeline, context.now());
  throw new ContractError(open.open === 'nothing' ? open.why : 'wrong_state', {
    ...(open.open === 'flagged' ? { message: '补正只能改标出的栏目' } : {}),
  });
}

/** @throws ContractError deadline_passed, wrong_state */
export async function addAttachment(
  context: Context,
  tx: Db,
  at: { competition: string; proposal: string; kind: Attachment['kind'] },
  file: IncomingFile,
): Promise<Attachment> {
  const { competition, proposal, kind } = at;
  await checkOpen(context, tx, competition, proposal, kind);
  const { attachment } = context.store.t;
  const current = currentPapers(await attachmentRows(context, tx, proposal));
  if (current.length >= limits.attachmentsPerProposal)
    throw new ContractError('wrong_state', {
      message: `附件最多 ${limits.attachmentsPerProposal} 个，请先去掉不用的`,
    });
  const row: AttachmentRow = {
    id: newId(context),
    competition,
    proposal,
    kind,
    name: file.name,
    bytes: file.bytes,
    type: file.type,
    sha256: file.sha256,
    at: context.now(),
    removedAt: null,
  };
  await tx.insert(attachment).values(row);
  return presentAttachment(row);
}

/**
 * Takes an attachment out of the working copy; the file stays, and with it every submitted version.
 * @throws ContractError not_found, deadline_passed, wrong_state
 */
export async function removeAttachment(
  context: Context,
  tx: Db,
  competition: string,
  proposal: string,
  id: string,
): Promise<void> {
  const row = await attachmentOf(context, tx, competition, proposal, id);
  await checkOpen(context, tx, competition, proposal, row.kind);
  if (row.removedAt !== null) return;
  const { attachment } = context.store.t;
  await tx.update(attachment).set({ removedAt: context.now() }).where(eq(attachment.id, id));
}

/** @throws ContractError not_found */
export async function attachmentOf(
  context: Context,
  db: Db,
  competition: string,
  proposal: string,
  id: string,
): Promise<AttachmentRow> {
  const rows = await attachmentRows(context, db, proposal);
  const row = rows.find((one) => one.id === id && one.competition === competition);
  if (!row) throw new ContractError('not_found');
  return row;
}

/** Whether an attachment belongs to the version that counts, which sponsor and supervisor see. */
export async function isCounted(
  context: Context,
  db: Db,
  proposal: ProposalRow,
  row: AttachmentRow,
): Promise<boolean> {
  const version = await submittedVersion(context, db, proposal);
  return version !== null && countedPapers([row], version).length > 0;
}
