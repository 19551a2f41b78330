import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { engines } from '../../store/testing.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { openedEntries } from '../ledger/entries.ts';
import { approvalSecret, lockedWeiyuan, unlockSession } from './testing.ts';
import type { LockedWeiyuan } from './testing.ts';

const { incidents, results } = contract;

describe.each(Object.entries(engines))('signing a result on %s', (_engine, open) => {
  let server: TestServer;
  let day: LockedWeiyuan;
  let checksum: string;
  beforeAll(async () => {
    server = await testServer(open);
    day = await lockedWeiyuan(server);
    ({ checksum } = await day.as.u04.call(results.compute, {
      params: day.params,
      body: { operation: operation() },
    }));
  });
  afterAll(() => server.dispose());

  const sign = (
    approver: 'u01' | 'u02' | 'u03' | 'u07',
    changes: { version?: number; of?: string } = {},
  ) => ({
    params: { ...day.params, version: String(changes.version ?? 1) },
    body: {
      operation: operation(),
      checksum: changes.of ?? checksum,
      approval: { approver: day.accounts[approver], secret: approvalSecret },
    },
  });
  const refusal = async (who: 'u01' | 'u02' | 'u07', request: ReturnType<typeof sign>) => {
    const { code, message } = await day.as[who].fail(results.sign, request);
    return `${code} ${message}`;
  };

  test('before → nobody has signed', async () => {
    const latest = await day.as.u01.call(results.latest, { params: day.params });
    expect(latest.signature).toBeNull();
  });

  test.each(['u03', 'u04', 'u06'] as const)('%s, who operates → refused', async (who) => {
    expect((await day.as[who].fail(results.sign, sign('u07'))).code).toBe('forbidden');
  });

  test.each([
    ['a sponsor with another sponsor, where there is a supervisor', 'u01', 'u02', '这位不是本场大赛的监督员'],
    ['a sponsor with the operator', 'u01', 'u03', '这位不是本场大赛的监督员'],
    ['the supervisor alone', 'u07', 'u07', '经办人不能复核自己的操作'],
  ] as const)('%s → refused', async (_what, who, approver, message) => {
    expect(await refusal(who, sign(approver))).toBe(`approval_refused ${message}`);
  });

  test('what is signed is no longer the latest, or another → refused', async () => {
    expect(await refusal('u01', sign('u07', { of: 'a'.repeat(64) }))).toMatch(
      /^wrong_state 结果已有新的一版/,
    );
    expect(await refusal('u01', sign('u07', { version: 7 }))).toMatch(/^not_found/);
  });

  test('an act waits for its second person → refused, naming it; countersigned → signed by both, once', async () => {
    const { params } = day;
    const change = { judge: 'j01', proposal: 'p01', reason: '请再看一遍' };
    const { preview } = await day.as.u04.call(incidents.previewReturn, { params, body: { change } });
    const { seq } = await day.as.u04.call(incidents.returnSheet, {
      params,
      body: { operation: operation(), change, preview, approval: null },
    });
    expect(await refusal('u01', sign('u07'))).toMatch(/^wrong_state 还有 1 件事等第二人补签/);
    await day.as.u04.call(incidents.countersign, {
      params: { ...params, entry: String(seq) },
      body: { operation: operation(), approval: { approver: day.accounts.u07, secret: approvalSecret } },
    });
    const request = sign('u02');
    const signed = await day.as.u07.call(results.sign, request);
    expect(signed.signature?.names).toEqual(['监督员', '主办方经办人乙']);
    expect(await day.as.u07.call(results.sign, request)).toEqual(signed);
    expect(await refusal('u01', sign('u07'))).toBe('wrong_state 结果第 1 版已经签认过');
    const acts = await openedEntries(server.context, day.competition, 'result_signed');
    expect(acts.map(({ actor, data }) => [actor, data])).toEqual([
      [`officer:${day.accounts.u07}`, { version: 1, checksum, approver: day.accounts.u02 }],
    ]);
  });

  test('computed again → the new version is to be signed anew', async () => {
    const next = await day.as.u04.call(results.compute, {
      params: day.params,
      body: { operation: operation() },
    });
    expect([next.version, next.signature]).toEqual([2, null]);
    expect(await refusal('u01', sign('u07', { version: 1 }))).toMatch(/^wrong_state 结果已有新的一版/);
  });

  test('the books have changed since → to be computed again first, and the page is told so', async () => {
    await unlockSession(server, 'pm');
    expect(await refusal('u01', sign('u07', { version: 2 }))).toMatch(/^wrong_state 计分的依据已有变化/);
    const { ready, outdated } = await day.as.u01.call(results.readiness, { params: day.params });
    expect([ready, outdated]).toEqual([false, true]);
  });
});
