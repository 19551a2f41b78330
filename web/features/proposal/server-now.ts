import { onScopeDispose, ref } from 'vue';
import type { Ref } from 'vue';

const tick = 10_000;

/**
 * The server's clock, renewed every ten seconds. The device's own clock may be wrong; only its steady one is used.
 * @param serverTime ms, as heard just now
 */
export function useServerNow(serverTime: number): Readonly<Ref<number>> {
  const offset = serverTime - performance.now();
  const read = () => Math.round(offset + performance.now());
  const now = ref(read());
  const timer = setInterval(() => (now.value = read()), tick);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
