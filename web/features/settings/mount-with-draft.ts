import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { defineComponent, h } from 'vue';
import type { Component } from 'vue';
import type { Competition } from '../../../shared/contract/competitions.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { loadLocale } from '../../locales/index.ts';
import { useSession } from '../../stores/session.ts';
import { smallSettings } from './small-settings.ts';
import { provideSettingsDraft } from './use-settings-draft.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

/** For tests: a competition as its sponsor sees it, a draft unless changed. */
export function smallCompetition(change: Partial<Competition> = {}): Competition {
  return {
    id: 'c1',
    stage: 'draft',
    revision: 1,
    settings: smallSettings(),
    rulesVersion: 0,
    rulesSentence: '',
    publishedAt: null,
    serverTime: 0,
    ...change,
  };
}

/** For tests: a part of the settings editor with the draft it edits, opened by a sponsor. */
export async function mountWithDraft(
  part: Component,
  change: (settings: Settings) => void = () => undefined,
  competition: Competition = smallCompetition(),
): Promise<{ page: VueWrapper; draft: SettingsDraft }> {
  setActivePinia(createPinia());
  await Promise.all([loadLocale('organizer'), loadLocale('rules')]);
  useSession().accept({
    account: { id: 'u1', kind: 'officer', name: '主办方经办人甲', hasApprovalSecret: false },
    competitions: [{ id: competition.id, name: '大赛', roles: ['sponsor'] }],
    device: null,
  });
  change(competition.settings);
  let draft: SettingsDraft | undefined;
  const page = mount(
    defineComponent({
      setup() {
        draft = provideSettingsDraft(competition);
        return () => h(part);
      },
    }),
    { attachTo: document.body, global: { stubs: { RouterLink: true } } },
  );
  if (draft === undefined) throw new Error('no draft was made');
  return { page, draft };
}
