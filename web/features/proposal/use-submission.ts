import { ref } from 'vue';
import { ContractError } from '../../../shared/contract/errors.ts';
import { proposals } from '../../../shared/contract/proposals.ts';
import type { Proposal } from '../../../shared/contract/proposals.ts';
import { call, NetworkError, newOperationId } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { keepSubmission, readSubmission } from './device-draft.ts';
import type { DeviceSubmission } from './device-draft.ts';
import type { ProposalDraft } from './draft-context.ts';

/**
 * Submits the proposal in hand, once: the operation is kept on the device until the server has answered, so that a
 * retry, even after a reload, is the same act and gets the same receipt.
 */
export function useSubmission(draft: ProposalDraft) {
  const { id } = draft.proposal.value;
  const params = { competition: draft.competition.id, proposal: id };
  /** There was no way to the server. */
  const isOffline = ref(false);
  /** Somebody saved meanwhile; what they wrote is merged and wants to be read. */
  const isStale = ref(false);
  /** An earlier submission never got its answer. */
  const isUnanswered = ref(false);

  const read = (): Promise<DeviceSubmission | null> => readSubmission(id).catch(() => null);
  let kept: DeviceSubmission | null = null;
  const ready = read().then((found) => {
    kept = found;
    isUnanswered.value = found !== null && found.receipt === null;
  });

  /** Another text is another act. */
  function submissionOf(base: number): DeviceSubmission {
    if (kept && kept.receipt === null && kept.base === base) return kept;
    return { proposal: id, operation: newOperationId(), base, receipt: null };
  }

  const act = useAction(async () => {
    isOffline.value = false;
    isStale.value = false;
    await ready;
    if (!(await draft.flush())) {
      if (draft.view.value.refusal) throw new ContractError('invalid_input', draft.view.value.refusal);
      throw new NetworkError();
    }
    kept = submissionOf(draft.base());
    await keepSubmission(kept).catch(() => undefined);
    const { operation, base } = kept;
    const receipt = await call(proposals.submit, { params, body: { operation, base } });
    kept = { ...kept, receipt };
    isUnanswered.value = false;
    await keepSubmission(kept).catch(() => undefined);
    await draft.reload();
  });

  async function run(): Promise<boolean> {
    if (await act.run()) return true;
    const error = act.error.value;
    isOffline.value = error instanceof NetworkError;
    isUnanswered.value = isOffline.value && kept !== null && kept.receipt === null;
    if (error instanceof ContractError && error.code === 'stale_revision') {
      isStale.value = true;
      await draft.takeOver(error.current as Proposal);
    }
    return false;
  }

  return { run, running: act.running, error: act.error, isOffline, isStale, isUnanswered };
}
