import { ref } from 'vue';
import type { Additions } from '../../../shared/contract/additions.ts';
import { newOperationId } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';

/** The second person who checks a list, and sending it: a refusal in words, a new operation after it. */
export function useRecording(
  send: (operation: string, approval: { approver: string; secret: string }) => Promise<Additions>,
) {
  const approver = ref<string | null>(null);
  const secret = ref('');
  const fault = ref('');
  const busy = ref(false);
  let operation = newOperationId();

  /** The list as it was recorded; null where it was refused. */
  async function record(): Promise<Additions | null> {
    busy.value = true;
    fault.value = '';
    try {
      const recorded = await send(operation, { approver: approver.value ?? '', secret: secret.value });
      secret.value = '';
      return recorded;
    } catch (error) {
      const { what, next, fields } = errorText(error);
      fault.value = [what, ...fields.map(({ message }) => message), next].join(' ');
      return null;
    } finally {
      operation = newOperationId();
      busy.value = false;
    }
  }
  return { approver, secret, fault, busy, record };
}
