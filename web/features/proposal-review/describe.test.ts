import { expect, test } from 'vitest';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import type { sectionIds } from '../../../shared/proposals/section.ts';
import { smallSettings } from '../settings/small-settings.ts';
import { describeSection } from './describe.ts';

const settings = smallSettings();
const content = {
  ...emptyContent('社区助餐'),
  track: 'k1',
  community: 'gone',
  from: '2026-11',
  to: '2027-08',
  activities: [
    { from: '2026-11', to: '', title: '走访', detail: '' },
    { from: '', to: '', title: '试送', detail: '两周' },
  ],
  minimum: 1_600_000,
};
const lines = (id: (typeof sectionIds)[number]) => describeSection(id, content, settings);

test('basics → names for ids, the period as one line, nothing for an id that is gone', () => {
  expect(lines('basics').map(({ label, text }) => [label, text])).toEqual([
    ['title', '社区助餐'],
    ['track', '便民服务'],
    ['community', ''],
    ['period', '2026-11 — 2027-08'],
    ['summary', ''],
  ]);
});

test('rows → numbered, blank parts left out', () => {
  expect(lines('plan').slice(0, 2)).toEqual([
    { label: 'activity', no: 1, text: '2026-11 · 走访' },
    { label: 'activity', no: 2, text: '试送 · 两周' },
  ]);
});

test('least amount → yuan, and nothing where none was said', () => {
  expect(lines('budget')).toEqual([{ label: 'minimum', text: '16,000' }]);
  expect(describeSection('budget', { ...content, minimum: null }, settings)).toEqual([
    { label: 'minimum', text: '' },
  ]);
});

test('papers → no lines of their own', () => {
  expect([lines('attachments'), lines('seal')]).toEqual([[], []]);
});
