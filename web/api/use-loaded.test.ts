import { expect, test } from 'vitest';
import { useAction } from './use-action.ts';
import { useLoaded } from './use-loaded.ts';

/** A request whose answer the test gives. */
function answerable<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
const settled = () => new Promise((next) => setTimeout(next));

test('loading → value once the answer is there', async () => {
  const request = answerable<string>();
  const loaded = useLoaded(() => request.promise);
  expect([loaded.loading.value, loaded.value.value]).toEqual([true, null]);
  request.resolve('a');
  await settled();
  expect([loaded.loading.value, loaded.value.value, loaded.error.value]).toEqual([false, 'a', null]);
});

test('loading again fails → the error, and the value shown before stays', async () => {
  const fault = new Error('offline');
  const answers = [() => Promise.resolve('a'), () => Promise.reject(fault)];
  const loaded = useLoaded(() => answers.shift()?.() ?? Promise.resolve('b'));
  await settled();
  await loaded.reload();
  expect([loaded.value.value, loaded.error.value]).toEqual(['a', fault]);
  await loaded.reload();
  expect([loaded.value.value, loaded.error.value]).toEqual(['b', null]);
});

test('two loads overlap → the later one counts, also when the earlier one answers last', async () => {
  const [first, second] = [answerable<string>(), answerable<string>()];
  const requests = [first, second];
  const loaded = useLoaded(() => requests.shift()?.promise ?? Promise.resolve(''));
  const again = loaded.reload();
  second.resolve('new');
  await again;
  first.resolve('old');
  await settled();
  expect([loaded.value.value, loaded.loading.value]).toEqual(['new', false]);
});

test('act runs → a second press does nothing until it has ended', async () => {
  const request = answerable<string>();
  let pressed = 0;
  const action = useAction(() => {
    pressed += 1;
    return request.promise;
  });
  const first = action.run();
  expect([action.running.value, await action.run()]).toEqual([true, false]);
  request.resolve('done');
  expect([await first, action.running.value, pressed]).toEqual([true, false, 1]);
});

test('act fails → the error, gone as soon as it runs once more', async () => {
  const fault = new Error('refused');
  const answers = [() => Promise.reject(fault)];
  const action = useAction(() => answers.shift()?.() ?? Promise.resolve());
  expect([await action.run(), action.error.value]).toEqual([false, fault]);
  expect([await action.run(), action.error.value]).toEqual([true, null]);
});
