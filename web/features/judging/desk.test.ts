import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { EffectScope } from 'vue';
import type { JudgingBook, Sheet } from '../../../shared/contract/judging.ts';
import { emptySheet } from '../../offline/book.ts';
import { database } from '../../offline/database.ts';
import { blankBook, stageOf } from '../../offline/testing.ts';
import type { Desk } from './desk.ts';
import { createDesk, readDesk } from './desk.ts';
import { useScoring } from './scoring.ts';
import { stateOf } from './sheet-place.ts';

/** The least server that keeps the contract of one judge's sheets; stands in below the client. */
class SmallServer {
  silent = false;
  called = new Set(['p7']);
  stage = stageOf('p7', 1);
  readonly sheets = new Map<string, Sheet>();
  readonly writes: string[] = [];
  private readonly judge: string;

  constructor(judge: string) {
    this.judge = judge;
  }

  answer = (path: string, init: RequestInit): Promise<Response> => {
    if (this.silent) return Promise.reject(new TypeError('no network'));
    const [status, body] = this.route(
      path,
      init.method ?? '',
      init.body ? JSON.parse(String(init.body)) : {},
    );
    return Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'x-gongping-epoch': 'e1' } }),
    );
  };

  private route(path: string, method: string, body: Record<string, unknown>): [number, unknown] {
    if (path.endsWith('/stage')) return [200, this.stage];
    if (method === 'GET') return [200, this.book()];
    const proposal = /sheets\/(\w+)/.exec(path)?.[1] ?? '';
    const before = this.sheet(proposal);
    if (!this.called.has(proposal)) return [409, fault('too_early', '这个项目还没有上台')];
    if (body['base'] !== before.revision) return [409, { ...fault('stale_revision'), current: before }];
    const submitted = path.endsWith('/submission');
    const sheet: Sheet = {
      ...before,
      revision: before.revision + 1,
      status: submitted ? 'submitted' : 'draft',
      marks: body['marks'] as Sheet['marks'],
      savedAt: 1000 + before.revision,
    };
    this.sheets.set(proposal, sheet);
    this.writes.push(`${submitted ? 'submit' : 'save'} ${JSON.stringify(sheet.marks)}`);
    return [200, submitted ? sheet : { revision: sheet.revision, savedAt: sheet.savedAt }];
  }

  sheet(proposal: string): Sheet {
    return this.sheets.get(proposal) ?? emptySheet(proposal);
  }

  book(): JudgingBook {
    const criterion = { min: '0', max: '20', step: '0.5', guidance: [], levels: [] };
    return {
      competition: 'c1',
      epoch: 'e1',
      judge: { id: this.judge, name: '实务专家甲', seat: 3 },
      criteria: ['need', 'team'].map((id) => ({ ...criterion, id, name: id })),
      sessions: [],
      lockedSessions: [],
      defenses: ['p7', 'p8'].map((proposal, index) => ({
        proposal,
        order: 7 + index,
        session: 'am',
        title: '',
        applicantName: '',
        withdrawn: false,
      })),
      sheets: ['p7', 'p8'].map((proposal) => this.sheet(proposal)),
      stage: this.stage,
    };
  }
}

const fault = (code: string, message = '') => ({ code, message, next: '', fields: [], requestId: 'r' });

let scope: EffectScope;
let server: SmallServer;
let desk: Desk;
let count = 0;

async function sitDown(judge: string): Promise<Desk> {
  scope = effectScope();
  const record = await readDesk(judge);
  if (record === null) throw new Error('the device is not enrolled');
  const made = scope.run(() => createDesk(record));
  if (made === undefined) throw new Error('the scope has ended');
  await vi.waitFor(() => expect(made.book.value).not.toBeNull());
  return made;
}

