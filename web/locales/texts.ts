import { ref, shallowReactive } from 'vue';

/**
 * The texts of the interface. `{name}` in a text stands for a value, everything else for itself: plurals, links and
 * lists of a translation library have no use in Chinese, and every judge's tablet would have to load them.
 */
export type Language = 'zh-CN' | 'en';
export type Texts = Readonly<Record<string, unknown>>;

/** The language of the page; what it has no text for is said in Chinese. */
export const language = ref<Language>('zh-CN');

const texts = {
  'zh-CN': shallowReactive<Record<string, Texts>>({}),
  en: shallowReactive<Record<string, Texts>>({}),
};

/** Adds the texts of an area, in place of those it had. */
export function addTexts(of: Language, area: string, its: Texts): void {
  texts[of][area] = its;
}

function find(key: string): unknown {
  return inLanguage(language.value, key) ?? inLanguage('zh-CN', key);
}

const inLanguage = (of: Language, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Texts)[part] : undefined),
      texts[of],
    );

/** The text of a key, its values filled in; the key itself where there is none, so that a gap is seen. */
export function t(key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const text = find(key);
  if (typeof text !== 'string') return key;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Whether a key has a text. */
export const hasText = (key: string): boolean => typeof find(key) === 'string';

/** The lines of a key that holds a list. */
export function textLines(key: string): readonly string[] {
  const lines = find(key);
  return Array.isArray(lines) ? lines.map(String) : [];
}
