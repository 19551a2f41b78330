import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { exportFiles } from '../../../shared/contract/papers.ts';
import type { RuleParts } from '../../../shared/contract/rule-changes.ts';
import { verify } from '../../cli/verify.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestServer } from '../../testing.ts';
import { signLatest } from '../decisions/testing.ts';
import { approvalSecret, expectedRows, lockedWeiyuan, unlockSession } from '../results/testing.ts';
import type { LockedWeiyuan } from '../results/testing.ts';

const { competitions, decisions, exports, papers, results, ruleChanges } = contract;

let server: TestServer;
let day: LockedWeiyuan;
beforeAll(async () => {
  server = await testServer();
  day = await lockedWeiyuan(server);
});
afterAll(() => server.dispose());

const reason = '评委组一致认为不应去掉最高最低分。';
const changed = async (change: (parts: RuleParts) => void) => {
  const { revision, settings } = await day.as.u01.call(competitions.get, { params: day.params });
  const parts: RuleParts = structuredClone({ rubric: settings.rubric, scoring: settings.scoring });
  change(parts);
  return { base: revision, parts };
};
const untrimmed = (parts: RuleParts) => void (parts.scoring.trim = null);
const preview = async (change: (parts: RuleParts) => void) => {
  const body = await changed(change);
  return { ...body, ...(await day.as.u01.call(ruleChanges.preview, { params: day.params, body })) };
};
const approval = () => ({ approver: day.accounts.u07, secret: approvalSecret });

test('preview → every project under both rules; the present ranks are the expected ones', async () => {
  const { effect } = await preview(untrimmed);
  expect([effect.kind, effect.version, effect.unlocked]).toEqual(['changed', 2, 0]);
  const expected = new Map(expectedRows().map((row) => [row.id, row.rank_before_decision]));
  const ranked = effect.ranks.filter(({ before }) => before.rank !== null);
  expect(ranked).toHaveLength(expectedRows().filter(({ rank }) => rank !== null).length);
  for (const { proposal, before } of ranked)
    expect([proposal, before.rank]).toEqual([proposal, expected.get(proposal)]);
  expect(ranked.some(({ before, after }) => before.rank !== after.rank)).toBe(true);
});

test('a session not locked → its projects are left out and counted', async () => {
  const other = await testServer();
  const second = await lockedWeiyuan(other);
  await unlockSession(other, 'pm');
  const { revision, settings } = await second.as.u01.call(competitions.get, { params: second.params });
  const parts = { rubric: settings.rubric, scoring: { ...settings.scoring, trim: null } };
  const { effect } = await second.as.u07.call(ruleChanges.preview, {
    params: second.params,
    body: { base: revision, parts },
  });
  expect(effect.ranks.every(({ order }) => order <= 16)).toBe(true);
  expect(effect.ranks.length + effect.unlocked).toBe(
    expectedRows().filter(({ rank }) => rank !== null).length,
  );
  await other.dispose();
});

test('the rubric by which judges have marked → refused, the rules are not', async () => {
  const body = await changed(({ rubric }) => rubric.criteria.splice(0, 1));
  body.parts.scoring.ties = [];
  const error = await day.as.u01.fail(ruleChanges.preview, { params: day.params, body });
  expect([error.code, error.message.includes('评分标准不能再改')]).toEqual(['wrong_state', true]);
});

test('one person alone, or the own approval → refused', async () => {
  const { base, parts, preview: shown } = await preview(untrimmed);
  const body = { base, parts, reason, preview: shown };
  const fail = async (more: object) =>
    (
      await day.as.u01.fail(ruleChanges.apply, {
        params: day.params,
        body: { ...body, operation: operation(), ...more },
      })
    ).code;
  expect(await fail({})).toBe('approval_refused');
  expect(await fail({ approval: { approver: day.accounts.u01, secret: approvalSecret } })).toBe(
    'approval_refused',
  );
  expect(await fail({ approval: { ...approval(), secret: '000000' } })).toBe('approval_refused');
});

test('by two → the rules, and the result under them in the same step; files of it verify', async () => {
  const first = await day.as.u04.call(results.compute, {
    params: day.params,
    body: { operation: operation() },
  });
  const { base, parts, preview: shown, effect } = await preview(untrimmed);
  await day.as.u01.call(ruleChanges.apply, {
    params: day.params,
    body: { operation: operation(), base, parts, reason, preview: shown, approval: approval() },
  });
  const result = await day.as.u04.call(results.latest, { params: day.params });
  expect([first.version, first.rulesVersion, result.version, result.rulesVersion]).toEqual([1, 1, 2, 2]);
  const after = new Map(effect.ranks.map(({ proposal, after: placing }) => [proposal, placing]));
  for (const { proposal, rank, score } of result.entries.filter((entry) => entry.rank !== null))
    expect({ rank, score }).toEqual(after.get(proposal));
  const { entries } = await day.as.u01.call(contract.ledger.page, {
    params: day.params,
    query: { limit: 3 },
  });
  expect(entries.map(({ action }) => action)).toEqual(['result_computed', 'rules_changed', 'approval_given']);
  expect(await verified()).toContain('一致');
});

test('the reason → in the review report with the ranks that moved, not for everybody', async () => {
  const report = (await day.as.u01.send(papers.report, { params: day.params })).text.replace(
    /&#(\d+);/g,
    (_all, code) => String.fromCharCode(Number(code)),
  );
  for (const said of ['计分规则改为第2版', reason.slice(0, -1), '复核人：', '名次有变化的'])
    expect(report).toContain(said);
  const notices = await server.browser().call(ruleChanges.notices, { params: day.params });
  expect(notices).toMatchObject([{ version: 2, kind: 'changed', reason: '' }]);
});

test('once the list is confirmed → no change any more', async () => {
  const body = await changed((parts) => void (parts.scoring.line = '70'));
  const error = await day.as.u01.fail(ruleChanges.preview, { params: day.params, body });
  expect([error.code, error.message.includes('已确认')]).toEqual(['wrong_state', true]);
});

/** Decides by the latest result, makes the files, and gives what `gongping verify` says of them. */
async function verified(): Promise<string> {
  const { version } = await day.as.u04.call(results.latest, { params: day.params });
  const { entries } = await day.as.u01.call(decisions.preview, { params: day.params });
  const rows = entries
    .filter(({ amount }) => amount > 0)
    .map(({ proposal, amount }) => ({ proposal, amount }));
  const recorded = await day.as.u01.call(decisions.record, {
    params: day.params,
    body: { operation: operation(), resultVersion: version, rows, reason: '' },
  });
  await signLatest(day);
  await day.as.u01.call(decisions.confirm, {
    params: { ...day.params, version: String(recorded.version) },
    body: { operation: operation(), fingerprint: recorded.fingerprint, approval: approval() },
  });
  const set = await day.as.u01.call(exports.make, { params: day.params, body: { operation: operation() } });
  const folder = mkdtempSync(join(tmpdir(), 'gongping-rules-'));
  for (const file of exportFiles) {
    const { rawPayload } = await server.app.inject({
      url: `/api/competitions/${day.competition}/exports/${set.id}/files/${file}`,
      headers: {
        host: 'gongping.test',
        cookie: [...day.as.u07.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    writeFileSync(join(folder, file), rawPayload);
  }
  let text = '';
  const say = (part: string) => void (text += part);
  const status = await verify([folder], {
    stdin: () => Promise.resolve(''),
    readFile: () => Promise.resolve(''),
    stdout: say,
    stderr: say,
  });
  rmSync(folder, { recursive: true });
  expect([status, text]).toEqual([0, text]);
  return text;
}
