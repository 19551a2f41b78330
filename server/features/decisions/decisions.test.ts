import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { approvalSecret, expectedRows, lockedWeiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';
import { signLatest } from './testing.ts';

const { decisions, results } = contract;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

const expected = expectedRows();
const ruleRows = expected
  .filter(({ amount }) => amount > 0)
  .map(({ id, amount }) => ({ proposal: id, amount: amount * 100 }));
const change = (proposal: string, amount: number) =>
  ruleRows.map((row) => (row.proposal === proposal ? { proposal, amount } : row));
const record = (rows: typeof ruleRows, reason = '', resultVersion = 2) => ({
  params: day.params,
  body: { operation: operation(), resultVersion, rows, reason },
});
const approval = (approver = day.accounts.u07, secret = approvalSecret) => ({ approver, secret });
const confirm = (version: number, fingerprint: string, second = approval()) => ({
  params: { ...day.params, version: String(version) },
  body: { operation: operation(), fingerprint, approval: second },
});
const amountsOf = (entries: readonly { proposal: string; amount: number }[]) =>
  Object.fromEntries(
    entries.filter(({ amount }) => amount > 0).map(({ proposal, amount }) => [proposal, amount]),
  );

describe('before the tie at the line is decided', () => {
  test('no result yet → nothing to preview', async () => {
    expect((await day.as.u01.fail(decisions.preview, { params: day.params })).code).toBe('wrong_state');
  });

  test('the rule stops at the tie and says who has to decide', async () => {
    await day.as.u04.call(results.compute, { params: day.params, body: { operation: operation() } });
    const { entries, total } = await day.as.u01.call(decisions.preview, { params: day.params });
    expect(total).toBe(582_870_00);
    expect(entries.find(({ proposal }) => proposal === 'p08')?.reason).toBe(
      '2个项目并列第21名，余额不够全部立项，须先由评委组决定先后。',
    );
  });

  test('an officer who puts one of the two first → that row is named', async () => {
    const error = await day.as.u01.fail(decisions.record, record(ruleRows, '先立妈咪互助会', 1));
    const index = ruleRows.findIndex(({ proposal }) => proposal === 'p08');
    expect(error.fields).toEqual([
      {
        path: `rows[${index}].proposal`,
        message: expect.stringContaining('与其他项目并列第21名，须先由评委组决定先后') as unknown,
      },
    ]);
  });
});

describe('after it is decided', () => {
  beforeAll(async () => {
    await day.as.u04.call(results.decideTie, {
      params: day.params,
      body: { operation: operation(), order: ['p08', 'p16'], reason: '评委组合议', approval: approval() },
    });
  });

  test('the rule gives the amounts of the fixture, 600,000 yuan to the fen', async () => {
    const preview = await day.as.u07.call(decisions.preview, { params: day.params });
    expect(amountsOf(preview.entries)).toEqual(
      Object.fromEntries(ruleRows.map(({ proposal, amount }) => [proposal, amount])),
    );
    expect([preview.total, preview.pool, preview.version]).toEqual([600_000_00, 600_000_00, 0]);
    expect(preview.entries.filter(({ outcome }) => outcome === 'trimmed')).toMatchObject([
      { proposal: 'p08', amount: 17_130_00, requested: 22_000_00 },
    ]);
  });

  test.each([
    ['more than requested', 'p01', 45_000_01, 'amount', '不能超过申请的45,000元'],
    ['less than the minimum', 'p01', 35_999_99, 'amount', '不能低于最低可行金额36,000元'],
    ['nothing', 'p01', 0, 'amount', '拟资助金额应大于0'],
  ])('%s → the row is named', async (_what, proposal, amount, field, message) => {
    const error = await day.as.u01.fail(decisions.record, record(change(proposal, amount), '调整'));
    const index = ruleRows.findIndex((row) => row.proposal === proposal);
    expect(error.fields[0]).toEqual({
      path: `rows[${index}].${field}`,
      message: expect.stringContaining(message) as unknown,
    });
  });

  test('every faulty row is named at once: twice, withdrawn, below the line, unknown, over the pool', async () => {
    const extra = ['p01', 'p31', 'p06', 'nobody'].map((proposal) => ({ proposal, amount: 20_000_00 }));
    const error = await day.as.u01.fail(decisions.record, record([...ruleRows, ...extra], '都要'));
    expect(error.fields.map(({ path }) => path)).toEqual([
      ...extra.map((_row, index) => `rows[${ruleRows.length + index}].proposal`),
      'rows',
    ]);
  });

  test('a difference from the rule without a reason → refused; with one → the project bears it', async () => {
    const rows = change('p01', 40_000_00);
    const error = await day.as.u01.fail(decisions.record, record(rows, '  '));
    expect(error.fields.map(({ path }) => path)).toEqual(['reason']);
    const recorded = await day.as.u01.call(decisions.record, record(rows, '与县级项目部分重复'));
    expect(recorded).toMatchObject({ version: 1, total: 595_000_00, confirmedAt: null });
    expect(recorded.entries[0]).toMatchObject({
      outcome: 'trimmed',
      reason: '主办方调整：与县级项目部分重复',
    });
  });

  test('a list that rests on an older result → refused', async () => {
    expect((await day.as.u01.fail(decisions.record, record(ruleRows, '', 1))).code).toBe('wrong_state');
  });

  test('recorded again → a new version, and the one before can no longer be confirmed', async () => {
    const before = await day.as.u01.call(decisions.latest, { params: day.params });
    const recorded = await day.as.u01.call(decisions.record, record(ruleRows));
    expect(recorded.version).toBe(2);
    expect(recorded.fingerprint).not.toBe(before.fingerprint);
    const error = await day.as.u07.fail(decisions.confirm, confirm(1, before.fingerprint));
    expect(error.code).toBe('wrong_state');
  });

  test.each([
    ['the one who recorded it', 'u01', '经办人不能复核自己的操作'],
    ['a tally clerk', 'u04', '这位不是本场大赛的主办方经办人或监督员'],
  ] as const)('confirmed by %s → refused', async (_who, approver, message) => {
    const { version, fingerprint } = await day.as.u01.call(decisions.latest, { params: day.params });
    const second = approval(day.accounts[approver]);
    const error = await day.as.u01.fail(decisions.confirm, confirm(version, fingerprint, second));
    expect([error.code, error.message]).toEqual(['approval_refused', message]);
  });

  test('another list than the one that was shown → refused', async () => {
    const { version } = await day.as.u01.call(decisions.latest, { params: day.params });
    expect((await day.as.u07.fail(decisions.confirm, confirm(version, 'a'.repeat(64)))).code).toBe(
      'wrong_state',
    );
  });

  test('five wrong secrets → locked, even for the right one; a new secret of its own lifts it', async () => {
    const { version, fingerprint } = await day.as.u01.call(decisions.latest, { params: day.params });
    const wrong = approval(day.accounts.u02, '999999');
    const codes = [];
    for (let tries = 0; tries < 6; tries += 1)
      codes.push((await day.as.u01.fail(decisions.confirm, confirm(version, fingerprint, wrong))).code);
    expect(codes).toEqual([...(Array(5).fill('approval_refused') as string[]), 'too_many_tries']);
    const right = approval(day.accounts.u02);
    expect((await day.as.u01.fail(decisions.confirm, confirm(version, fingerprint, right))).code).toBe(
      'too_many_tries',
    );
    await day.as.u02.call(contract.session.setApprovalSecret, {
      body: { password: day.passwords.u02, secret: '135791' },
    });
    const renewed = approval(day.accounts.u02, '135791');
    expect((await day.as.u02.fail(decisions.confirm, confirm(version, 'a'.repeat(64), renewed))).code).toBe(
      'wrong_state',
    );
  });

  test('the result not signed → the list waits for it', async () => {
    const { version, fingerprint } = await day.as.u01.call(decisions.latest, { params: day.params });
    const error = await day.as.u01.fail(decisions.confirm, confirm(version, fingerprint));
    expect([error.code, error.message.includes('还没有签认')]).toEqual(['wrong_state', true]);
    await signLatest(day);
  });

  test('confirmed by the supervisor → decided, in the ledger, once for all retries', async () => {
    const { version, fingerprint } = await day.as.u01.call(decisions.latest, { params: day.params });
    const request = confirm(version, fingerprint);
    const confirmed = await day.as.u01.call(decisions.confirm, request);
    expect(confirmed).toMatchObject({ version: 2, recordedBy: '主办方经办人甲', confirmedBy: '监督员' });
    expect(await day.as.u01.call(decisions.confirm, request)).toEqual(confirmed);
    const { stage } = await day.as.u01.call(contract.competitions.get, { params: day.params });
    expect(stage).toBe('decided');
    const { entries } = await day.as.u01.call(contract.ledger.page, {
      params: day.params,
      query: { limit: 2 },
    });
    expect(entries.map(({ action, data }) => [action, data])).toEqual([
      ['decision_confirmed', { version: 2 }],
      ['approval_given', { act: 'decision_confirmed', preview: fingerprint }],
    ]);
    expect(JSON.stringify(entries)).not.toContain('1713000');
  });

  test('afterwards → no new result; amounts only as a new version that waits for its own second person', async () => {
    const compute = { params: day.params, body: { operation: operation() } };
    expect((await day.as.u04.fail(results.compute, compute)).code).toBe('wrong_state');
    const recorded = await day.as.u02.call(
      decisions.record,
      record(change('p01', 44_000_00), '集体研究核减'),
    );
    expect([recorded.version, recorded.confirmedAt]).toEqual([3, null]);
  });
});
