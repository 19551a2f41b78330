import { expect, it } from 'vitest';
import type { JudgingBook, SheetStatus } from '../../shared/contract/judging.ts';
import { emptySheet } from './book.ts';
import { heldHere } from './held.ts';
import type { Act, Operation, Progress } from './operation.ts';

const book = (...statuses: SheetStatus[]): JudgingBook => ({
  competition: 'c',
  epoch: 'e1',
  judge: { id: 'j', name: '', seat: 1 },
  criteria: [],
  sessions: [],
  lockedSessions: [],
  defenses: [],
  sheets: statuses.map((status, index) => ({
    ...emptySheet(`p${index + 1}`),
    status,
    revision: status === 'none' ? 0 : 3,
  })),
  stage: {} as JudgingBook['stage'],
});
const own = (kind: 'save' | 'submit', proposal: string, progress: Progress, seq = 1): Operation => {
  const act: Act = { kind, proposal, marks: {}, comment: '' };
  return {
    id: `op${seq}`,
    seq,
    competition: 'c',
    judge: 'j',
    act,
    base: 3,
    after: null,
    sent: true,
    madeAt: 0,
    progress,
  };
};
const waiting: Progress = { state: 'waiting', known: null };
const confirming: Progress = {
  state: 'waiting',
  known: { epoch: 'e0', revision: 3, at: 0, sheet: null },
};

it('submitted and locked sheets of the book count, drafts do not', () => {
  expect(heldHere(book('submitted', 'locked', 'draft', 'none', 'recused'), [])).toEqual({
    sheets: 2,
    waiting: 0,
  });
});

it('submit still on its way → counted, and waiting; a save on its way → waiting only', () => {
  const queue = [own('submit', 'p1', waiting), own('save', 'p2', waiting, 2)];
  expect(heldHere(book('draft', 'draft'), queue)).toEqual({ sheets: 1, waiting: 2 });
});

it('submit being confirmed with a server that forgot it → counted here; with one that has it → once', () => {
  expect(heldHere(book('none'), [own('submit', 'p1', confirming)])).toEqual({ sheets: 1, waiting: 1 });
  expect(heldHere(book('submitted'), [own('submit', 'p1', confirming)])).toEqual({ sheets: 1, waiting: 1 });
});

it('submit the server sent back → not counted', () => {
  const returned = own('submit', 'p1', { state: 'returned', code: 'locked', message: '' });
  expect(heldHere(book('draft'), [returned])).toEqual({ sheets: 0, waiting: 0 });
});

it('no book yet → nothing', () => {
  expect(heldHere(undefined, [])).toEqual({ sheets: 0, waiting: 0 });
});
