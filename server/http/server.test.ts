import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { operation, testServer } from '../testing.ts';
import type { TestServer } from '../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.dispose());

const officer = { name: '主办方经办人甲', username: 'sponsor', password: 'a long password' };

describe('set-up and sign-in', () => {
  test('a wrong set-up code is refused, the right one makes the first organizer, then the door is closed', async () => {
    const browser = server.browser();
    const { setUp } = contract.installation;
    const wrong = server.setupCode === '00000000' ? '11111111' : '00000000';
    expect((await browser.fail(setUp, { body: { ...officer, code: wrong } })).code).toBe('setup_closed');
    const session = await browser.call(setUp, { body: { ...officer, code: server.setupCode } });
    expect(session.account?.name).toBe('主办方经办人甲');
    expect((await browser.fail(setUp, { body: { ...officer, code: server.setupCode } })).code).toBe(
      'setup_closed',
    );
  });

  test('a session lasts until signing out', async () => {
    const browser = server.browser();
    await browser.call(contract.session.signInOfficer, {
      body: { username: 'sponsor', password: officer.password },
    });
    expect((await browser.call(contract.session.current)).account?.kind).toBe('officer');
    await browser.call(contract.session.signOut);
    expect((await browser.call(contract.session.current)).account).toBeNull();
  });

  test('a wrong password and an unknown user get the same answer', async () => {
    const browser = server.browser();
    const errors = await Promise.all(
      ['sponsor', 'nobody-here'].map((username) =>
        browser.fail(contract.session.signInOfficer, { body: { username, password: 'not the password' } }),
      ),
    );
    expect(errors.map(({ code, message }) => ({ code, message }))).toEqual([
      { code: 'wrong_credentials', message: '账号或密码不对' },
      { code: 'wrong_credentials', message: '账号或密码不对' },
    ]);
  });
});

describe('requests', () => {
  const { setUp } = contract.installation;

  test.each([
    ['null', { code: null, name: '甲', username: 'abc', password: 'a long password' }, 'code'],
    ['a number', { code: 12345678, name: '甲', username: 'abc', password: 'a long password' }, 'code'],
    ['true', { code: '1', name: true, username: 'abc', password: 'a long password' }, 'name'],
    [
      'an unknown member',
      { code: '1', name: '甲', username: 'abc', password: 'a long password', admin: true },
      'admin',
    ],
    ['a missing member', { code: '1', name: '甲', password: 'a long password' }, 'username'],
  ])('a body with %s is refused with the name of the field', async (_what, body, field) => {
    const reply = await server.browser().send(setUp, { body });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'invalid_input', fields: [{ path: field }] });
  });

  test('every fault of a body is reported at once', async () => {
    const reply = await server
      .browser()
      .send(setUp, { body: { code: 1, name: '', username: 'ü', password: 'x' } });
    const { fields } = reply.body as { fields: { path: string }[] };
    expect(fields.map((fault) => fault.path).sort()).toEqual(['code', 'name', 'password', 'username']);
  });

  test.each([
    ['another origin', { origin: 'http://evil.test' }],
    ['no own header', { 'x-gongping': '' }],
    ['another host', { host: 'evil.test' }],
  ])('an unsafe request from %s is refused', async (_what, headers) => {
    const reply = await server.browser().send(setUp, { body: { ...officer, code: '1' } }, headers);
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([403, 'wrong_origin']);
  });

  test('an unknown route answers in the one error shape', async () => {
    const reply = await server.app.inject({ url: '/api/nothing', headers: { host: 'gongping.test' } });
    expect(reply.json()).toMatchObject({ code: 'not_found', fields: [], message: '没有找到' });
  });

  test('the strict content policy stands on every reply', async () => {
    const reply = await server.app.inject({ url: '/api/installation', headers: { host: 'gongping.test' } });
    expect(reply.headers['content-security-policy']).toContain("default-src 'self'");
    expect(String(reply.headers['content-security-policy'])).not.toContain('unsafe');
  });
});

describe('operations', () => {
  test('a retry gets the same answer, the same id with another body is refused', async () => {
    const browser = server.browser();
    await browser.call(contract.session.signInOfficer, {
      body: { username: 'sponsor', password: officer.password },
    });
    const body = { operation: operation(), template: 'weiyuan' as const, name: '（示例）县公益创投大赛' };
    const first = await browser.call(contract.competitions.create, { body });
    const second = await browser.call(contract.competitions.create, { body });
    expect(second).toEqual(first);
    const other = await browser.fail(contract.competitions.create, { body: { ...body, name: '另一个' } });
    expect(other.code).toBe('operation_reused');
  });
});
