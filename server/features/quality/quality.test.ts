import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { decideWeiyuan, signLatest } from '../decisions/testing.ts';
import { openedEntries } from '../ledger/entries.ts';
import { lockedWeiyuan, weiyuan } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';
import { judgeNumbers } from './judge-numbers.ts';

const { quality, results } = contract;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

/** What one of them sees, once it is no longer being computed. */
const get = async (who: 'u01' | 'u02' | 'u07') => {
  for (;;) {
    const seen = await day.as[who].call(quality.get, { params: day.params });
    if (seen.state !== 'computing') return seen;
  }
};
const open = (body = { operation: operation() }) => ({ params: day.params, body });
/** What the ledger's own vocabulary accepts of the acts written. */
const traced = () => openedEntries(server.context, day.competition, 'analysis_opened');

describe('before the result is signed', () => {
  test('no result → said so, nothing to open', async () => {
    expect(await get('u01')).toMatchObject({ state: 'no_result', version: 0, analysis: null });
    expect((await day.as.u01.fail(quality.open, open())).code).toBe('wrong_state');
  });

  test('computed, not signed → still closed, and the refusal leaves no trace', async () => {
    await day.as.u04.call(results.compute, { params: day.params, body: { operation: operation() } });
    expect(await get('u07')).toMatchObject({ state: 'unsigned', version: 1, analysis: null });
    expect((await day.as.u07.fail(quality.open, open())).code).toBe('wrong_state');
    expect(await traced()).toEqual([]);
  });
});

test('signed, no list yet → opened, without a line', async () => {
  const other = await testServer();
  const before = await lockedWeiyuan(other);
  const { params } = before;
  await before.as.u04.call(results.compute, { params, body: { operation: operation() } });
  await signLatest(before);
  await before.as.u07.call(quality.open, { params, body: { operation: operation() } });
  const look = () => before.as.u07.call(quality.get, { params });
  await expect.poll(async () => (await look()).state, { timeout: 60_000 }).toBe('open');
  expect(await look()).toMatchObject({ hasList: false, followsRanks: true, analysis: { line: null } });
  await other.dispose();
});

describe('signed, and a second person has confirmed the list', () => {
  beforeAll(() => decideWeiyuan(day));

  test('signed → closed until somebody opens it', async () => {
    expect(await get('u01')).toEqual({
      state: 'closed',
      version: 3,
      openings: [],
      projects: [],
      hasList: false,
      followsRanks: true,
      analysis: null,
    });
  });

  test.each(['u03', 'u04', 'u05', 'u06'] as const)('%s, who operates → refused', async (who) => {
    expect((await day.as[who].fail(quality.get, { params: day.params })).code).toBe('forbidden');
    expect((await day.as[who].fail(quality.open, open())).code).toBe('forbidden');
  });

  test('opened by the sponsor → the analysis, recorded once for all retries', async () => {
    const request = open();
    await day.as.u01.call(quality.open, request);
    const opened = await get('u01');
    expect(opened).toMatchObject({ state: 'open', version: 3, followsRanks: true });
    expect(opened.openings.map(({ name }) => name)).toEqual(['主办方经办人甲']);
    expect(await day.as.u01.call(quality.open, request)).toEqual(opened);
    expect(await day.as.u01.call(quality.open, open())).toEqual(opened);
    const entries = await traced();
    expect(entries.map(({ actor, subject, data }) => [actor, subject, data])).toEqual([
      [`officer:${day.accounts.u01}`, 'result:3', { version: 3 }],
    ]);
  });

  test('opened by one → still closed for another, who opens it in the own name', async () => {
    expect(await get('u07')).toMatchObject({ state: 'closed', analysis: null });
    const { openings } = await day.as.u07.call(quality.open, open());
    expect(openings.map(({ name }) => name)).toEqual(['主办方经办人甲', '监督员']);
  });

  test('the line lies after the last of the confirmed list', async () => {
    const { analysis } = await get('u01');
    expect(analysis?.line?.cut).toBe(21);
    const borderline = analysis?.line?.entries.filter(({ standing }) => standing === 'borderline');
    expect(borderline?.map(({ proposal }) => proposal)).toEqual(['p08', 'p16']);
  });

  test('no name, id or party of a judge is in the reply', async () => {
    const text = JSON.stringify(await get('u01'));
    const { judges } = weiyuan<{ judges: { id: string; name: string; party: string }[] }>('judges');
    for (const { id, name, party } of judges) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(`"${party}"`);
    }
  });

  test('judges are numbered 1…n, the same at every look and for everybody', async () => {
    const { analysis } = await get('u01');
    expect(analysis?.judges.map(({ judge }) => judge)).toEqual([...Array(15).keys()].map((n) => n + 1));
    expect((await get('u07')).analysis).toEqual(analysis);
  });
});

test('the numbers follow the key of the server, so that no file gives them away', async () => {
  const other = await testServer();
  const { judges } = weiyuan<{ judges: { id: string }[] }>('judges');
  const ids = judges.map(({ id }) => id);
  const numbers = ({ context }: TestServer, of: readonly string[], competition = 'c1') =>
    JSON.stringify([...judgeNumbers(context, competition, of)].sort());
  expect(numbers(server, [...ids].reverse())).toBe(numbers(server, ids));
  expect(numbers(other, ids)).not.toBe(numbers(server, ids));
  expect(numbers(server, ids, 'c2')).not.toBe(numbers(server, ids));
  await other.dispose();
});
