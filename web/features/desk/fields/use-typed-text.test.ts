import { expect, test } from 'vitest';
import { createApp, effectScope, nextTick, ref } from 'vue';
import { unreadableFields, useTypedText } from './use-typed-text.ts';

/** A box for a whole number inside a form that listens. */
function amount(start: number) {
  const model = ref(start);
  const heard = new Map<string, string>();
  const scope = effectScope();
  const field = createApp({})
    .provide(unreadableFields, heard)
    .runWithContext(() =>
      scope.run(() =>
        useTypedText<number>(model, () => 'pool', {
          parse: (text) => (/^\d+$/.test(text) ? Number(text) : null),
          format: String,
          message: () => 'not a number',
        }),
      ),
    );
  if (field === undefined) throw new Error('scope has ended');
  return { model, heard, scope, ...field };
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

test('form around → hears of unreadable text until it is mended or the field is gone', async () => {
  const { text, heard, scope } = amount(1);
  text.value = 'x';
  await nextTick();
  expect([...heard]).toEqual([['pool', 'not a number']]);
  text.value = '3';
  await nextTick();
  expect(heard.size).toBe(0);
  text.value = 'y';
  await nextTick();
  scope.stop();
  expect(heard.size).toBe(0);
});
