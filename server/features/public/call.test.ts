import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { operation, testServer } from '../../testing.ts';
import type { TestBrowser, TestServer } from '../../testing.ts';

const { publicPages, competitions } = contract;
let server: TestServer;
let sponsor: TestBrowser;
beforeAll(async () => {
  server = await testServer();
  sponsor = server.browser();
  await sponsor.call(contract.installation.setUp, {
    body: {
      code: server.setupCode,
      name: '主办方经办人甲',
      username: 'sponsor',
      password: 'a long password',
    },
  });
});
afterAll(() => server.dispose());

/** A competition with changed settings, published unless said otherwise. */
async function competition(change: (settings: Settings) => Settings, isPublished = true): Promise<string> {
  const { id } = await sponsor.call(competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '示例县公益创投大赛' },
  });
  const params = { competition: id };
  const draft = await sponsor.call(competitions.get, { params });
  const body = { base: draft.revision, settings: change(draft.settings) };
  const { revision } = await sponsor.call(competitions.saveSettings, { params, body });
  if (isPublished)
    await sponsor.call(competitions.publish, { params, body: { operation: operation(), base: revision } });
  return id;
}
const page = async (id: string) => {
  const reply = await server.browser().send(publicPages.call, { params: { competition: id } });
  /** What a reader sees: no tags, references resolved. */
  const words = reply.text
    .replace(/<style>[^]*<\/style>|<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
  return { ...reply, words };
};
const same = (settings: Settings) => settings;

test('a published call → everything a team has to know, without signing in', async () => {
  const id = await competition((settings) => ({
    ...settings,
    contact: { office: '支持中心', phone: '0830-000 0000', hours: '周一到周五 9:00—17:30' },
  }));
  const { status, headers, words, text } = await page(id);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  for (const said of [
    '示例县公益创投大赛',
    '2026年9月23日（星期三）18:00',
    '每个项目最多50,000元',
    '资金总额600,000元',
    '最多报2个项目',
    '满分100分',
    '需求与社区匹配',
    '有效评委不少于',
    '得分60分及以上的项目',
    '周一到周五 9:00—17:30',
    '现为第1版',
  ])
    expect(words).toContain(said);
  expect(text).toContain(`href="/c/${id}/apply"`);
  expect(text).toContain('href="tel:08300000000"');
});

test('a page → needs no script and carries only the style that its policy names', async () => {
  const { headers, text } = await page(await competition(same));
  expect(text).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i);
  const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(headers['content-security-policy']).toContain(`style-src 'sha256-${hash}'`);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('a draft and an unknown competition → not found, with nothing of the draft', async () => {
  const id = await competition((settings) => ({ ...settings, name: '机密草稿大赛' }), false);
  for (const reply of [await page(id), await page('no-such-one')]) {
    expect(reply.status).toBe(404);
    expect(reply.text).not.toContain('机密草稿');
  }
});

test('text with signs of HTML in any setting → shown as text', async () => {
  const evil = '<script>alert("1")</script>&\'';
  const id = await competition((settings) => ({
    ...settings,
    name: evil,
    mark: evil,
    sponsors: [{ name: evil, note: evil }],
    operator: { name: evil, note: '' },
    contact: { office: evil, phone: '"><script>', hours: evil },
    tracks: settings.tracks.map((track) => ({ ...track, name: evil, description: evil })),
    communities: settings.communities.map((one) => ({ ...one, name: evil, task: evil })),
    budgetGuidance: [evil],
    money: { ...settings.money, source: evil },
    timeline: { ...settings.timeline, place: evil },
    rubric: {
      criteria: settings.rubric.criteria.map((criterion) => ({
        ...criterion,
        name: evil,
        guidance: [evil],
        levels: criterion.levels.map((level) => ({ ...level, word: evil, description: evil })),
      })),
    },
  }));
  const { status, text, words } = await page(id);
  expect(status).toBe(200);
  expect(text).not.toContain('<script');
  expect(words).toContain(evil);
});

test('before and after the deadline → the button, then the way back for those who applied', async () => {
  const id = await competition(same);
  const { settings } = await server.browser().call(competitions.get, { params: { competition: id } });
  const before = server.clock.at;
  server.clock.at = settings.timeline.deadline;
  expect((await page(id)).words).toContain('我要申报');
  server.clock.at += 1;
  const { words, text } = await page(id);
  expect(words).not.toContain('我要申报');
  expect(words).toContain('已经申报的，从这里查看进展');
  expect(words).toMatch(/形式审查和补正 现在/);
  expect(text.match(/aria-current/g)).toHaveLength(1);
  server.clock.at = before;
});
