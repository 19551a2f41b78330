import { addTexts, language } from './texts.ts';
import type { Language, Texts } from './texts.ts';
import common from './zh-CN/common.json';

export { hasText, language, t, textLines } from './texts.ts';

/**
 * Texts stand in `<language>/<area>.json`; a file holds what lies below its own name, so that
 * `{"home": {"title": "…"}}` in public.json is `t('public.home.title')`.
 */
const files = import.meta.glob<Texts>(['./*/*.json', '!./*/common.json'], { import: 'default' });

addTexts('zh-CN', 'common', common);

const loaded = new Set<string>();

/** Loads the texts of an area in the present language, and in Chinese where that language has none. */
export async function loadLocale(area: string): Promise<void> {
  await Promise.all([language.value, 'zh-CN' as const].map((name) => loadFile(name, area)));
}

async function loadFile(name: Language, area: string): Promise<void> {
  const path = `./${name}/${area}.json`;
  const file = files[path];
  if (file === undefined || loaded.has(path)) return;
  addTexts(name, area, await file());
  loaded.add(path);
}
