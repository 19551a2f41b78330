import { expect, test } from 'vitest';
import type { Section, SectionStatus } from '../../../shared/proposals/completeness.ts';
import { nextTask } from './next-task.ts';

const list = (...states: SectionStatus[]): Section[] =>
  (['basics', 'need', 'plan', 'team'] as const).map((id, i) => ({
    id,
    name: id,
    status: states[i] ?? 'done',
    faults: [],
    due: 'submission',
  }));

test('from the task list → the first that is not done', () => {
  expect(nextTask(list('done', 'problem', 'none', 'done'))?.id).toBe('need');
});

test('from a task → the next one after it, then around the end', () => {
  const open = list('none', 'done', 'doing', 'done');
  expect([nextTask(open, 'basics')?.id, nextTask(open, 'plan')?.id]).toEqual(['plan', 'basics']);
});

test('only the present task is open, or none → nothing next', () => {
  expect([nextTask(list('done', 'none', 'done', 'done'), 'need'), nextTask(list())]).toEqual([null, null]);
});
