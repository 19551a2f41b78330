import { expect, test } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useTypedText } from './use-typed-text.ts';

function amount(start: number) {
  const model = ref(start);
  const field = effectScope().run(() =>
    useTypedText<number>(model, () => 'pool', {
      parse: (text) => (/^\d+$/.test(text) ? Number(text) : null),
      format: String,
      message: () => 'not a number',
    }),
  );
  if (field === undefined) throw new Error('scope has ended');
  return { model, ...field };
}

test('readable text → the value follows', async () => {
  const { model, text, error } = amount(1);
  text.value = '25';
  await nextTick();
  expect(model.value).toBe(25);
  expect(error.value).toBeUndefined();
});

test('unreadable text → value as it was, text stays, message', async () => {
  const { model, text, error } = amount(1);
  text.value = '2x';
  await nextTick();
  expect(model.value).toBe(1);
  expect(text.value).toBe('2x');
  expect(error.value).toBe('not a number');
});

test('value changed from outside → the text follows; the same value leaves the text as typed', async () => {
  const { model, text } = amount(1);
  text.value = '007';
  await nextTick();
  expect(text.value).toBe('007');
  model.value = 8;
  await nextTick();
  expect(text.value).toBe('8');
});
