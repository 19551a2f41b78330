import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JudgingBook } from '../../shared/contract/judging.ts';
import { sheetOf } from './book.ts';
import { conflicts } from './conflict.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import {
  judgesWithOpen,
  keepBook,
  keepEpoch,
  openOperations,
  record,
  resolveConflict,
  takeNext,
  takeReply,
} from './journal.ts';
import type { Draft, Operation } from './operation.ts';
import { ServerModel } from './queue-model.ts';
import type { Outcome } from './reply.ts';
import type { Sender } from './sender.ts';
import { startSender } from './sender.ts';
import { sheetNow } from './sheet-now.ts';

let db: Database;
let name = 0;
let senders: Sender[] = [];

beforeEach(async () => {
  name += 1;
  db = await openDatabase(`device-${name}`);
});
afterEach(() => {
  for (const sender of senders) sender.stop();
  senders = [];
  db.close();
});

const bookOf = (server: ServerModel, judge = 'j'): JudgingBook => ({
  competition: 'c',
  epoch: String(server.epoch),
  judge: { id: judge, name: '实务专家甲', seat: 3 },
  criteria: [{ id: 'need', name: '需求', min: '0', max: '20', step: '1', guidance: [], levels: [] }],
  sessions: [],
  lockedSessions: [],
  defenses: [],
  sheets: ['p1', 'p2'].map((proposal) => server.sheet(proposal)),
  stage: {} as JudgingBook['stage'],
});

let count = 0;
async function score(
  proposal: string,
  need: string,
  kind: 'save' | 'submit' = 'save',
  judge = 'j',
): Promise<void> {
  const book = await db.get('books', judge);
  if (book === undefined) throw new Error('no book');
  const { head } = sheetNow(sheetOf(book, proposal), await openOperations(db, judge));
  count += 1;
  const draft: Draft = {
    id: `op${count}`,
    competition: 'c',
    judge,
    act: { kind, proposal, marks: { need }, comment: '' },
    madeAt: count,
    ...head,
  };
  await record(db, draft);
}

type Network = (operation: Operation) => Outcome;

function connect(server: ServerModel, network: Network, judge = 'j'): Sender {
  const sender = startSender({
    take: (passedOver) => takeNext(db, judge, passedOver),
    deliver: (operation) => {
      const outcome = network(operation);
      return Promise.resolve({
        outcome,
        epoch: outcome.kind === 'unreachable' ? null : String(server.epoch),
      });
    },
    hear: (epoch) => keepEpoch(db, epoch),
    settle: (operation, outcome) => takeReply(db, operation, outcome),
    pause: (_, signal) =>
      new Promise((resolve) => {
        setTimeout(resolve, 2);
        signal.addEventListener('abort', () => resolve());
      }),
  });
  senders.push(sender);
  return sender;
}

const reliable =
  (server: ServerModel): Network =>
  (operation) =>
    server.handle(operation);

