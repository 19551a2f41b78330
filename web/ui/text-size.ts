import { readonly, ref } from 'vue';

/** Steps of 大字 in percent; every size on screen is in rem and follows. */
export const TEXT_SIZES = ['100', '125', '150', '175'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const STORAGE_KEY = 'gongping.text-size';
const current = ref<TextSize>('100');

/** The text size now in force on this device. */
export const textSize = readonly(current);

/** Puts a text size in force and remembers it on this device. Private windows forget it, which is no fault. */
export function setTextSize(size: TextSize): void {
  const classes = document.documentElement.classList;
  for (const step of TEXT_SIZES) classes.toggle(`text-${step}`, step === size && size !== '100');
  current.value = size;
  try {
    localStorage.setItem(STORAGE_KEY, size);
  } catch {
    // The size holds for this page all the same.
  }
}

/** Puts the remembered text size in force; called once when the application starts. */
export function restoreTextSize(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(STORAGE_KEY);
  } catch {
    // No storage: the ordinary size.
  }
  setTextSize(TEXT_SIZES.find((size) => size === kept) ?? '100');
}
