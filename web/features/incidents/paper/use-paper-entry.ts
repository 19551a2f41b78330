import { computed, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import type { Receipt } from '../../../../shared/contract/common.ts';
import type { Static } from 'typebox';
import type { FieldFault } from '../../../../shared/contract/errors.ts';
import { paperSheets } from '../../../../shared/contract/paper-sheets.ts';
import type { Criterion } from '../../../../shared/contract/settings.ts';
import { call, newOperationId } from '../../../api/client.ts';
import { errorText } from '../../../api/error-text.ts';
import type { ErrorText } from '../../../api/error-text.ts';
import { useAction } from '../../../api/use-action.ts';
import { t } from '../../../locales/index.ts';
import { later } from '../two-persons.ts';
import { controlOf, differing, keyingFaults, marksOf, nothingTyped } from './keying.ts';
import type { Typed } from './keying.ts';

/** Keyed once; where so set keyed again by somebody else, without seeing the first; read back; done. */
export type PaperStep = 'key' | 'again' | 'read' | 'done';

/** One sheet from the paper to the server. What was typed stays until the sheet is in. */
export interface PaperEntry {
  judge: Ref<string>;
  proposal: Ref<string>;
  step: Ref<PaperStep>;
  first: Ref<Typed>;
  second: Ref<Typed>;
  comment: Ref<string>;
  reader: Ref<string>;
  secret: Ref<string>;
  faults: Ref<readonly FieldFault[]>;
  /** Criteria on which the two keyings differ. */
  differs: Ref<readonly string[]>;
  receipt: Ref<Static<typeof Receipt> | null>;
  fault: ComputedRef<ErrorText | null>;
  running: Ref<boolean>;
  onward: () => Promise<void>;
  back: () => void;
  /** A clean desk for the next sheet; the project stays chosen. */
  next: () => void;
}

export function usePaperEntry(
  competition: string,
  facts: { criteria: () => readonly Criterion[]; twice: () => boolean },
): PaperEntry {
  const params = { competition };
  const judge = ref('');
  const proposal = ref('');
  const step = ref<PaperStep>('key');
  const first = ref<Typed>(nothingTyped);
  const second = ref<Typed>(nothingTyped);
  const comment = ref('');
  const reader = ref('');
  const secret = ref('');
  const faults = ref<readonly FieldFault[]>([]);
  const differs = ref<readonly string[]>([]);
  const receipt = ref<Static<typeof Receipt> | null>(null);
  let operation = newOperationId();
  /** Number of the act that waits to be read back, once the sheet itself is in. */
  let entered: number | null = null;

  const words = () => ({ control: t('incidents.paper.needControl'), mark: t('incidents.paper.needMark') });

  const sending = useAction(async () => {
    entered ??= await enter();
    if (reader.value !== later)
      await call(paperSheets.readBack, {
        params: { ...params, entry: String(entered) },
        body: {
          operation: newOperationId(),
          reader: { approver: reader.value, secret: secret.value },
        },
      });
    step.value = 'done';
  });

  async function enter(): Promise<number> {
    const body = {
      operation,
      judge: judge.value,
      proposal: proposal.value,
      control: controlOf(first.value),
      marks: marksOf(first.value),
      comment: comment.value.trim(),
      again: facts.twice() ? marksOf(second.value) : null,
    };
    try {
      const reply = await call(paperSheets.enter, { params, body });
      receipt.value = reply.receipt;
      return reply.entry;
    } catch (error) {
      // Corrected and sent once more it is another act; an answer that was lost would repeat this one.
      if (errorText(error).fields.length > 0) operation = newOperationId();
      throw error;
    }
  }

  function check(): boolean {
    faults.value = keyingFaults(facts.criteria(), first.value, words());
    return faults.value.length === 0;
  }

  /** The second keying is held against the first; where they differ both look at the paper again. */
  function compare(): void {
    differs.value = differing(facts.criteria(), first.value, second.value);
    if (differs.value.length === 0 && check()) step.value = 'read';
  }

  async function onward(): Promise<void> {
    if (step.value === 'key' && check()) step.value = facts.twice() ? 'again' : 'read';
    else if (step.value === 'again') compare();
    else if (step.value === 'read') {
      await sending.run();
      secret.value = '';
    }
  }

  function next(): void {
    step.value = 'key';
    first.value = nothingTyped;
    second.value = nothingTyped;
    comment.value = '';
    judge.value = '';
    secret.value = '';
    faults.value = [];
    differs.value = [];
    receipt.value = null;
    entered = null;
    operation = newOperationId();
  }

  return {
    judge,
    proposal,
    step,
    first,
    second,
    comment,
    reader,
    secret,
    faults,
    differs,
    receipt,
    fault: computed(() => (sending.error.value === null ? null : errorText(sending.error.value))),
    running: sending.running,
    onward,
    back: () => {
      sending.error.value = null;
      step.value = 'key';
    },
    next,
  };
}
