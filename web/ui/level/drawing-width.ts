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
    const drawing = box.value;
    if (!drawing) return;
    // To Chromium 86 the size of a drawing is that of what is drawn: it is asked for its box, and what holds it is watched.
    watcher = new ResizeObserver(() => {
      pixels.value = drawing.getBoundingClientRect().width;
    });
    watcher.observe(drawing);
    if (drawing.parentElement) watcher.observe(drawing.parentElement);
  });
  onScopeDispose(() => watcher?.disconnect());
  return computed(() => {
    const remPixels = 16 * (Number(textSize.value) / 100);
    return pixels.value > 0 ? Math.round((pixels.value / remPixels) * perRem) : usual;
  });
}