beforeEach(async () => {
  count += 1;
  server = new SmallServer(`j${count}`);
  vi.stubGlobal('fetch', server.answer);
  const seat = { competition: 'c1', shortName: '', mark: '', seat: 3, roster: [], book: blankBook() };
  await (await database()).put('seats', seat, 'seat');
  desk = await sitDown(`j${count}`);
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

const save = (need: string, proposal = 'p7') =>
  desk.act({ kind: 'save', proposal, marks: { need }, comment: '' });
const settled = () => vi.waitFor(() => expect(desk.save.value.kind).toBe('server'));

describe('the desk of a judge', () => {
  it('a mark → in view at once, on the server with its time', async () => {
    save('18.5');
    expect(desk.sheet('p7').marks).toEqual({ need: '18.5' });
    await settled();
    expect(server.sheet('p7').marks).toEqual({ need: '18.5' });
    expect(desk.save.value).toEqual({ kind: 'server', at: 1000 });
  });

  it('marks quicker than the disk → none is lost, none is taken for somebody else’s', async () => {
    for (const mark of ['15', '16', '17', '18']) save(mark);
    expect(desk.sheet('p7').marks).toEqual({ need: '18' });
    await settled();
    expect(server.sheet('p7').marks).toEqual({ need: '18' });
    expect(desk.conflicts.value).toEqual([]);
  });

  it('server silent → on this tablet, counted by sheets; heard again → all sent', async () => {
    server.silent = true;
    save('12');
    desk.act({ kind: 'submit', proposal: 'p7', marks: { need: '12', team: '9' }, comment: '' });
    await vi.waitFor(() => expect(desk.save.value).toEqual({ kind: 'tablet', waiting: 1 }));
    const [defense] = desk.book.value?.defenses ?? [];
    expect(defense && stateOf(desk, defense)).toBe('submitted');
    server.silent = false;
    window.dispatchEvent(new Event('online'));
    await settled();
    expect(server.sheet('p7').status).toBe('submitted');
  });

  it('submitted sheet being changed → kept here through a reload, sent only when submitted again', async () => {
    desk.act({ kind: 'submit', proposal: 'p7', marks: { need: '18', team: '9' }, comment: '' });
    await settled();
    await desk.correct('p7', { need: '18.5', team: '9' }, '');
    scope.stop();
    desk = await sitDown(`j${count}`);
    expect(desk.correction('p7')?.marks).toEqual({ need: '18.5', team: '9' });
    expect(server.writes).toEqual(['submit {"need":"18","team":"9"}']);
    desk.act({ kind: 'submit', proposal: 'p7', marks: { need: '18.5', team: '9' }, comment: '' });
    expect(desk.correction('p7')).toBeUndefined();
    await vi.waitFor(() => expect(server.sheet('p7').marks).toEqual({ need: '18.5', team: '9' }));
  });

  it('scored before the project is called → held here with a word, sent by itself when it is called', async () => {
    save('14', 'p8');
    await vi.waitFor(() => expect(desk.save.value).toEqual({ kind: 'held', count: 1 }));
    expect(desk.sheet('p8').marks).toEqual({ need: '14' });
    server.called.add('p8');
    server.stage = stageOf('p8', 2);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(server.sheet('p8').marks).toEqual({ need: '14' }));
    await settled();
  });

  it('device’s storage fails → says not saved, keeps the marks in view, writes them when it works again', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    save('11');
    await vi.waitFor(() => expect(desk.save.value).toEqual({ kind: 'not-saved' }));
    expect(desk.sheet('p7').marks).toEqual({ need: '11' });
    put.mockRestore();
    save('11.5');
    await settled();
    expect(server.sheet('p7').marks).toEqual({ need: '11.5' });
  });
});

describe('scoring one sheet', () => {
  it('mark by mark → the total is exact, the next criterion without a mark follows, and round again', async () => {
    const scoring = useScoring(desk, 'p7', () => false);
    scoring.put('17.5');
    scoring.toNextEmpty();
    expect([scoring.current.value?.id, scoring.sum.value.total]).toEqual(['team', '17.5']);
    scoring.put('9');
    expect([scoring.sum.value.total, scoring.sum.value.missing]).toEqual(['26.5', []]);
    scoring.toNextEmpty();
    expect(scoring.at.value).toBe(1);
    scoring.step(1);
    expect(scoring.at.value).toBe(0);
    scoring.put(null);
    expect(scoring.marks.value).toEqual({ team: '9' });
    await settled();
    expect(server.sheet('p7').marks).toEqual({ team: '9' });
  });

  it('sheet begun earlier → opens at the first criterion without a mark', async () => {
    save('18');
    expect(useScoring(desk, 'p7', () => false).current.value?.id).toBe('team');
    await settled();
  });

  it('the same mark pressed again → nothing is written', async () => {
    const scoring = useScoring(desk, 'p7', () => false);
    scoring.put('18');
    await settled();
    scoring.put('18');
    expect(desk.queue.value).toEqual([]);
    expect(server.writes.length).toBe(1);
  });
});
