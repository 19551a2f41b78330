import { inject, onScopeDispose, ref, watch } from 'vue';
import type { InjectionKey, Ref } from 'vue';

/** Where fields say that no value can be made of their text, by field id. */
export type UnreadableFields = Map<string, string>;
export const unreadableFields: InjectionKey<UnreadableFields> = Symbol('unreadable fields');

export interface TypedText<T> {
  /** Null when no value can be made of the text. */
  parse: (text: string) => T | null;
  format: (value: T) => string;
  /** What to say then. */
  message: () => string;
}

/**
 * Text of a box for a value of another type. The value follows every readable text; unreadable text stays in the
 * box, the value stays as it was, and the form around hears of it.
 */
export function useTypedText<T>(model: Ref<T>, id: () => string, { parse, format, message }: TypedText<T>) {
  const collector = inject(unreadableFields, null);
  const text = ref(format(model.value));
  const error = ref<string>();

  watch(model, (value) => {
    if (parse(text.value) !== value) text.value = format(value);
  });
  watch(text, (typed) => {
    const value = parse(typed);
    error.value = value === null ? message() : undefined;
    if (value === null) collector?.set(id(), message());
    else {
      collector?.delete(id());
      model.value = value;
    }
  });
  onScopeDispose(() => collector?.delete(id()));

  return { text, error };
}
