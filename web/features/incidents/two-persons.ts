import type { Static } from 'typebox';
import { computed, ref, shallowRef } from 'vue';
import type { ComputedRef, Ref, ShallowRef } from 'vue';
import type { Done, Effect, Preview } from '../../../shared/contract/incidents.ts';
import type { Approval } from '../../../shared/contract/results.ts';
import { newOperationId } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import type { ErrorText } from '../../api/error-text.ts';
import { useAction } from '../../api/use-action.ts';

type SecondPerson = Static<typeof Approval>;

/** The two calls of an act that takes two people. */
export interface TwoPersonCalls<Change> {
  preview: (change: Change) => Promise<{ effect: Effect; preview: Preview }>;
  carryOut: (body: {
    operation: string;
    change: Change;
    preview: Preview;
    approval: SecondPerson | null;
  }) => Promise<Static<typeof Done>>;
}

/** 事由 → 影响 → 双人确认, then that it is done. */
export const wizardSteps = ['what', 'effect', 'confirm'] as const;
export type WizardStep = (typeof wizardSteps)[number] | 'done';

/** Nobody stands by: the act holds and is countersigned later. */
export const later = 'later';

export interface TwoPersons<Change> {
  step: Ref<WizardStep>;
  effect: Readonly<ShallowRef<Effect | null>>;
  done: Readonly<ShallowRef<Static<typeof Done> | null>>;
  /** Account of the second person, or `later`; null: not said yet. */
  approver: Ref<string | null>;
  secret: Ref<string>;
  running: ComputedRef<boolean>;
  fault: ComputedRef<ErrorText | null>;
  /** Asks the server what the change would do, and goes on to show it. */
  preview: (change: Change) => Promise<void>;
  carryOut: () => Promise<void>;
  back: () => void;
}

/** Leads through an act of two people: what is carried out is what was shown, or the server refuses. */
export function useTwoPersons<Change>(calls: TwoPersonCalls<Change>): TwoPersons<Change> {
  const step = ref<WizardStep>('what');
  const shown = shallowRef<{ change: Change; effect: Effect; preview: Preview } | null>(null);
  const done = shallowRef<Static<typeof Done> | null>(null);
  const approver = ref<string | null>(null);
  const secret = ref('');
  let operation = newOperationId();

  const previewing = useAction(async (change: Change) => {
    shown.value = { change, ...(await calls.preview(change)) };
    step.value = 'effect';
  });
  const carrying = useAction(async () => {
    if (shown.value === null || approver.value === null) return;
    const { change, preview } = shown.value;
    const approval = approver.value === later ? null : { approver: approver.value, secret: secret.value };
    try {
      done.value = await calls.carryOut({ operation, change, preview, approval });
      step.value = 'done';
    } catch (error) {
      // What is sent next, with another secret or after another preview, is another act.
      operation = newOperationId();
      throw error;
    }
  });

  return {
    step,
    effect: computed(() => shown.value?.effect ?? null),
    done,
    approver,
    secret,
    running: computed(() => previewing.running.value || carrying.running.value),
    fault: computed(() => {
      const error = previewing.error.value ?? carrying.error.value;
      return error === null ? null : errorText(error);
    }),
    preview: async (change) => {
      carrying.error.value = null;
      await previewing.run(change);
    },
    carryOut: async () => {
      await carrying.run();
      secret.value = '';
    },
    back: () => {
      carrying.error.value = null;
      step.value = step.value === 'confirm' ? 'effect' : 'what';
    },
  };
}
