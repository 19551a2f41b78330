import { expect, test } from 'vitest';
import { computed } from 'vue';
import { hasText, language, loadLocale, t, textLines } from './index.ts';
import { addTexts } from './texts.ts';

test('text with values → filled in, one that is not given leaves nothing', () => {
  expect(t('common.title', { page: '登录' })).toBe('登录 · 公评');
  expect(t('common.title')).toBe(' · 公评');
});

test('signs that mean something to other compilers → said as they stand', () => {
  addTexts('zh-CN', 'probe', { signs: 'a@b | {n} {not closed %', lines: ['一', '二'] });
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

test('list and text → each has its own question', () => {
  addTexts('zh-CN', 'probe', { lines: ['一', '二'], text: '三' });
  expect([textLines('probe.lines'), textLines('probe.text'), textLines('probe.none')]).toEqual([
    ['一', '二'],
    [],
    [],
  ]);
  expect([hasText('probe.lines'), hasText('probe.text'), hasText('probe.none')]).toEqual([
    false,
    true,
    false,
  ]);
});

test('language with a text of its own → that one, else Chinese; the page follows', async () => {
  addTexts('zh-CN', 'probe', { both: '甲', zh: '乙' });
  addTexts('en', 'probe', { both: 'A' });
  const shown = computed(() => [t('probe.both'), t('probe.zh')]);
  expect(shown.value).toEqual(['甲', '乙']);
  language.value = 'en';
  expect(shown.value).toEqual(['A', '乙']);
  language.value = 'zh-CN';
});
