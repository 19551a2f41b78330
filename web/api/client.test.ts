// @vitest-environment node
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { competitions } from '../../shared/contract/competitions.ts';
import { ContractError } from '../../shared/contract/errors.ts';
import { ledger } from '../../shared/contract/papers.ts';
import { session } from '../../shared/contract/session.ts';
import { call, NetworkError, newOperationId, onSignedOut, readReply, routeUrl } from './client.ts';

const errorReply = (code: string) => ({ code, message: '说明', next: '', fields: [], requestId: 'r1' });
const somebody = { account: null, competitions: [], device: null };

interface Heard {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server;
let heard: Heard[] = [];
let answers: { status: number; body: string }[] = [];
const realFetch = globalThis.fetch;

beforeEach(async () => {
  heard = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      heard.push({ method, path, headers, body });
      const answer = answers.shift() ?? { status: 200, body: '{}' };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  // Node has no page whose address a relative one could be taken from.
  globalThis.fetch = (path, init) => realFetch(`http://127.0.0.1:${port}${String(path)}`, init);
});

afterEach(async () => {
  globalThis.fetch = realFetch;
  onSignedOut(() => Promise.resolve(false));
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const answer = (status: number, value: unknown) => ({ status, body: JSON.stringify(value) });
const asking = () => call(session.current, {});
const failing = (request: Promise<unknown>) =>
  request.then(
    () => null,
    (error: unknown) => error,
  );

test('address → parameters escaped, absent parts of the query left out', () => {
  expect(routeUrl(ledger.page, { params: { competition: 'c 1' }, query: { limit: 20 } })).toBe(
    '/api/competitions/c%201/ledger?limit=20',
  );
  expect(routeUrl(ledger.page, { params: { competition: 'c1' }, query: {} })).toBe(
    '/api/competitions/c1/ledger',
  );
});

test('call with a body → JSON, the header against other sites, the reply', async () => {
  answers = [answer(200, { id: 'c1' })];
  const body = { operation: 'operation-1', template: 'weiyuan' as const, name: '大赛' };
  expect(await call(competitions.create, { body })).toEqual({ id: 'c1' });
  expect(heard.map(({ method, path, body: sent }) => [method, path, JSON.parse(sent)])).toEqual([
    ['POST', '/api/competitions', body],
  ]);
  expect(heard[0]?.headers).toMatchObject({ 'x-gongping': '1', 'content-type': 'application/json' });
});

test('call without a body by GET → nothing is sent with it', async () => {
  answers = [answer(200, somebody)];
  expect(await asking()).toEqual(somebody);
  expect([heard[0]?.body, heard[0]?.headers['content-type']]).toEqual(['', undefined]);
});

test('error reply → the error of the contract with fields and the version on the server', async () => {
  const fields = [{ path: 'name', message: '太长' }];
  answers = [answer(409, { ...errorReply('stale_revision'), fields, current: { revision: 4 } })];
  const error = await failing(asking());
  expect(error).toBeInstanceOf(ContractError);
  expect(error).toMatchObject({ code: 'stale_revision', message: '说明', fields, current: { revision: 4 } });
});

test.each([
  ['a page of a gateway', { status: 502, body: '<html>Bad gateway</html>' }],
  ['JSON that is not ours', answer(500, { error: 'oops' })],
  ['a code the contract does not know', answer(400, errorReply('unheard_of'))],
])('%s → the server was not reached', async (_, reply) => {
  answers = [reply];
  expect(await failing(asking())).toBeInstanceOf(NetworkError);
});

test('nobody listens → the server was not reached', async () => {
  globalThis.fetch = () => realFetch('http://127.0.0.1:1/');
  expect(await failing(asking())).toBeInstanceOf(NetworkError);
});

test('caller gives up → the request ends as not answered', async () => {
  const controller = new AbortController();
  const request = failing(call(session.current, {}, { signal: controller.signal }));
  controller.abort();
  expect(await request).toBeInstanceOf(NetworkError);
});

test('session ended, signed in again → sent once more with the same body', async () => {
  onSignedOut(() => Promise.resolve(true));
  answers = [answer(401, errorReply('not_signed_in')), answer(200, { id: 'c1' })];
  const body = { operation: 'operation-1', template: 'weiyuan' as const, name: '大赛' };
  expect(await call(competitions.create, { body })).toEqual({ id: 'c1' });
  expect(heard.map(({ body: sent }) => sent)).toEqual([JSON.stringify(body), JSON.stringify(body)]);
});

test('session ended, signing in declined → the error, and no second request', async () => {
  answers = [answer(401, errorReply('not_signed_in'))];
  expect(await failing(asking())).toMatchObject({ code: 'not_signed_in' });
  expect(heard).toHaveLength(1);
});

test('wrong password → the error at once, nobody is asked to sign in again', async () => {
  onSignedOut(() => Promise.reject(new Error('must not be asked')));
  answers = [answer(401, errorReply('wrong_credentials'))];
  expect(await failing(asking())).toMatchObject({ code: 'wrong_credentials' });
});

test('empty reply of a success → an empty object', () => {
  expect(readReply(200, '')).toEqual({});
});

test('operation ids → as the contract wants them, and never the same', () => {
  const ids = Array.from({ length: 50 }, newOperationId);
  expect(ids.every((id) => /^[0-9A-Za-z_-]{8,40}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(50);
});
