import 'fake-indexeddb/auto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '../../offline/database.ts';
import { openOperations } from '../../offline/journal.ts';
import { blankBook } from '../../offline/testing.ts';
import { enrol, enterCode, keptSeat } from './seat.ts';
import { seatedJudge, standUp } from './seated.ts';

const entry = (judge: string) => ({
  judge,
  name: '实务专家甲',
  seat: 3,
  salt: judge,
  verifier: bytesToHex(sha256(utf8ToBytes(`${judge}:0417`))),
  recused: [],
});
const seat = {
  competition: 'c1',
  shortName: '示例县公益创投大赛',
  mark: '',
  seat: 3,
  roster: [entry('j1')],
  book: blankBook(),
};

/** Stands in for the network below the client. */
function server(answer: (path: string) => { status: number; body: unknown } | null): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const reply = answer(path);
    if (reply === null) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(new Response(JSON.stringify(reply.body), { status: reply.status }));
  });
  return asked;
}
const fault = (code: string) => ({ code, message: '', next: '', fields: [], requestId: 'r' });
const silent = () => server(() => null);

beforeEach(async () => {
  standUp();
  const db = await database();
  await Promise.all([db.clear('tries'), db.clear('operations'), db.clear('seats')]);
});
afterEach(() => vi.unstubAllGlobals());

describe('enterCode', () => {
  it('right code without network → in, and the sign-in waits in the outbox', async () => {
    const asked = silent();
    expect(await enterCode(seat, entry('j1'), '0417')).toEqual({ kind: 'in' });
    expect(asked).toEqual([]);
    expect(seatedJudge()).toBe('j1');
    const [operation] = await openOperations(await database(), 'j1');
    expect(operation).toMatchObject({ competition: 'c1', act: { kind: 'sign-in', code: '0417' } });
  });

  it('wrong codes → counted per name, the fifth locks that name only', async () => {
    silent();
    const answers = [];
    for (let i = 0; i < 5; i += 1) answers.push(await enterCode(seat, entry('j1'), '0000'));
    expect(answers).toEqual([
      { kind: 'wrong', left: 4 },
      { kind: 'wrong', left: 3 },
      { kind: 'wrong', left: 2 },
      { kind: 'wrong', left: 1 },
      { kind: 'locked' },
    ]);
    expect(await enterCode(seat, entry('j1'), '0417')).toEqual({ kind: 'locked' });
    expect(await enterCode(seat, entry('j2'), '0417')).toEqual({ kind: 'in' });
  });

  it('locked on the tablet, lifted by the host → the right code is in, and the count starts anew', async () => {
    silent();
    for (let i = 0; i < 5; i += 1) await enterCode(seat, entry('j1'), '0000');
    server(() => ({ status: 200, body: { judge: 'j1', triesLeft: 5 } }));
    expect(await enterCode(seat, entry('j1'), '0417')).toEqual({ kind: 'in' });
    silent();
    expect(await enterCode(seat, entry('j1'), '0000')).toEqual({ kind: 'wrong', left: 4 });
  });

  it('code newer than the roster → the server lets the judge in', async () => {
    const asked = server(() => ({ status: 200, body: { judge: 'j1', triesLeft: 5 } }));
    expect(await enterCode(seat, entry('j1'), '8888')).toEqual({ kind: 'in' });
    expect(asked).toEqual(['/api/seat/judges/j1']);
  });
});

describe('enrol', () => {
  it('token of the card → the seat is kept on the device', async () => {
    server(() => ({ status: 200, body: seat }));
    await enrol('token-of-the-card-0001');
    expect(await keptSeat()).toEqual(seat);
  });

  it('token already used by this device → its seat is read again', async () => {
    server((path) =>
      path === '/api/seat' ? { status: 200, body: seat } : { status: 401, body: fault('wrong_credentials') },
    );
    expect(await enrol('token-of-the-card-0001')).toEqual(seat);
  });

  it('token used by another device → the fault of the token', async () => {
    server((path) => ({
      status: 401,
      body: fault(path === '/api/seat' ? 'not_signed_in' : 'wrong_credentials'),
    }));
    await expect(enrol('token-of-the-card-0001')).rejects.toMatchObject({ code: 'wrong_credentials' });
    expect(await keptSeat()).toBeNull();
  });
});
