import { expect, test } from 'vitest';
import type { Judge, Recusal } from '../../../shared/contract/judges.ts';
import { recusalMatrix } from './matrix.ts';

const judge = (id: string, seat: number): Judge => ({
  id,
  revision: 1,
  profile: { name: id, party: 'expert', seat, community: null, expertise: [], unit: '', head: false },
});
const recusal = (judgeId: string, proposal: string, kind: Recusal['kind']): Recusal => ({
  id: `${judgeId}-${proposal}-${kind}`,
  judge: judgeId,
  proposal,
  kind,
  grounds: ['other'],
  source: 'organizer',
  detail: '',
  at: 0,
});
const judges = [judge('j2', 2), judge('j1', 1)];
const proposals = ['p1', 'p2', 'p3'];

test('no recusals → every judge scores every project, rows in seat order', () => {
  const { rows, valid } = recusalMatrix(judges, proposals, []);
  expect(rows.map((row) => [row.judge.id, row.scores, row.advised])).toEqual([
    ['j1', 3, false],
    ['j2', 3, false],
  ]);
  expect(valid).toEqual([2, 2, 2]);
});

test('recusal and disclosure → only the recusal takes the judge off', () => {
  const { rows, valid } = recusalMatrix(judges, proposals, [
    recusal('j1', 'p1', 'must'),
    recusal('j1', 'p2', 'disclose'),
  ]);
  expect(rows[0]?.cells.map((cell) => cell?.kind ?? null)).toEqual(['must', 'disclose', null]);
  expect(valid).toEqual([1, 2, 2]);
});

test('disclosure and recusal about the same project → the recusal counts, whichever came first', () => {
  const both = [recusal('j1', 'p1', 'must'), recusal('j1', 'p1', 'disclose')];
  for (const list of [both, [...both].reverse()])
    expect(recusalMatrix(judges, proposals, list).rows[0]?.cells[0]?.kind).toBe('must');
});

test('judge left with one of three → advised not to score; with exactly half → not', () => {
  const off = [recusal('j1', 'p1', 'must'), recusal('j1', 'p2', 'must')];
  expect(recusalMatrix(judges, proposals, off).rows[0]?.advised).toBe(true);
  expect(recusalMatrix(judges, ['p1', 'p2', 'p3', 'p4'], off).rows[0]?.advised).toBe(false);
});

test('recusal about a project that is not shown → no effect', () => {
  expect(recusalMatrix(judges, proposals, [recusal('j1', 'p9', 'must')]).valid).toEqual([2, 2, 2]);
});
