import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { VoteSettings } from '../../../shared/contract/settings.ts';
import { exportFiles } from '../../../shared/contract/papers.ts';
import { secondResult } from '../../../shared/scoring/second/calculator.ts';
import { verify } from '../../cli/verify.ts';
import { engines } from '../../store/testing.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { signLatest } from '../decisions/testing.ts';
import { resultRow } from '../results/queries.ts';
import { approvalSecret, lockedWeiyuan, weiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';

const { additions, decisions, exports, papers, results } = contract;
const votes: VoteSettings = { judges: '0.9', weight: '1', by: 'rank', table: ['10', '9.5', '9'] };

let server: TestServer;
let day: LockedWeiyuan;
const approval = (approver: 'u01' | 'u02' | 'u07' = 'u07') => ({
  approver: day.accounts[approver],
  secret: approvalSecret,
});
const projects = () =>
  weiyuan<{ entries: { id: string }[] }>('expected')
    .entries.map(({ id }) => id)
    .filter((id) => id !== 'p31');
const counts = () => projects().map((proposal, index) => ({ proposal, count: 400 - index * 7 }));
const recordVotes = (changes: object = {}) => ({
  params: day.params,
  body: {
    operation: operation(),
    base: 0,
    rows: counts(),
    source: '公众号',
    approval: approval(),
    ...changes,
  },
});
const adjust = (rows: { proposal: string; points: string; reason: string }[], base = 0) => ({
  params: day.params,
  body: { operation: operation(), base, rows, approval: approval() },
});
const two = [
  { proposal: 'p01', points: '-2', reason: '材料迟交一天' },
  { proposal: 'p02', points: '1.5', reason: '特别观察项目' },
];
const compute = () =>
  day.as.u04.call(results.compute, { params: day.params, body: { operation: operation() } });

describe.each(Object.entries(engines))('a rule with votes by rank and 加减分 on %s', (_engine, open) => {
  beforeAll(async () => {
    server = await testServer(open);
    day = await lockedWeiyuan(server, (settings) => {
      settings.scoring.beside = { votes, bonus: { most: '5' } };
      settings.scoring.round = [{ at: 'total', dp: 2, mode: 'half_up' }];
    });
  });
  afterAll(() => server.dispose());

  test('votes not entered → no result, and what is missing is named', async () => {
    const { ready, votesMissing } = await day.as.u01.call(results.readiness, { params: day.params });
    expect([ready, votesMissing]).toEqual([false, true]);
    const error = await day.as.u04.fail(results.compute, {
      params: day.params,
      body: { operation: operation() },
    });
    expect([error.code, error.message]).toEqual(['wrong_state', '还没有登记大众投票的票数']);
  });

  test.each([
    ['a project left out', () => counts().slice(1), 'rows'],
    ['a project twice', () => [...counts(), ...counts().slice(0, 1)], `rows[33].proposal`],
    ['one that withdrew', () => [...counts(), { proposal: 'p31', count: 1 }], `rows[33].proposal`],
  ])('%s → the place is named', async (_what, rows, path) => {
    const error = await day.as.u04.fail(additions.recordVotes, recordVotes({ rows: rows() }));
    expect([error.code, error.fields.map((field) => field.path)]).toEqual(['invalid_input', [path]]);
  });

  test('without a second person, or as one’s own → refused; the operator may not look', async () => {
    const own = recordVotes({ approval: approval('u02') });
    expect((await day.as.u02.fail(additions.recordVotes, own)).code).toBe('approval_refused');
    expect((await day.as.u03.fail(additions.get, { params: day.params })).code).toBe('forbidden');
  });

  test('more points than the rule allows → the row is named', async () => {
    const rows = [{ proposal: 'p01', points: '-5.01', reason: '迟交' }];
    const error = await day.as.u04.fail(additions.recordAdjustments, adjust(rows));
    expect(error.fields.map(({ path }) => path)).toEqual(['rows[0].points']);
  });

  test('recorded by two → counted: the result is the second calculator’s, and every step is told', async () => {
    const request = recordVotes();
    const recorded = await day.as.u04.call(additions.recordVotes, request);
    expect(await day.as.u04.call(additions.recordVotes, request)).toEqual(recorded);
    expect(recorded.counts).toMatchObject({ version: 1, byName: '统分人甲', approverName: '监督员' });
    await day.as.u04.call(additions.recordAdjustments, adjust(two));
    const result = await compute();
    const { scorebook } = await resultRow(server.context, day.competition);
    const second = new Map(secondResult(scorebook).map(({ id, score, rank }) => [id, { score, rank }]));
    for (const { proposal, score, rank } of result.entries)
      expect({ proposal, score, rank }).toEqual({ proposal, ...second.get(proposal) });
    expect(result.rulesSentence).toContain('前 3 名计 10、9.5、9 分');
    expect(result.rulesSentence).toContain('另有加减分，每次不超过 5 分');
    const { text } = await day.as.u04.call(results.explain, { params: { ...day.params, proposal: 'p01' } });
    expect(text).toMatch(/【大众投票】400 票，票数第 1 位，计 10 分。/);
    expect(text).toContain('加减分 -2（材料迟交一天）');
  });

  test('on paper → the notes, the steps and the report tell it', async () => {
    const read = async (route: typeof papers.summary) =>
      (await day.as.u07.send(route, { params: day.params })).text;
    expect(await read(papers.summary)).toContain('大众投票400票，计10分；减2分（材料迟交一天）');
    const derivation = await read(papers.derivations);
    for (const said of ['票数第1位，计10分', '加减分 -2（材料迟交一天）', '× 权重'])
      expect(derivation).toContain(said);
    const report = await read(papers.report);
    for (const said of ['加减分和大众投票', '共2次', '复核人：监督员', '票数来源：公众号'])
      expect(report).toContain(said);
  });

  test('a new list on an old one, or an old one again → stale', async () => {
    expect((await day.as.u04.fail(additions.recordAdjustments, adjust([], 0))).code).toBe('stale_revision');
  });

  test('changed after the result → to be computed again before it is signed', async () => {
    await day.as.u04.call(additions.recordAdjustments, adjust(two.slice(0, 1), 1));
    const { outdated } = await day.as.u01.call(results.readiness, { params: day.params });
    expect(outdated).toBe(true);
    await compute();
    expect((await day.as.u01.call(results.readiness, { params: day.params })).outdated).toBe(false);
  });

  test('the set of files → verifies, points and votes compared with the ledger', async () => {
    const { openTies, version } = await day.as.u04.call(results.latest, { params: day.params });
    expect(openTies).toEqual([]);
    await signLatest(day);
    const { entries } = await day.as.u01.call(decisions.preview, { params: day.params });
    const rows = entries
      .filter(({ amount }) => amount > 0)
      .map(({ proposal, amount }) => ({ proposal, amount }));
    const recorded = await day.as.u01.call(decisions.record, {
      params: day.params,
      body: { operation: operation(), resultVersion: version, rows, reason: '' },
    });
    await day.as.u01.call(decisions.confirm, {
      params: { ...day.params, version: String(recorded.version) },
      body: { operation: operation(), fingerprint: recorded.fingerprint, approval: approval() },
    });
    expect((await day.as.u04.fail(additions.recordAdjustments, adjust([], 2))).code).toBe('wrong_state');
    const set = await day.as.u01.call(exports.make, { params: day.params, body: { operation: operation() } });
    const folder = mkdtempSync(join(tmpdir(), 'gongping-additions-'));
    for (const file of exportFiles)
      writeFileSync(join(folder, file), await fileOf(server, day, set.id, file));
    let text = '';
    const say = (part: string) => void (text += part);
    const io = {
      stdin: () => Promise.resolve(''),
      readFile: () => Promise.resolve(''),
      stdout: say,
      stderr: say,
    };
    expect([await verify([folder], io), text]).toEqual([0, text]);
    const book = (await fileOf(server, day, set.id, 'scorebook.json')).toString();
    writeFileSync(
      join(folder, 'scorebook.json'),
      book.replace('"count": 400', '"count": 401').replace('"count":400', '"count":401'),
    );
    text = '';
    expect(await verify([folder], io)).not.toBe(0);
    expect(text).toContain('得票数与留痕中登记的不一致');
    rmSync(folder, { recursive: true });
  });
});

test('a rule with neither → nothing to record', async () => {
  const plain = await testServer();
  const other = await lockedWeiyuan(plain);
  const body = {
    operation: operation(),
    base: 0,
    rows: [],
    approval: { approver: other.accounts.u07, secret: approvalSecret },
  };
  const error = await other.as.u04.fail(additions.recordAdjustments, { params: other.params, body });
  expect([error.code, error.message]).toEqual(['wrong_state', '本场大赛的规则没有加减分']);
  await plain.dispose();
});

async function fileOf({ app }: TestServer, { as, competition }: LockedWeiyuan, set: string, file: string) {
  const { rawPayload } = await app.inject({
    url: `/api/competitions/${competition}/exports/${set}/files/${file}`,
    headers: {
      host: 'gongping.test',
      cookie: [...as.u07.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
  });
  return rawPayload;
}
