import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { ContractError } from '../../../shared/contract/errors.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { approvalSecret, lockedWeiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';
import { checkApproval } from './commands.ts';

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

/** The code and message of a refusal, or null. */
const check = (
  approver: string,
  secret = approvalSecret,
  notBy = [day.accounts.u01],
  competition = day.competition,
) =>
  checkApproval(server.context, competition, { approver, secret }, notBy).then(
    () => null,
    (error: unknown) => (error instanceof ContractError ? `${error.code} ${error.message}` : 'another error'),
  );

test('supervisor or another sponsor with the own secret → passes', async () => {
  expect(await check(day.accounts.u07)).toBeNull();
  expect(await check(day.accounts.u02)).toBeNull();
});

test.each([
  ['the actor', 'u07', ['u07'], '经办人不能复核自己的操作'],
  ['the operator', 'u03', ['u01'], '这位不是本场大赛的主办方经办人或监督员'],
  ['a sponsor without a secret', 'u01', ['u02'], '复核人还没有设置复核密码'],
] as const)('%s → refused', async (_who, approver, notBy, message) => {
  const refused = await check(
    day.accounts[approver],
    approvalSecret,
    notBy.map((id) => day.accounts[id]),
  );
  expect(refused).toBe(`approval_refused ${message}`);
});

test('a supervisor of another competition → refused here', async () => {
  const { id } = await day.as.u01.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '另一场' },
  });
  expect(await check(day.accounts.u07, approvalSecret, [], id)).toMatch(/^approval_refused/);
});

test('a right secret after wrong ones → the count starts anew', async () => {
  for (let tries = 0; tries < 4; tries += 1)
    expect(await check(day.accounts.u02, '000000')).toMatch(/^approval_refused/);
  expect(await check(day.accounts.u02)).toBeNull();
  expect(await check(day.accounts.u02, '000000')).toBe('approval_refused 复核密码不对');
});

test('many wrong secrets at once → five are looked at, the rest and the right one find it locked', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => check(day.accounts.u07, '000000')));
  expect(answers.filter((answer) => answer?.startsWith('approval_refused'))).toHaveLength(5);
  expect(answers.filter((answer) => answer?.startsWith('too_many_tries'))).toHaveLength(7);
  expect(await check(day.accounts.u07)).toMatch(/^too_many_tries/);
});
