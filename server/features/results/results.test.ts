import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { engines } from '../../store/testing.ts';
import { approvalSecret, expectedRows, lockedWeiyuan, unlockSession, weiyuan } from './testing.ts';
import type { LockedWeiyuan } from './testing.ts';

const { results } = contract;

describe.each(Object.entries(engines))('the Weiyuan model competition on %s', (_engine, open) => {
  let server: TestServer;
  let day: LockedWeiyuan;
  beforeAll(async () => {
    server = await testServer(open);
    day = await lockedWeiyuan(server);
  });
  afterAll(() => server.dispose());

  const expected = expectedRows();
  const tie = weiyuan<{ result: string[]; reason: string }>('tie-decision');
  const compute = () =>
    day.as.u04.call(results.compute, { params: day.params, body: { operation: operation() } });
  const decide = (changes: object = {}) => ({
    params: day.params,
    body: {
      operation: operation(),
      order: tie.result,
      reason: tie.reason,
      approval: { approver: day.accounts.u07, secret: approvalSecret },
      ...changes,
    },
  });

  test('all sheets in and both sessions locked → ready, nothing computed yet', async () => {
    const readiness = await day.as.u01.call(results.readiness, { params: day.params });
    expect(readiness).toEqual({
      ready: true,
      openSessions: [],
      missing: [],
      latest: 0,
      signed: false,
      outdated: false,
      votesMissing: false,
    });
    expect((await day.as.u01.fail(results.latest, { params: day.params })).code).toBe('not_found');
    expect((await day.as.u04.fail(results.decideTie, decide())).code).toBe('wrong_state');
  });

  test('computed → ranks, scores and counts of the fixture, the tie at the line open', async () => {
    const result = await compute();
    const before = Object.fromEntries(expected.map((row) => [row.id, row.rank_before_decision]));
    expect(Object.fromEntries(result.entries.map((entry) => [entry.proposal, entry.rank]))).toEqual({
      ...before,
      p31: null,
    });
    expect(result.openTies).toEqual([
      { rank: 21, proposals: expect.arrayContaining(['p08', 'p16']) as unknown },
    ]);
    expect(result.counts).toEqual({ expected: 495, marked: 441, recused: 35, absent: 19 });
    expect(result.entries.find(({ proposal }) => proposal === 'p08')?.tie).toBe('名次并列第21');
    expect(result.version).toBe(1);
    expect(result.judges.map(({ seat }) => seat)).toEqual([...Array(15).keys()].map((index) => index + 1));
  });

  test('the tie decided with a second person → exactly the fixture, to the last digit', async () => {
    const result = await day.as.u04.call(results.decideTie, decide());
    expect(result.version).toBe(2);
    expect(result.openTies).toEqual([]);
    const rows = result.entries.filter(({ rank }) => rank !== null);
    expect(rows.map(({ proposal, rank, score, valid }) => ({ id: proposal, rank, score, valid }))).toEqual(
      expected.map(({ id, rank, score, valid }) => ({ id, rank, score, valid })),
    );
    const dropped = (entry: (typeof rows)[number], use: string) =>
      entry.sheets.filter((sheet) => sheet.use === use).map(({ total }) => total);
    expect(rows.map((entry) => [dropped(entry, 'dropped_high'), dropped(entry, 'dropped_low')])).toEqual(
      expected.map((row) => [[row.dropped_high], [row.dropped_low]]),
    );
    const tieOf = (id: string) => rows.find(({ proposal }) => proposal === id)?.tie;
    expect([tieOf('p33'), tieOf('p05')]).toEqual(Array(2).fill('同分，比“需求与社区匹配”'));
    expect([tieOf('p08'), tieOf('p16')]).toEqual(Array(2).fill('同分，按评委组的书面决定'));
  });

  test('the withdrawn project stands last, without sheets, with its reason and its number', async () => {
    const result = await day.as.u07.call(results.latest, { params: day.params });
    expect(result.entries.at(-1)).toMatchObject({
      proposal: 'p31',
      order: 20,
      rank: null,
      sheets: [],
      excluded: { kind: 'withdrawn', reason: weiyuan<{ reason: string }>('withdrawal').reason },
    });
  });

  test('a judge who gave no mark → the kind of absence and no total, by seat', async () => {
    const { entries, judges } = await day.as.u07.call(results.latest, { params: day.params });
    const p08 = entries.find(({ proposal }) => proposal === 'p08');
    const given = p08?.sheets
      .filter(({ total }) => total === null)
      .map(({ judge, use }) => `${judge} ${use}`);
    expect(given).toEqual(['j05 recused', 'j03 left']);
    expect(p08?.sheets).toHaveLength(judges.length);
  });

  test('each version is recorded with its checksum and the number of sheets that hold marks', async () => {
    const { entries } = await day.as.u01.call(contract.ledger.page, { params: day.params });
    const latest = await day.as.u01.call(results.latest, { params: day.params });
    const [computed, decided, approved] = entries;
    expect(computed).toMatchObject({
      actor: `officer:${day.accounts.u04}`,
      action: 'result_computed',
      data: { version: 2, rules: 1, sheets: 441, checksum: latest.checksum },
    });
    expect(decided).toMatchObject({ action: 'tie_decided', data: { order: ['p08', 'p16'] } });
    expect(approved).toMatchObject({ actor: `officer:${day.accounts.u07}`, action: 'approval_given' });
    expect(latest.ledger).toEqual({ size: computed?.seq, head: computed?.hash });
  });

  test('the explanation names the project, its judges and the division', async () => {
    const { text } = await day.as.u01.call(results.explain, { params: { ...day.params, proposal: 'p01' } });
    expect(text).toContain('25号《“暖心饭盒”独居与高龄老人助餐行动》：第 1 名，88.95 分');
    expect(text).toContain(
      '去掉最高分 15号席梨园坝社区评委 99，去掉最低分 2号席锦湖社区评委 80；其余 11 个。',
    );
    expect(text).toContain('11 个相加得 978.5，÷ 11');
    const tied = await day.as.u01.call(results.explain, { params: { ...day.params, proposal: 'p33' } });
    expect(tied.text).toContain('》 230/13、19号《“老街坊小修队”居家适老化互助改造》 17.4');
    expect(tied.text).not.toMatch(/p33|p05|j01/);
  });
});

