import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Act, Operation } from './operation.ts';
import { deliver } from './delivery.ts';

afterEach(() => vi.unstubAllGlobals());

const operation = (act: Act): Operation => ({
  id: 'operation-1',
  seq: 1,
  competition: 'c1',
  judge: 'j1',
  act,
  base: 3,
  after: null,
  sent: true,
  madeAt: 0,
  progress: { state: 'waiting', known: null },
});
const save = operation({ kind: 'save', proposal: 'p7', marks: { need: '18.5' }, comment: '好' });

/** Stands in for the network below the client: answers with one reply and remembers what was asked. */
function answer(status: number, body: unknown): { path: string; method: string; body: unknown }[] {
  const asked: { path: string; method: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, method: init.method ?? '', body: JSON.parse(String(init.body)) });
    return Promise.resolve(
      new Response(JSON.stringify(body), { status, headers: { 'x-gongping-epoch': 'e1' } }),
    );
  });
  return asked;
}
const fault = (code: string, more: object = {}) => ({
  code,
  message: '说明',
  next: '',
  fields: [],
  requestId: 'r',
  ...more,
});

describe('deliver', () => {
  it('save → the whole sheet with operation id and base revision, marks as strings', async () => {
    const asked = answer(200, { revision: 4, savedAt: 1000 });
    expect(await deliver(save)).toEqual({
      outcome: { kind: 'acknowledged', reply: { epoch: 'e1', revision: 4, at: 1000, sheet: null } },
      epoch: 'e1',
    });
    expect(asked).toEqual([
      {
        path: '/api/competitions/c1/judging/j1/sheets/p7',
        method: 'PUT',
        body: { operation: 'operation-1', base: 3, marks: { need: '18.5' }, comment: '好' },
      },
    ]);
  });

  it('sign-in → the seat route', async () => {
    const asked = answer(200, { judge: 'j1', triesLeft: 5 });
    await deliver(operation({ kind: 'sign-in', code: '0417' }));
    expect(asked[0]).toEqual({
      path: '/api/seat/judges/j1',
      method: 'POST',
      body: { operation: 'operation-1', code: '0417' },
    });
  });

  it('newer revision on the server → stale, with the server’s sheet', async () => {
    answer(409, fault('stale_revision', { current: { proposal: 'p7', revision: 9 } }));
    expect((await deliver(save)).outcome).toEqual({ kind: 'stale', server: { proposal: 'p7', revision: 9 } });
  });

  it('locked session → refused with its code', async () => {
    answer(409, fault('locked'));
    expect(await deliver(save)).toEqual({
      outcome: { kind: 'refused', code: 'locked', message: '说明' },
      epoch: 'e1',
    });
  });

  it('project not called yet → early, with the server’s words', async () => {
    answer(409, fault('too_early'));
    expect((await deliver(save)).outcome).toEqual({ kind: 'early', message: '说明' });
  });

  it('no session for this judge → signed out; a refused code → refused', async () => {
    answer(403, fault('forbidden'));
    expect((await deliver(save)).outcome).toEqual({ kind: 'signed-out' });
    answer(401, fault('device_revoked'));
    expect((await deliver(save)).outcome).toEqual({ kind: 'signed-out' });
    answer(401, fault('wrong_credentials'));
    expect((await deliver(operation({ kind: 'sign-in', code: '1' }))).outcome.kind).toBe('refused');
  });

  it('server in trouble, too many requests, another page’s answer → come again', async () => {
    answer(500, fault('internal'));
    expect((await deliver(save)).outcome).toEqual({ kind: 'unreachable' });
    answer(429, fault('rate_limited'));
    expect((await deliver(save)).outcome).toEqual({ kind: 'unreachable' });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>portal</html>', { status: 200 })));
    expect(await deliver(save)).toEqual({ outcome: { kind: 'unreachable' }, epoch: null });
  });
});
