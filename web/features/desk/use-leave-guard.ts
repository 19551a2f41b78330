import { onBeforeUnmount, onMounted, ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/**
 * Keeps unsaved input from being lost: the page asks before it is left, the browser asks before it is closed.
 * `asking` is true while the person has to answer; `answer(true)` lets them go.
 */
export function useLeaveGuard(unsaved: () => boolean) {
  const asking = ref(false);
  let resolve: ((leave: boolean) => void) | null = null;

  onBeforeRouteLeave(() => {
    if (!unsaved()) return true;
    asking.value = true;
    return new Promise<boolean>((answered) => {
      resolve = answered;
    });
  });

  function answer(leave: boolean): void {
    asking.value = false;
    resolve?.(leave);
    resolve = null;
  }

  function onClose(event: BeforeUnloadEvent): void {
    if (unsaved()) event.preventDefault();
  }
  onMounted(() => window.addEventListener('beforeunload', onClose));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', onClose));

  return { asking, answer };
}
