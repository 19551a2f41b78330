import { describe, expect, it } from 'vitest';
import { backoff } from './backoff.ts';
import { emptySheet } from './book.ts';
import type { Operation } from './operation.ts';
import { saveState } from './save-state.ts';

const waiting = (id: string, proposal: string): Operation => ({
  id,
  seq: 1,
  competition: 'c',
  judge: 'j',
  act: { kind: 'save', proposal, marks: {}, comment: '' },
  base: 0,
  after: null,
  sent: false,
  madeAt: 0,
  progress: { state: 'waiting', known: null },
});
const facts = { queue: [], writeFailed: false, reachable: true, acknowledgedAt: 1000 };

describe('saveState', () => {
  it('nothing waits → on the server, with the time of the acknowledgement', () => {
    expect(saveState(facts)).toEqual({ kind: 'server', at: 1000 });
  });

  it('something waits and the server answers → being saved', () => {
    expect(saveState({ ...facts, queue: [waiting('a', 'p1')] })).toEqual({ kind: 'saving' });
  });

  it('server silent → on this tablet, counted by sheets', () => {
    const queue = [waiting('a', 'p1'), waiting('b', 'p1'), waiting('c', 'p2')];
    expect(saveState({ ...facts, queue, reachable: false })).toEqual({ kind: 'tablet', waiting: 2 });
  });

  it('server sent a sheet back → held on this tablet, never called saved', () => {
    const returned: Operation = {
      ...waiting('a', 'p1'),
      progress: { state: 'returned', code: 'wrong_state', message: '' },
    };
    expect(saveState({ ...facts, queue: [returned] })).toEqual({ kind: 'held', count: 1 });
  });

  it('server does not take a sheet yet → held, whatever waits behind it; another sheet on its way → being saved', () => {
    const early: Operation = {
      ...waiting('a', 'p1'),
      progress: { state: 'waiting', known: null, early: '' },
    };
    const queue = [early, { ...waiting('b', 'p1'), after: 'a' }];
    expect(saveState({ ...facts, queue })).toEqual({ kind: 'held', count: 1 });
    expect(saveState({ ...facts, queue: [...queue, waiting('c', 'p2')] })).toEqual({ kind: 'saving' });
    expect(saveState({ ...facts, queue, reachable: false })).toEqual({ kind: 'tablet', waiting: 1 });
  });

  it('submit waits behind a save in conflict → held until the judge has chosen, not being saved', () => {
    const disputed: Operation = {
      ...waiting('a', 'p1'),
      progress: { state: 'conflict', server: emptySheet('p1') },
    };
    const queue = [disputed, { ...waiting('b', 'p1'), after: 'a' }];
    expect(saveState({ ...facts, queue })).toEqual({ kind: 'held', count: 1 });
  });

  it('only a sign-in waits → no sheet does', () => {
    const signIn: Operation = { ...waiting('s', ''), act: { kind: 'sign-in', code: '0417' } };
    expect(saveState({ ...facts, queue: [signIn] })).toEqual({ kind: 'server', at: 1000 });
  });

  it('own storage failed → not saved, whatever else holds', () => {
    expect(saveState({ ...facts, writeFailed: true, reachable: false })).toEqual({ kind: 'not-saved' });
  });
});

describe('backoff', () => {
  it('failures in a row → 1, 2, 4, 8, then 15 s', () => {
    expect([1, 2, 3, 4, 5, 6].map(backoff)).toEqual([1000, 2000, 4000, 8000, 15000, 15000]);
  });
});
