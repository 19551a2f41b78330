import { mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import type { RankShift, RuleChangeEffect } from '../../../../shared/contract/rule-changes.ts';
import { loadLocale } from '../../../locales/index.ts';
import { mountWithDraft, smallCompetition } from '../mount-with-draft.ts';
import { smallSettings } from '../small-settings.ts';
import TabPanel from '../TabPanel.vue';
import SettingsGroup from '../SettingsGroup.vue';
import ChangePreview from './ChangePreview.vue';
import RankShifts from './RankShifts.vue';

beforeAll(async () => {
  await Promise.all(['rules', 'quality', 'results', 'organizer'].map(loadLocale));
});
let page: VueWrapper;
afterEach(() => page.unmount());

const shift = (order: number, from: number | null, to: number | null): RankShift => ({
  proposal: `p${order}`,
  order,
  title: `项目${order}`,
  before: { rank: from, score: from === null ? null : '80.5' },
  after: { rank: to, score: to === null ? null : '81' },
});

describe('ranks under both rules', () => {
  const ranks = [shift(7, 1, 1), shift(3, 2, 4), shift(5, 3, 2), shift(9, null, 3)];

  test('sentence and table say the same as the chart', () => {
    page = mount(RankShifts, { props: { ranks, unlocked: 2, version: 2 } });
    expect(page.text()).toContain('3 个项目的名次会变：3 号、5 号、9 号。');
    expect(page.text()).toContain('还有 2 个项目的评分表没有锁定');
    const rows = page.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text()));
    expect(rows).toEqual([
      ['1', '80.50', '1', '81.00', '不变'],
      ['2', '80.50', '4', '81.00', '降 2 名'],
      ['3', '80.50', '2', '81.00', '升 1 名'],
      ['–', '–', '3', '81.00', '有一版不排名'],
    ]);
  });

  test('nothing locked → said, no chart', () => {
    page = mount(RankShifts, { props: { ranks: [], unlocked: 4, version: 2 } });
    expect([page.text().includes('还没有哪一场锁定'), page.find('svg').exists()]).toEqual([true, false]);
  });
});

describe('before a change is made', () => {
  beforeEach(() => setActivePinia(createPinia()));
  const effect: RuleChangeEffect = {
    kind: 'corrected',
    version: 2,
    lines: ['“需求”的满分由20分改为25分。'],
    sentenceBefore: '旧规则。',
    sentenceAfter: '新规则。',
    touched: { applicants: 12, drafts: 3, submitted: 9, judges: 15, sheets: 0 },
    ranks: [],
    unlocked: 0,
  };
  const open = (kind: RuleChangeEffect['kind']) => {
    const { rubric, scoring } = smallSettings();
    page = mount(ChangePreview, {
      props: {
        competition: smallCompetition({ stage: 'call', publishedAt: 1, rulesVersion: 1 }),
        parts: { rubric, scoring },
        foreseen: { effect: { ...effect, kind }, preview: { at: 0, token: 'x'.repeat(43) } },
        officers: [
          { account: 'u7', name: '监督员', username: 'u7', roles: ['supervisor'], canApprove: true },
        ],
      },
    });
  };

  test('no sheet yet → whom it touches, both rules, a reason, one person', () => {
    open('corrected');
    for (const said of [
      '第 2 版',
      '满分由20分改为25分',
      '申报主体 12 家',
      '已提交的申报书 9 份',
      '旧规则。',
      '新规则。',
    ])
      expect(page.text()).toContain(said);
    expect([page.find('#change-reason').exists(), page.find('#approval-secret').exists()]).toEqual([
      true,
      false,
    ]);
    expect(page.text()).toContain('发布更正公告，启用第 2 版');
  });

  test('a sheet is in → ranks and the second person', () => {
    open('changed');
    expect(page.find('#approval-secret').exists()).toBe(true);
    expect(page.text()).toContain('名次会怎么变');
    expect(page.text()).toContain('两人确认，启用第 2 版');
  });

  test('without a reason → pressed, it says what is missing', async () => {
    open('corrected');
    await page.findAll('button').at(-1)?.trigger('click');
    expect(page.text()).toContain('请写明更正的原因');
  });
});

test('a published competition under correction → rubric and rules can be written, money cannot', async () => {
  const group = (tab: 'rules' | 'money') =>
    h(TabPanel, { tab }, () => h(SettingsGroup, { title: tab }, () => 'fields'));
  const Tabs = defineComponent(() => () => [group('rules'), group('money')]);
  const opened = await mountWithDraft(Tabs, undefined, smallCompetition({ stage: 'call', publishedAt: 1 }));
  page = opened.page;
  const disabled = () => page.findAll('fieldset').map((one) => one.attributes('disabled') !== undefined);
  expect(disabled()).toEqual([true, true]);
  opened.draft.correcting.value = true;
  await nextTick();
  expect(disabled()).toEqual([false, true]);
  opened.draft.box.settings.scoring.quorum = 9;
  opened.draft.endCorrection();
  await nextTick();
  expect([opened.draft.dirty.value, ...disabled()]).toEqual([false, true, true]);
});
