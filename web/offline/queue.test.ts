import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../shared/contract/judging.ts';
import { conflicts, redraft, settleSheet } from './conflict.ts';
import type { Act, Acknowledgement, Draft, Operation } from './operation.ts';
import type { Queue } from './queue.ts';
import { add, markSent, needsSignIn, nextToSend } from './queue.ts';
import { reopen } from './reopen.ts';
import { applyReply, wentBack } from './reply.ts';
import { sheetNow } from './sheet-now.ts';

const draft = (id: string, act: Act, over: Partial<Draft> = {}): Draft => ({
  id,
  competition: 'c',
  judge: 'j',
  act,
  base: 0,
  after: null,
  madeAt: 0,
  ...over,
});
const save = (need: string): Act => ({ kind: 'save', proposal: 'p7', marks: { need }, comment: '' });
const submit = (need: string): Act => ({ kind: 'submit', proposal: 'p7', marks: { need }, comment: '' });
const signIn = (code: string): Act => ({ kind: 'sign-in', code });

/** Adds the drafts one on top of the other, as one open page does. */
function queueOf(...drafts: Draft[]): Queue {
  return drafts.reduce<Queue>((queue, one, index) => {
    const last = queue[queue.length - 1] ?? null;
    return add(queue, { ...one, after: last?.id ?? one.after }, index + 1, last);
  }, []);
}

const acknowledged = (revision: number, epoch = 'e1'): { kind: 'acknowledged'; reply: Acknowledgement } => ({
  kind: 'acknowledged',
  reply: { epoch, revision, at: 1000, sheet: null },
});
const onServer = (revision: number, need: string): Sheet => ({
  proposal: 'p7',
  revision,
  status: 'draft',
  marks: { need },
  comment: '',
  total: '',
  savedAt: null,
  receipt: null,
  returned: null,
});
const ids = (queue: Queue): string[] => queue.map(({ id }) => id);
const find = (queue: Queue, id: string): Operation | undefined => queue.find((one) => one.id === id);