describe('refusals', () => {
  let server: TestServer;
  let day: LockedWeiyuan;
  beforeAll(async () => {
    server = await testServer();
    day = await lockedWeiyuan(server);
    await day.as.u04.call(results.compute, { params: day.params, body: { operation: operation() } });
  });
  afterAll(() => server.dispose());

  const tie = (changes: object = {}) => ({
    params: day.params,
    body: {
      operation: operation(),
      order: ['p08', 'p16'],
      reason: '评委组合议',
      approval: { approver: day.accounts.u07, secret: approvalSecret },
      ...changes,
    },
  });

  test.each([
    ['one project of the tie', ['p08', 'p08']],
    ['a project of another rank', ['p08', 'p16', 'p01']],
    ['no tie at all', ['p01', 'p23']],
  ])('an order that names %s → the field is named', async (_what, order) => {
    const error = await day.as.u04.fail(results.decideTie, tie({ order }));
    expect([error.code, error.fields.map(({ path }) => path)]).toEqual(['invalid_input', ['order']]);
  });

  test('the same operation again → the same version; another → the next', async () => {
    const body = { operation: operation() };
    const first = await day.as.u04.call(results.compute, { params: day.params, body });
    expect(await day.as.u04.call(results.compute, { params: day.params, body })).toEqual(first);
    const next = await day.as.u05.call(results.compute, {
      params: day.params,
      body: { operation: operation() },
    });
    expect(next.version).toBe(first.version + 1);
    expect(next.checksum).toBe(first.checksum);
  });

  test('a session not locked → named, and nothing is computed', async () => {
    await unlockSession(server, 'pm');
    const readiness = await day.as.u06.call(results.readiness, { params: day.params });
    expect([readiness.ready, readiness.openSessions]).toEqual([false, ['pm']]);
    const error = await day.as.u04.fail(results.compute, {
      params: day.params,
      body: { operation: operation() },
    });
    expect(error.code).toBe('wrong_state');
  });

  test('the operator and the host never see a result', async () => {
    for (const who of ['u03', 'u06'] as const)
      expect((await day.as[who].fail(results.latest, { params: day.params })).code).toBe('forbidden');
  });
});
