import { ref, shallowRef } from 'vue';
import { limits } from '../../../../shared/contract/limits.ts';
import { proposals } from '../../../../shared/contract/proposals.ts';
import type { Attachment } from '../../../../shared/contract/proposals.ts';
import { call, newOperationId, upload } from '../../../api/client.ts';
import type { ProposalDraft } from '../draft-context.ts';
import { isAccepted } from './paper-kinds.ts';
import type { PaperKind } from './paper-kinds.ts';

/** A file on its way; after a failure it waits here to be sent again, as the same operation. */
export interface Sending {
  operation: string;
  file: File;
  kind: PaperKind;
  /** The paper it takes the place of, once it has arrived. */
  replaces: string | null;
  /** Share of the bytes that have left, 0…1. */
  share: number;
  error: unknown;
}

/** Why a chosen file is not even sent. */
export type Unfit = 'type' | 'size' | 'empty';

export const unfitness = (file: Pick<File, 'name' | 'size'>): Unfit | null => {
  if (!isAccepted(file.name)) return 'type';
  if (file.size > limits.attachmentBytes) return 'size';
  return file.size === 0 ? 'empty' : null;
};

/** Sends, replaces and takes out the papers of one kind. */
export function usePapers(draft: ProposalDraft, kind: PaperKind) {
  const sending = shallowRef<Sending | null>(null);
  const unfit = ref<Unfit | null>(null);
  const params = { competition: draft.competition.id, proposal: draft.proposal.value.id };

  const papers = (list: readonly Attachment[]) =>
    (draft.proposal.value = { ...draft.proposal.value, attachments: [...list] });

  async function choose(file: File, replaces: string | null): Promise<void> {
    unfit.value = unfitness(file);
    if (unfit.value) return;
    sending.value = { operation: newOperationId(), file, kind, replaces, share: 0, error: null };
    await send();
  }

  async function send(): Promise<void> {
    const task = sending.value;
    if (!task) return;
    const show = (change: Partial<Sending>) => (sending.value = { ...task, ...change });
    show({ share: 0, error: null });
    try {
      const query = { operation: task.operation, kind };
      const paper = await upload(proposals.attach, { params, query }, task.file, (share) => show({ share }));
      papers([...draft.proposal.value.attachments.filter(({ id }) => id !== paper.id), paper]);
      if (task.replaces) await takeOut(task.replaces);
      sending.value = null;
    } catch (error) {
      show({ error });
    }
  }

  /** @throws ContractError, NetworkError */
  async function takeOut(id: string): Promise<void> {
    await call(proposals.detach, { params: { ...params, attachment: id } });
    papers(draft.proposal.value.attachments.filter((one) => one.id !== id));
  }

  return { sending, unfit, choose, send, takeOut, giveUp: () => (sending.value = null) };
}
