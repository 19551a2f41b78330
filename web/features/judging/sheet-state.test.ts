import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../shared/contract/judging.ts';
import { emptySheet } from '../../offline/book.ts';
import type { Act, Operation, Progress } from '../../offline/operation.ts';
import { sheetNow } from '../../offline/sheet-now.ts';
import { isSubmitted, sheetState } from './sheet-state.ts';

const defense = {
  proposal: 'p7',
  order: 7,
  session: 'am',
  title: '邻里厨房',
  applicantName: '社区互助队',
  withdrawn: false,
};
const sheet = (over: Partial<Sheet> = {}): Sheet => ({ ...emptySheet('p7'), ...over });
const own = (act: Act, progress: Progress = { state: 'waiting', known: null }): Operation => ({
  id: 'a',
  seq: 1,
  competition: 'c',
  judge: 'j',
  act,
  base: 0,
  after: null,
  sent: true,
  madeAt: 0,
  progress,
});
const marks = { need: '18' };
const save: Act = { kind: 'save', proposal: 'p7', marks, comment: '' };
const submit: Act = { kind: 'submit', proposal: 'p7', marks, comment: '' };

const stateOf = (server: Sheet, operation?: Operation, locked = false) =>
  sheetState(defense, sheetNow(server, operation ? [operation] : []), locked);

describe('sheetState', () => {
  it('untouched, then a mark on this tablet only → none, draft', () => {
    expect(stateOf(sheet())).toBe('none');
    expect(stateOf(sheet(), own(save))).toBe('draft');
  });

  it('submitted on this tablet, not yet on the server → submitted', () => {
    expect(stateOf(sheet({ status: 'draft', marks }), own(submit))).toBe('submitted');
  });

  it('submit returned by the server → returned, not submitted', () => {
    const returned = own(submit, { state: 'returned', code: 'invalid_input', message: '' });
    expect(stateOf(sheet(), returned)).toBe('returned');
    expect(isSubmitted(sheetNow(sheet(), [returned]))).toBe(false);
  });

  it('server says not yet (project not called) → still a draft to score', () => {
    expect(stateOf(sheet(), own(save, { state: 'waiting', known: null, early: '' }))).toBe('draft');
  });

  it('locked and returned by the staff → reopened; corrected on this tablet → submitted; over → locked again', () => {
    const returned = { until: 1000, reason: '打错了一项' };
    const locked = sheet({ status: 'locked', marks, returned });
    expect(stateOf(locked, undefined, true)).toBe('reopened');
    expect(stateOf(locked, own(submit), true)).toBe('submitted');
    expect(stateOf({ ...locked, returned: null }, undefined, true)).toBe('locked');
    const late = own(submit, { state: 'returned', code: 'locked', message: '' });
    expect(stateOf({ ...locked, returned: null }, late, true)).toBe('returned');
  });

  it('recorded as absent and returned → can be given after all', () => {
    const returned = { until: 1000, reason: '误记为未评' };
    expect(stateOf(sheet({ status: 'absent', returned }), undefined, true)).toBe('reopened');
  });

  it('session signed → locked, whatever the sheet was', () => {
    expect(stateOf(sheet({ status: 'submitted', marks }), undefined, true)).toBe('locked');
    expect(stateOf(sheet(), undefined, true)).toBe('locked');
  });

  it('session signed while a change was on its way → the judge still hears what became of it', () => {
    const returned = own(submit, { state: 'returned', code: 'locked', message: '' });
    expect(stateOf(sheet({ status: 'locked', marks }), returned, true)).toBe('returned');
  });

  it('recused here a moment ago → recused', () => {
    expect(stateOf(sheet({ marks }), own({ kind: 'recuse', proposal: 'p7', reason: '任职' }))).toBe(
      'recused',
    );
  });

  it('project withdrawn → nothing to score, whatever was begun', () => {
    const now = sheetNow(sheet({ status: 'draft', marks }), []);
    expect(sheetState({ ...defense, withdrawn: true }, now, false)).toBe('withdrawn');
  });
});
