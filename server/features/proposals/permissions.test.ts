import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { operation } from '../../testing.ts';
import type { TestBrowser } from '../../testing.ts';
import { completeContent, scene } from './testing.ts';
import type { Scene, SceneApplicant } from './testing.ts';

const { proposals } = contract;
/** Planted where only some may see it. */
const planted = { draft: '机密草稿', later: '机密的后续改动', phone: '10000003001' };

let s: Scene;
let by: SceneApplicant;
let other: SceneApplicant;
/** A draft never submitted, and a submitted one edited since. */
let draft: { competition: string; proposal: string };
let counted: { competition: string; proposal: string };
let browsers: Record<'sponsor' | 'supervisor' | 'tally_clerk' | 'host' | 'other' | 'stranger', TestBrowser>;

beforeAll(async () => {
  s = await scene();
  by = await s.applicant(planted.phone);
  other = await s.applicant('10000003002');
  const create = async (title: string) => {
    const { id: proposal } = await by.browser.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title },
    });
    return { competition: s.competition, proposal };
  };
  draft = await create(planted.draft);
  counted = await create('公开的名字');
  const content = { ...completeContent(s.settings), title: '公开的名字' };
  await by.browser.call(proposals.save, { params: counted, body: { base: 1, content } });
  await by.browser.call(proposals.submit, { params: counted, body: { operation: operation(), base: 2 } });
  await by.browser.call(proposals.save, {
    params: counted,
    body: { base: 2, content: { ...content, title: planted.later, summary: planted.later } },
  });
  browsers = {
    sponsor: s.sponsor,
    supervisor: await s.officer('supervisor'),
    tally_clerk: await s.officer('tally_clerk'),
    host: await s.officer('host'),
    other: other.browser,
    stranger: s.server.browser(),
  };
});
afterAll(() => s.server.dispose());

const file = { name: '登记证书.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') };
const content = () => completeContent(s.settings);
/** Every route about one proposal, with a request that would succeed for its applicant or the operator. */
const requests = (params: { competition: string; proposal: string }) => ({
  get: { params },
  save: { params, body: { base: 2, content: content() } },
  submit: { params, body: { operation: operation(), base: 2 } },
  withdraw: { params, body: { operation: operation(), reason: '不做了' } },
  check: {
    params,
    body: { operation: operation(), base: 2, check: { verdict: 'pass' as const, fields: [], reason: '' } },
  },
  attach: { params, query: { operation: operation(), kind: 'other' as const }, file },
  detach: { params: { ...params, attachment: 'none' } },
  download: { params: { ...params, attachment: 'none' } },
});

describe('one proposal', () => {
  test.each(['tally_clerk', 'host', 'other', 'stranger'] as const)('%s → nothing at all', async (who) => {
    const expected = who === 'stranger' ? 401 : 403;
    for (const params of [draft, counted]) {
      const all = requests(params);
      for (const name of Object.keys(all) as (keyof typeof all)[]) {
        const reply = await browsers[who].send(proposals[name], all[name]);
        expect([name, reply.status]).toEqual([name, expected]);
      }
    }
  });

  test.each(['sponsor', 'supervisor'] as const)(
    '%s → the submitted version, no draft, no change',
    async (who) => {
      const browser = browsers[who];
      const shown = await browser.call(proposals.get, { params: counted });
      expect([shown.revision, shown.content.title]).toEqual([2, '公开的名字']);
      expect((await browser.send(proposals.get, { params: draft })).status).toBe(404);
      const all = requests(counted);
      for (const name of ['save', 'submit', 'withdraw', 'check', 'attach', 'detach'] as const)
        expect([name, (await browser.send(proposals[name], all[name])).status]).toEqual([name, 403]);
    },
  );

  test('the applicant → may do everything but check its own', async () => {
    const reply = await by.browser.send(proposals.check, requests(counted).check);
    expect(reply.status).toBe(403);
  });

  test('the operator → sees the working copy while it can be changed, then the version that counts', async () => {
    expect((await s.operator.call(proposals.get, { params: draft })).content.title).toBe(planted.draft);
    const seen = async () => (await s.operator.call(proposals.get, { params: counted })).content.title;
    expect(await seen()).toBe(planted.later);
    const before = s.server.clock.at;
    s.server.clock.at = s.settings.timeline.deadline + 1;
    expect(await seen()).toBe('公开的名字');
    expect((await by.browser.call(proposals.get, { params: counted })).content.title).toBe(planted.later);
    s.server.clock.at = before;
  });
});

describe('lists', () => {
  const titles = async (browser: TestBrowser) =>
    (await browser.call(proposals.list, { params: { competition: s.competition } })).map(
      ({ title }) => title,
    );

  test('officers → what was submitted; the operator the drafts too', async () => {
    for (const who of ['sponsor', 'supervisor', 'tally_clerk', 'host'] as const)
      expect(await titles(browsers[who])).toEqual(['公开的名字']);
    expect((await titles(s.operator)).sort()).toEqual(['公开的名字', planted.draft].sort());
  });

  test('own proposals → in their working copies; another applicant has none of them', async () => {
    const params = { competition: s.competition };
    const own = await by.browser.call(proposals.mine, { params });
    expect(own.map(({ title }) => title).sort()).toEqual([planted.draft, planted.later].sort());
    expect(own.map(({ requested }) => requested).sort()).toEqual([0, 4_500_000]);
    expect(await other.browser.call(proposals.mine, { params })).toEqual([]);
  });
});

test('a proposal in the name of another applicant → refused', async () => {
  const refused = await other.browser.fail(proposals.create, {
    params: { competition: s.competition },
    body: { operation: operation(), applicant: by.id, title: '冒名' },
  });
  expect(refused.code).toBe('forbidden');
});

test('nothing planted → in any reply to those who may not see it', async () => {
  const params = { competition: s.competition };
  for (const [who, browser] of Object.entries(browsers)) {
    const replies = [
      await browser.send(proposals.list, { params }),
      await browser.send(proposals.mine, { params }),
      await browser.send(proposals.get, { params: draft }),
      await browser.send(proposals.get, { params: counted }),
      await browser.send(contract.competitions.get, { params }),
      await browser.send(contract.ledger.page, { params }),
    ];
    const text = replies.map((reply) => reply.text).join();
    for (const secret of Object.values(planted))
      expect([who, secret, text.includes(secret)]).toEqual([who, secret, false]);
    expect(text).not.toContain(by.code);
  }
});

test('a proposal under the address of another competition → not found', async () => {
  const { id: elsewhere } = await s.sponsor.call(contract.competitions.create, {
    body: { operation: operation(), template: 'weiyuan', name: '另一场' },
  });
  const refused = await s.sponsor.fail(proposals.get, {
    params: { competition: elsewhere, proposal: counted.proposal },
  });
  expect(refused.code).toBe('not_found');
});
