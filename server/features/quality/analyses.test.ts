import { expect, test } from 'vitest';
import type { Analysis } from '../../../shared/contract/quality.ts';
import type { AnalysisInput } from '../../../shared/quality/analyse.ts';
import { rememberAnalyses, within } from './analyses.ts';

const input = (cut: number): AnalysisInput => ({
  scorebook: {
    format: 'scorebook/1',
    criteria: [],
    judges: [],
    entries: [],
    sheets: [],
    rules: { unit: 'sheet', combine: 'mean' },
  },
  checksum: 'c',
  cut,
  parties: [],
});

/** Computes nothing; says when it was asked and answers when it is told to. */
function slowly() {
  const asked: { cut: number; answer(): void; fail(): void }[] = [];
  const analyse = rememberAnalyses(
    ({ cut }) =>
      new Promise<Analysis>((resolve, reject) => {
        asked.push({
          cut,
          answer: () => resolve({ fullMark: String(cut) } as Analysis),
          fail: () => reject(new Error('ended')),
        });
      }),
  );
  return { asked, analyse };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the same question twice → computed once', async () => {
  const { asked, analyse } = slowly();
  const answers = [analyse(input(1)), analyse(input(1))];
  await settled();
  expect(asked).toHaveLength(1);
  asked[0]?.answer();
  expect((await Promise.all(answers)).map(({ fullMark }) => fullMark)).toEqual(['1', '1']);
});

test('another question meanwhile → begun when the first has ended', async () => {
  const { asked, analyse } = slowly();
  void analyse(input(1));
  const second = analyse(input(2));
  await settled();
  expect(asked.map(({ cut }) => cut)).toEqual([1]);
  asked[0]?.answer();
  await settled();
  asked[1]?.answer();
  expect((await second).fullMark).toBe('2');
});

test('a failure → told, forgotten, and the next goes on', async () => {
  const { asked, analyse } = slowly();
  const first = analyse(input(1));
  const second = analyse(input(2));
  await settled();
  asked[0]?.fail();
  await expect(first).rejects.toThrow('ended');
  await settled();
  asked[1]?.answer();
  await second;
  void analyse(input(1));
  await settled();
  expect(asked.map(({ cut }) => cut)).toEqual([1, 2, 1]);
});

test('within the time → the value; later → null', async () => {
  expect(await within(10_000, Promise.resolve(7))).toBe(7);
  expect(await within(1, new Promise<number>(() => undefined))).toBeNull();
});
