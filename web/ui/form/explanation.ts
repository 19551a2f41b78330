import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** Why something pressed did nothing: shown until the next press anywhere, or until it is hidden. */
export interface Explanation {
  /** The reason as a sentence; empty while none is shown. */
  readonly text: Readonly<Ref<string>>;
  readonly explain: (reason: string) => void;
  readonly hide: () => void;
}

/** One explanation of a part. It does not rest on focus: on an iPad a pressed button takes none. */
export function useExplanation(): Explanation {
  const text = ref('');
  const hide = () => {
    text.value = '';
    document.removeEventListener('pointerdown', hide, true);
  };
  const explain = (reason: string) => {
    text.value = reason;
    document.addEventListener('pointerdown', hide, true);
  };
  onScopeDispose(hide);
  return { text: readonly(text), explain, hide };
}
