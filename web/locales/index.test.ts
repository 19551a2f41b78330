import { expect, test } from 'vitest';
import { i18n, loadLocale } from './index.ts';

const { t } = i18n.global;

test('text with values → filled in, one that is not given leaves nothing', () => {
  expect(t('common.title', { page: '登录' })).toBe('登录 · 公评');
  expect(t('common.title')).toBe(' · 公评');
});

test('signs that mean something to other compilers → said as they stand', () => {
  i18n.global.mergeLocaleMessage('zh-CN', { probe: { signs: 'a@b | {n} {not closed %' } });
  expect(t('probe.signs', { n: 0 })).toBe('a@b | 0 {not closed %');
});

test('area → its texts are there once it is loaded, those of others stay', async () => {
  expect(t('public.notFound.title')).toBe('public.notFound.title');
  await loadLocale('public');
  expect(t('public.notFound.title')).toBe('没有这一页');
  expect(t('common.brand')).toBe('公评');
});

test('area without a file → nothing happens', async () => {
  await expect(loadLocale('nowhere')).resolves.toBeUndefined();
});