async function sent(judge = 'j'): Promise<void> {
  for (;;) {
    const open = await openOperations(db, judge);
    if (open.every(({ progress }) => progress.state !== 'waiting')) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

describe('the outbox on a device', () => {
  it('marks made while the server is silent → all there when it answers, the book shows what it holds', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    let silent = true;
    const sender = connect(server, (operation) =>
      silent ? { kind: 'unreachable' } : reliable(server)(operation),
    );
    await score('p1', '17');
    await score('p1', '18');
    await score('p2', '9', 'submit');
    silent = false;
    sender.wake();
    await sent();
    expect(server.contents()).toEqual({ p1: '18', p2: '9' });
    const book = await db.get('books', 'j');
    expect(
      book?.sheets.map(({ proposal, status, marks }) => [proposal, status, marks['need']]).sort(),
    ).toEqual([
      ['p1', 'draft', '18'],
      ['p2', 'submitted', '9'],
    ]);
  });

  it('every other reply lost → one revision for each operation', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    let calls = 0;
    connect(server, (operation) => {
      calls += 1;
      const outcome = reliable(server)(operation);
      return calls % 2 === 0 ? outcome : { kind: 'unreachable' };
    });
    for (const mark of ['1', '2', '3', '4']) {
      await score('p1', mark);
      await sent();
    }
    expect(server.sheet('p1').revision).toBe(4);
    expect(calls).toBe(8);
  });

  it('page opened again with unsent marks → they are on the screen and go out', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    await score('p1', '12');
    db.close();
    db = await openDatabase(`device-${name}`);
    const book = await db.get('books', 'j');
    const queue = await openOperations(db, 'j');
    expect(book && sheetNow(sheetOf(book, 'p1'), queue).marks).toEqual({ need: '12' });
    connect(server, reliable(server));
    await sent();
    expect(server.contents()).toEqual({ p1: '12' });
  });

  it('two judges on one tablet → each journal is its own, and both are sent', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server, 'a'));
    await keepBook(db, bookOf(server, 'b'));
    await score('p1', '11', 'save', 'a');
    await score('p2', '15', 'submit', 'b');
    expect(await judgesWithOpen(db)).toEqual(['a', 'b']);
    expect((await openOperations(db, 'b')).map(({ act }) => act.kind)).toEqual(['submit']);
    connect(server, reliable(server), 'a');
    connect(server, reliable(server), 'b');
    await Promise.all([sent('a'), sent('b')]);
    expect(server.contents()).toEqual({ p1: '11', p2: '15' });
    expect(await judgesWithOpen(db)).toEqual([]);
  });

  it('sheet changed on another tablet → both versions stand until the judge has chosen', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    server.writeElsewhere('p1', '5');
    await score('p1', '17', 'submit');
    connect(server, reliable(server));
    await sent();
    const [conflict] = conflicts(await openOperations(db, 'j'));
    expect(conflict?.mine.marks).toEqual({ need: '17' });
    expect(conflict?.server.marks).toEqual({ need: 'elsewhere 5' });
    expect(server.contents()).toEqual({ p1: 'elsewhere 5' });
    if (conflict !== undefined) await resolveConflict(db, 'j', conflict, 'mine', { id: 'chosen', madeAt: 1 });
    await sent();
    expect(server.contents()).toEqual({ p1: '17' });
    expect(server.submittedIds()).toEqual(['chosen']);
  });

  it('server put back to its copy without a word → a stale answer shows it, and all is sent again', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    connect(server, reliable(server));
    await score('p1', '10');
    await sent();
    server.backUp();
    await score('p1', '11');
    await score('p2', '12', 'submit');
    await sent();
    server.restore();
    await score('p1', '13');
    await sent();
    expect(server.contents()).toEqual({ p1: '13', p2: '12' });
    expect(conflicts(await openOperations(db, 'j'))).toEqual([]);
  });

  it('server started anew with everything in place → the same answers, nothing written twice', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    connect(server, reliable(server));
    await score('p1', '10');
    await score('p2', '12', 'submit');
    await sent();
    server.backUp();
    server.restore();
    await keepBook(db, bookOf(server));
    expect((await openOperations(db, 'j')).length).toBe(2);
    await sent();
    expect([server.sheet('p1').revision, server.sheet('p2').revision]).toEqual([1, 1]);
  });

  it('judge’s session gone → everything waits, and goes out after the code', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    let signedIn = false;
    connect(server, (operation) => {
      if (operation.act.kind === 'sign-in') {
        signedIn = true;
        return { kind: 'acknowledged', reply: { epoch: '1', revision: 0, at: 0, sheet: null } };
      }
      return signedIn ? reliable(server)(operation) : { kind: 'signed-out' };
    });
    await score('p1', '10');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.contents()).toEqual({});
    expect((await openOperations(db, 'j')).length).toBe(1);
    await record(db, {
      id: 'sign',
      competition: 'c',
      judge: 'j',
      act: { kind: 'sign-in', code: '0417' },
      base: 0,
      after: null,
      madeAt: 1,
    });
    await sent();
    expect(server.contents()).toEqual({ p1: '10' });
  });

  it('new epoch heard by one judge → what the other had acknowledged on this tablet goes out again too', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server, 'a'));
    await keepBook(db, bookOf(server, 'b'));
    server.backUp();
    const senders = [connect(server, reliable(server), 'a'), connect(server, reliable(server), 'b')];
    await score('p1', '11', 'submit', 'a');
    await score('p2', '15', 'submit', 'b');
    await Promise.all([sent('a'), sent('b')]);
    server.restore();
    expect(server.contents()).toEqual({});
    expect(await keepEpoch(db, String(server.epoch))).toBe(true);
    expect(await keepEpoch(db, String(server.epoch))).toBe(false);
    for (const sender of senders) sender.wake();
    await Promise.all([sent('a'), sent('b')]);
    expect(server.contents()).toEqual({ p1: '11', p2: '15' });
  });

  it('answer of the server before, overtaken by the new epoch → not relied upon, sent again', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    await score('p1', '17', 'submit');
    const operation = await takeNext(db, 'j');
    if (operation === null) throw new Error('nothing to send');
    const answer = server.handle(operation);
    await keepEpoch(db, '2');
    await takeReply(db, operation, answer);
    expect((await openOperations(db, 'j')).map(({ progress }) => progress.state)).toEqual(['waiting']);
  });

  it('sheet the server does not take yet → the others go, and it goes too once it is taken', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    const called = new Set(['p2']);
    const sender = connect(server, (operation) =>
      called.has('proposal' in operation.act ? operation.act.proposal : '')
        ? server.handle(operation)
        : { kind: 'early', message: '还没有上台' },
    );
    await score('p1', '11');
    await score('p2', '15', 'submit');
    sender.wake();
    await vi.waitFor(() => expect(server.contents()).toEqual({ p2: '15' }));
    await vi.waitFor(async () => {
      const [first] = await openOperations(db, 'j');
      expect(first?.progress).toEqual({ state: 'waiting', known: null, early: '还没有上台' });
    });
    await score('p1', '12', 'submit');
    called.add('p1');
    sender.wake();
    await sent();
    expect(server.contents()).toEqual({ p1: '12', p2: '15' });
  });

  it('server put back below another tablet’s revision → waits for that tablet; without it the judge is asked', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    server.backUp();
    server.writeElsewhere('p1', '5');
    await keepBook(db, bookOf(server));
    const sender = connect(server, reliable(server));
    await score('p1', '17', 'submit');
    sender.wake();
    await sent();
    server.restore();
    await keepBook(db, bookOf(server));
    sender.wake();
    await new Promise((resolve) => setTimeout(resolve, 5));
    server.writeElsewhere('p1', '5');
    await sent();
    expect(server.contents()).toEqual({ p1: '17' });

    server.restore();
    await keepBook(db, bookOf(server));
    sender.wake();
    await sent();
    const [conflict] = conflicts(await openOperations(db, 'j'));
    expect([conflict?.mine.marks, conflict?.server.revision]).toEqual([{ need: '17' }, 0]);
  });

  it('book answered before, and arriving after, an acknowledgement of the same new server → not behind it', async () => {
    const server = new ServerModel();
    await keepBook(db, bookOf(server));
    server.backUp();
    connect(server, reliable(server));
    await score('p1', '11');
    await sent();
    server.restore();
    const early = bookOf(server);
    await keepEpoch(db, String(server.epoch));
    senders[0]?.wake();
    await sent();
    await keepBook(db, early);
    await score('p1', '12', 'submit');
    senders[0]?.wake();
    await sent();
    expect(server.contents()).toEqual({ p1: '12' });
    expect(conflicts(await openOperations(db, 'j'))).toEqual([]);
  });
});
