import { computed, type ComputedRef } from 'vue';
import { useMedia } from '../media.ts';
import { textSize } from '../text-size.ts';

/** Side by side; one above the other; one thing per screen. The page root carries it as `is-land` and so on. */
export type JudgeLayout = 'land' | 'port' | 'single';

/** One thing per screen under 600 px (a phone, a tablet at 200 % zoom) and from 1.5 × text on; upright under 900 px. */
export function useJudgeLayout(): ComputedRef<JudgeLayout> {
  const narrow = useMedia('(max-width: 599px)');
  const upright = useMedia('(max-width: 899px)');
  return computed(() => {
    if (narrow.value || textSize.value === '150' || textSize.value === '175') return 'single';
    return upright.value ? 'port' : 'land';
  });
}
