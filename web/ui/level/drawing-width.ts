import { computed, onMounted, onScopeDispose, ref, type ComputedRef, type Ref } from 'vue';
import { textSize } from '../text-size.ts';

/**
 * How many units wide a drawing is, so that its text keeps the size of the text around it on a phone and in 大字:
 * the drawing gets wider or narrower, never larger or smaller.
 * @param box the drawing
 * @param usual width in units until the drawing has been laid out
 * @param perRem units that make 1 rem
 */
export function useDrawingWidth(
  box: Readonly<Ref<Element | null>>,
  usual: number,
  perRem: number,
): ComputedRef<number> {
  const pixels = ref(0);
  let watcher: ResizeObserver | undefined;
  onMounted(() => {
    if (!box.value) return;
    watcher = new ResizeObserver(([entry]) => {
      pixels.value = entry?.contentRect.width ?? 0;
    });
    watcher.observe(box.value);
  });
  onScopeDispose(() => watcher?.disconnect());
  return computed(() => {
    const remPixels = 16 * (Number(textSize.value) / 100);
    return pixels.value > 0 ? Math.round((pixels.value / remPixels) * perRem) : usual;
  });
}
