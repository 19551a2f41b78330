import { nextTick, watch } from 'vue';
import type { Ref } from 'vue';

/** Scrolls a box so that its part named by the selector stands in the middle, at first and after each change. */
export function keepInView(
  box: Readonly<Ref<HTMLElement | null>>,
  selector: string,
  changed: () => unknown,
): void {
  watch(
    changed,
    async () => {
      await nextTick();
      const part = box.value?.querySelector<HTMLElement>(selector);
      if (box.value && part) box.value.scrollTop = part.offsetTop - box.value.clientHeight / 2;
    },
    { immediate: true },
  );
}
