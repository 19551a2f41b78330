import { createI18n } from 'vue-i18n';
import { compileText } from './compile-text.ts';
import common from './zh-CN/common.json';

/**
 * Texts stand in `<locale>/<area>.json`; a file holds what lies below its own name, so that
 * `{"home": {"title": "…"}}` in public.json is `t('public.home.title')`. In a text `{name}` is a value.
 */
type Messages = Record<string, unknown>;

const files = import.meta.glob<Messages>(['./*/*.json', '!./*/common.json'], { import: 'default' });

export const i18n = createI18n({
  legacy: false,
  messageCompiler: compileText,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { common } },
});

const loaded = new Set<string>();

/** Loads the texts of an area in the present language, and in Chinese where that language has none. */
export async function loadLocale(area: string): Promise<void> {
  const { locale, fallbackLocale } = i18n.global;
  await Promise.all([locale.value, String(fallbackLocale.value)].map((name) => loadFile(name, area)));
}

async function loadFile(locale: string, area: string): Promise<void> {
  const path = `./${locale}/${area}.json`;
  const file = files[path];
  if (file === undefined || loaded.has(path)) return;
  const messages = await file();
  i18n.global.mergeLocaleMessage(locale, { [area]: messages });
  loaded.add(path);
}
