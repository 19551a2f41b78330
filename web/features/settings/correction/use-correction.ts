import { computed, shallowRef } from 'vue';
import type { Competition } from '../../../../shared/contract/competitions.ts';
import { people } from '../../../../shared/contract/people.ts';
import type { Officer } from '../../../../shared/contract/people.ts';
import type { Reply } from '../../../../shared/contract/route.ts';
import { ruleChanges } from '../../../../shared/contract/rule-changes.ts';
import type { RuleParts } from '../../../../shared/contract/rule-changes.ts';
import { call } from '../../../api/client.ts';
import { useAction } from '../../../api/use-action.ts';
import { loadLocale } from '../../../locales/index.ts';
import { useSession } from '../../../stores/session.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** A change that is being looked at before it is made. */
export interface LookedAt {
  parts: RuleParts;
  foreseen: Reply<typeof ruleChanges.preview>;
  officers: readonly Officer[];
}

/** Correcting the published rubric and rules: who may, what it would do, and what follows once it is done. */
export function useCorrection(draft: SettingsDraft) {
  const session = useSession();
  const looked = shallowRef<LookedAt | null>(null);

  const mayCorrect = computed(
    () =>
      draft.base.value.publishedAt !== null &&
      draft.base.value.stage !== 'decided' &&
      session.may(draft.base.value.id, ruleChanges.apply),
  );

  const preview = useAction(async () => {
    const { rubric, scoring } = JSON.parse(JSON.stringify(draft.box.settings)) as RuleParts;
    const parts = { rubric, scoring };
    const params = { competition: draft.base.value.id };
    const [foreseen, officers] = await Promise.all([
      call(ruleChanges.preview, { params, body: { base: draft.base.value.revision, parts } }),
      call(people.list, { params }),
      loadLocale('results'),
      loadLocale('quality'),
    ]);
    looked.value = { parts, foreseen, officers };
  });

  function applied(next: Competition): void {
    looked.value = null;
    draft.correcting.value = false;
    draft.takeOver(next);
  }

  return { looked, mayCorrect, preview, applied };
}
