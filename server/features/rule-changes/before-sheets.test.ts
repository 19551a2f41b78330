import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { RuleParts } from '../../../shared/contract/rule-changes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { operation } from '../../testing.ts';
import { hallBeforeDraw } from '../stage/testing.ts';

const { competitions, ledger, publicPages, ruleChanges } = contract;

let day: Awaited<ReturnType<typeof hallBeforeDraw>>;
beforeAll(async () => {
  day = await hallBeforeDraw();
});
afterAll(() => day.server.dispose());

const now = () => day.as.sponsor.call(competitions.get, { params: day.params });
/** Rubric and rules of now after one change. */
const changed = async (change: (parts: RuleParts) => void): Promise<{ base: number; parts: RuleParts }> => {
  const { revision, settings } = await now();
  const { rubric, scoring }: Settings = structuredClone(settings);
  const parts = { rubric, scoring };
  change(parts);
  return { base: revision, parts };
};
const previewed = (body: { base: number; parts: RuleParts }) =>
  day.as.sponsor.call(ruleChanges.preview, { params: day.params, body });
const line70 = (parts: RuleParts) => void (parts.scoring.line = '70');
const reason = '公告中的合格线写错了。';

test('preview → what differs and whom it touches; nothing is stored', async () => {
  const before = await now();
  const { effect } = await previewed(await changed(line70));
  expect(effect).toMatchObject({
    kind: 'corrected',
    version: 2,
    touched: { applicants: 4, drafts: 0, submitted: 4, judges: 0, sheets: 0 },
    ranks: [],
    unlocked: 0,
  });
  expect(effect.lines).toEqual([`计分规则原为：${effect.sentenceBefore}现改为：${effect.sentenceAfter}`]);
  expect(effect.sentenceAfter).toContain('合格线 70 分');
  expect(await now()).toMatchObject({ revision: before.revision, rulesVersion: 1 });
});

test('a change without a difference, with a fault, or on an old revision → refused', async () => {
  const fail = async (body: { base: number; parts: RuleParts }) =>
    day.as.sponsor.fail(ruleChanges.preview, { params: day.params, body });
  expect((await fail(await changed(() => undefined))).code).toBe('wrong_state');
  const faulty = await fail(
    await changed(({ scoring }) => (scoring.trim = { high: 3, low: 2, min_valid: 5 })),
  );
  expect([faulty.code, faulty.fields[0]?.path]).toEqual(['invalid_input', 'scoring.trim']);
  const { base, parts } = await changed(line70);
  expect((await fail({ base: base - 1, parts })).code).toBe('stale_revision');
});

test('a preview of another change, or of long ago → refused', async () => {
  const one = await changed(line70);
  const other = await changed(({ scoring }) => (scoring.line = '65'));
  const { preview } = await previewed(one);
  const body = { ...other, operation: operation(), reason, preview };
  expect((await day.as.sponsor.fail(ruleChanges.apply, { params: day.params, body })).message).toContain(
    '重新预览',
  );
  day.server.clock.at += 11 * 60_000;
  const late = { ...one, operation: operation(), reason, preview };
  expect(
    (await day.as.sponsor.fail(ruleChanges.apply, { params: day.params, body: late })).message,
  ).toContain('超过 10 分钟');
});

test('applied by the sponsor alone → version 2, recorded with its notice, a retry gets the same answer', async () => {
  const body = await changed((parts) => {
    line70(parts);
    const [need] = parts.rubric.criteria;
    if (need) Object.assign(need, { max: '25' });
  });
  const { preview } = await previewed(body);
  const request = { params: day.params, body: { ...body, operation: operation(), reason, preview } };
  const competition = await day.as.sponsor.call(ruleChanges.apply, request);
  expect([competition.rulesVersion, competition.settings.scoring.line]).toEqual([2, '70']);
  expect((await day.as.sponsor.call(ruleChanges.apply, request)).rulesVersion).toBe(2);
  const { entries } = await day.as.sponsor.call(ledger.page, { params: day.params, query: { limit: 2 } });
  expect(entries.map(({ action }) => action)).toEqual(['published', 'rules_corrected']);
  expect(entries[0]?.data).toMatchObject({ paper: 'correction', version: 2 });
  expect(JSON.stringify(entries)).not.toContain('写错');
});

test('afterwards everybody can read the notice, on the call too, and the organizers who made it', async () => {
  const stranger = day.server.browser();
  const notices = await stranger.call(ruleChanges.notices, { params: day.params });
  expect(notices).toMatchObject([{ version: 2, kind: 'corrected', reason }]);
  expect(notices[0]?.lines[0]).toBe('“需求与社区匹配”的满分由20分改为25分。');
  expect(JSON.stringify(notices)).not.toContain('主办方经办人甲');
  const [change] = await day.as.operator.call(ruleChanges.list, { params: day.params });
  expect(change).toMatchObject({ version: 2, byName: '主办方经办人甲', approverName: '' });
  const { text } = await stranger.send(publicPages.call, { params: day.params });
  for (const said of ['更正公告', reason, '“需求与社区匹配”的满分由20分改为25分。', '第2版'])
    expect(text).toContain(said);
});

test('a draft → no notices, no change', async () => {
  const { id } = await day.as.sponsor.call(competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '另一场' },
  });
  const params = { competition: id };
  expect((await day.server.browser().fail(ruleChanges.notices, { params })).code).toBe('not_found');
  const { revision, settings } = await day.as.sponsor.call(competitions.get, { params });
  const body = { base: revision, parts: { rubric: settings.rubric, scoring: settings.scoring } };
  expect((await day.as.sponsor.fail(ruleChanges.preview, { params, body })).code).toBe('wrong_state');
});