describe('add', () => {
  it('second save before the first was sent → one operation on the same base', () => {
    const queue = queueOf(draft('a', save('1'), { base: 4 }), draft('b', save('2'), { base: 4 }));
    expect(queue.map(({ id, base, after }) => ({ id, base, after }))).toEqual([
      { id: 'b', base: 4, after: null },
    ]);
  });

  it('second save after the first was sent → both stay, the second behind the first', () => {
    const first = markSent(queueOf(draft('a', save('1'))), 'a');
    const queue = add(first, draft('b', save('2'), { after: 'a' }), 2, first[0] ?? null);
    expect(ids(queue)).toEqual(['a', 'b']);
    expect(find(queue, 'b')?.after).toBe('a');
  });

  it('save on top of an unsent submit → the submit stays', () => {
    expect(ids(queueOf(draft('a', submit('1')), draft('b', save('2'))))).toEqual(['a', 'b']);
  });

  it('save from a second page that did not see the first → both stay, on the bases they saw', () => {
    const queue = add(queueOf(draft('a', save('1'))), draft('b', save('2'), { base: 0 }), 2, null);
    expect(queue.map(({ id, after }) => [id, after])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('on top of an operation acknowledged meanwhile → based on its revision', () => {
    const [first] = queueOf(draft('a', save('1')));
    const done: Operation = {
      ...(first as Operation),
      progress: { state: 'acknowledged', reply: acknowledged(5).reply },
    };
    expect(add([], draft('b', save('2'), { after: 'a' }), 2, done)[0]).toMatchObject({
      base: 5,
      after: null,
    });
  });

  it('on top of a conflict → held until the judge has chosen', () => {
    const sent = markSent(queueOf(draft('a', save('1'))), 'a');
    const disputed = applyReply(sent, 'a', { kind: 'stale', server: onServer(1, '9') });
    const queue = add(disputed, draft('b', save('2'), { after: 'a' }), 2, disputed[0] ?? null);
    expect(nextToSend(queue)).toBeNull();
    expect(conflicts(queue)[0]?.mine.marks).toEqual({ need: '2' });
  });

  it('submit behind a save in conflict → the sheet is in question, with the newest marks; a recusal is not', () => {
    let queue = markSent(queueOf(draft('a', save('1'))), 'a');
    queue = add(queue, draft('b', submit('2'), { after: 'a' }), 2, queue[0] ?? null);
    queue = applyReply(queue, 'a', { kind: 'stale', server: onServer(1, '9') });
    const now = sheetNow(onServer(0, ''), queue);
    expect([now.pending?.id, now.marks, now.head.after]).toEqual(['a', { need: '2' }, 'b']);
    const recusal: Act = { kind: 'recuse', proposal: 'p7', reason: '' };
    queue = add(queue, draft('c', recusal, { after: 'b' }), 3, queue[1] ?? null);
    expect(sheetNow(onServer(0, ''), queue).pending?.id).toBe('c');
  });
});

describe('nextToSend', () => {
  it('operation behind one in conflict → is not sent', () => {
    let queue = markSent(queueOf(draft('a', save('1'))), 'a');
    queue = add(queue, draft('b', save('2'), { after: 'a' }), 2, queue[0] ?? null);
    queue = applyReply(queue, 'a', { kind: 'stale', server: onServer(1, '9') });
    expect(nextToSend(queue)).toBeNull();
  });

  it('sign-in made later than the marks → goes first', () => {
    const queue = add(queueOf(draft('a', save('1'))), draft('s', signIn('1234')), 2, null);
    expect(nextToSend(queue)?.id).toBe('s');
  });

  it('code refused → nothing is sent until it has been typed again', () => {
    let queue = add(queueOf(draft('a', save('1'))), draft('s', signIn('1234')), 2, null);
    queue = applyReply(queue, 's', { kind: 'refused', code: 'wrong_credentials', message: '' });
    expect(needsSignIn(queue)).toBe(true);
    expect(nextToSend(queue)).toBeNull();
    queue = add(queue, draft('t', signIn('4321')), 3, null);
    expect(needsSignIn(queue)).toBe(false);
    expect(nextToSend(queue)?.id).toBe('t');
    expect(ids(queue)).toEqual(['a', 't']);
  });
});

describe('applyReply', () => {
  it('reply to an operation that is settled already → changes nothing', () => {
    const queue = settleSheet(queueOf(draft('a', save('1'))), 'p7');
    expect(applyReply(queue, 'a', acknowledged(1))).toBe(queue);
  });

  it('save refused → the next one stands in for it on the same base', () => {
    let queue = markSent(queueOf(draft('a', save('1'), { base: 3 })), 'a');
    queue = add(queue, draft('b', save('2'), { after: 'a' }), 2, queue[0] ?? null);
    queue = applyReply(queue, 'a', { kind: 'refused', code: 'invalid_input', message: '' });
    expect(nextToSend(queue)).toMatchObject({ id: 'b', base: 3, after: null });
    queue = applyReply(queue, 'b', acknowledged(4));
    expect(queue.map(({ progress }) => progress.state)).toEqual(['settled', 'acknowledged']);
  });

  it('submit refused, then a save accepted → the judge still has to hear about the submit', () => {
    let queue = markSent(queueOf(draft('a', submit('1'))), 'a');
    queue = applyReply(queue, 'a', { kind: 'refused', code: 'wrong_state', message: '' });
    queue = add(queue, draft('b', save('2'), { after: 'a' }), 2, queue[0] ?? null);
    queue = applyReply(queue, 'b', acknowledged(1));
    expect(find(queue, 'a')?.progress.state).toBe('returned');
  });

  it('recusal accepted → a conflict on the same sheet is pointless', () => {
    let queue = markSent(queueOf(draft('a', save('1'))), 'a');
    queue = applyReply(queue, 'a', { kind: 'stale', server: onServer(1, '9') });
    queue = add(queue, draft('r', { kind: 'recuse', proposal: 'p7', reason: '曾任其顾问' }), 2, null);
    expect(nextToSend(queue)?.id).toBe('r');
    queue = applyReply(queue, 'r', acknowledged(2));
    expect(conflicts(queue)).toEqual([]);
  });

  it('no answer → everything stands as it stood', () => {
    const queue = markSent(queueOf(draft('a', save('1'))), 'a');
    expect(applyReply(queue, 'a', { kind: 'unreachable' })).toBe(queue);
  });
});

describe('wentBack', () => {
  const [based] = queueOf(draft('a', save('1'), { base: 5 }));

  it('stale answer below the revision the server had given → the server has gone back, no conflict', () => {
    expect(wentBack(based as Operation, { kind: 'stale', server: onServer(3, '0') })).toBe(true);
  });

  it('stale answer above it → somebody else wrote', () => {
    expect(wentBack(based as Operation, { kind: 'stale', server: onServer(6, '0') })).toBe(false);
  });
});

describe('redraft', () => {
  it('own version chosen after a submit met a newer revision → submitted on top of it', () => {
    let queue = markSent(queueOf(draft('a', submit('1'))), 'a');
    queue = applyReply(queue, 'a', { kind: 'stale', server: onServer(6, '9') });
    const [conflict] = conflicts(queue);
    expect(conflict && redraft(queue, conflict, { id: 'b', madeAt: 1 })).toEqual(
      draft('b', submit('1'), { base: 6, madeAt: 1 }),
    );
  });
});

describe('reopen', () => {
  const done = (id: string, act: Act, seq: number, epoch: string): Operation => ({
    ...draft(id, act),
    seq,
    sent: true,
    progress: { state: 'acknowledged', reply: acknowledged(seq, epoch).reply },
  });

  it('new epoch → what older epochs acknowledged waits again, of the sign-ins only the last', () => {
    const operations = [
      done('s', signIn('1111'), 1, 'e1'),
      done('t', signIn('2222'), 2, 'e1'),
      done('a', save('1'), 3, 'e1'),
      done('b', save('2'), 4, 'e2'),
    ];
    expect(reopen(operations, 'e2').map(({ progress }) => progress.state)).toEqual([
      'acknowledged',
      'waiting',
      'waiting',
      'acknowledged',
    ]);
  });

  it('confirming while the server stands where it stood → the sheet shows what the server holds', () => {
    const queue = reopen([done('a', save('1'), 3, 'e1')], 'e2');
    expect(sheetNow(onServer(3, '1'), queue)).toMatchObject({
      pending: null,
      head: { base: 3, after: null },
    });
    expect(sheetNow(onServer(7, '9'), queue).marks).toEqual({ need: '9' });
  });

  it('server put back below what it acknowledged → the sheet keeps showing the judge’s marks', () => {
    const queue = reopen([done('a', save('1'), 3, 'e1')], 'e2');
    expect(sheetNow(onServer(2, '0'), queue)).toMatchObject({ marks: { need: '1' }, head: { after: 'a' } });
  });
});
