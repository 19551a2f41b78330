import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { FormCheck, ProposalContent } from '../../../shared/contract/proposals.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { operation } from '../../testing.ts';
import { organization, completeContent, scene } from './testing.ts';
import type { Scene, SceneApplicant } from './testing.ts';

const { proposals } = contract;
let s: Scene;
let timeline: Settings['timeline'];
let published: number;
beforeAll(async () => {
  s = await scene();
  timeline = s.settings.timeline;
  published = s.server.clock.at;
});
beforeEach(() => {
  s.server.clock.at = published;
});
afterAll(() => s.server.dispose());

type At = { competition: string; proposal: string };
let phones = 0;
const complete = (change: Partial<ProposalContent> = {}) => ({ ...completeContent(s.settings), ...change });
const get = (by: SceneApplicant, params: At) => by.browser.call(proposals.get, { params });
const saveAs = (by: SceneApplicant, params: At, base: number, change: Partial<ProposalContent>) =>
  by.browser.send(proposals.save, { params, body: { base, content: complete(change) } });
const submit = (by: SceneApplicant, params: At, base: number) =>
  by.browser.send(proposals.submit, { params, body: { operation: operation(), base } });

/** A submitted proposal at revision 2. */
async function submitted(): Promise<{ by: SceneApplicant; params: At }> {
  const by = await s.applicant(`1000001${String((phones += 1)).padStart(4, '0')}`);
  const { id: proposal } = await by.browser.call(proposals.create, {
    params: { competition: s.competition },
    body: { operation: operation(), applicant: by.id, title: '暖心饭盒' },
  });
  const params = { competition: s.competition, proposal };
  expect((await saveAs(by, params, 1, {})).status).toBe(200);
  expect((await submit(by, params, 2)).status).toBe(200);
  return { by, params };
}

const verdicts: Record<'pass' | 'refuse', FormCheck> = {
  pass: { verdict: 'pass', fields: [], reason: '' },
  refuse: { verdict: 'refuse', fields: [], reason: '不在征集范围内' },
};
const returned = (...paths: string[]): FormCheck => ({
  verdict: 'return',
  fields: paths.map((path) => ({ path, note: '请写明口径' })),
  reason: '',
});
const check = (params: At, base: number, given: FormCheck) =>
  s.operator.send(proposals.check, { params, body: { operation: operation(), base, check: given } });
const codeOf = (reply: { body: unknown }) => (reply.body as { code: string }).code;
const checksOf = async (proposal: string) => {
  const { ledger } = s.server.context.store.t;
  return s.server.context.store.read
    .select()
    .from(ledger)
    .where(and(eq(ledger.subject, `proposal:${proposal}`), eq(ledger.action, 'proposal_checked')));
};
describe('form check', () => {
  test('passed → the applicant sees it, the ledger has the verdict with its reason sealed', async () => {
    const { by, params } = await submitted();
    s.server.clock.at = timeline.deadline + 1;
    const reply = await check(params, 2, { ...verdicts.refuse, reason: '机密的理由' });
    expect(reply.body).toMatchObject({ status: 'refused', check: { reason: '机密的理由' } });
    expect((await get(by, params)).status).toBe('refused');
    const [entry] = await checksOf(params.proposal);
    expect(entry?.data).toEqual({ revision: 2, verdict: 'refuse', fields: 0 });
    expect(JSON.stringify(entry)).not.toContain('机密的理由');
  });

  test('a draft → cannot be checked', async () => {
    const { by } = await submitted();
    const { id: proposal } = await by.browser.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title: '乙' },
    });
    expect(codeOf(await check({ competition: s.competition, proposal }, 1, verdicts.pass))).toBe(
      'wrong_state',
    );
  });

  test('submitted anew while the officer was reading → 409 with the version that counts now', async () => {
    const { by, params } = await submitted();
    await saveAs(by, params, 2, { title: '新名字' });
    expect((await check(params, 2, verdicts.pass)).status).toBe(200);
    await submit(by, params, 3);
    const stale = await check(params, 2, verdicts.pass);
    expect(stale.body).toMatchObject({
      code: 'stale_revision',
      current: { revision: 3, content: { title: '新名字' } },
    });
    expect((await get(by, params)).status).toBe('submitted');
  });

  test('a draft edited on while the officer reads the submitted version → the check is of that version', async () => {
    const { by, params } = await submitted();
    await saveAs(by, params, 2, { title: '还没交的改动' });
    const reply = await check(params, 2, verdicts.pass);
    expect(reply.body).toMatchObject({ status: 'passed', revision: 2, content: { title: '暖心饭盒' } });
    expect((await check(params, 3, verdicts.pass)).status).toBe(409);
    expect((await get(by, params)).content.title).toBe('还没交的改动');
  });

  test.each<[string, FormCheck, string]>([
    ['refused without a reason', { ...verdicts.refuse, reason: ' ' }, 'check.reason'],
    ['returned without a place', returned(), 'check.fields'],
    ['returned with a place there is not', returned('needs', 'budgets'), 'check.fields[1].path'],
    [
      'returned without saying what',
      { verdict: 'return', fields: [{ path: 'needs', note: '' }], reason: '' },
      'check.fields[0].note',
    ],
  ])('%s → refused naming the field', async (_what, given, path) => {
    const { params } = await submitted();
    expect((await check(params, 2, given)).body).toMatchObject({
      code: 'invalid_input',
      fields: [{ path }],
    });
  });

  test('a slip of the officer → the verdict is replaced, both stay in the ledger', async () => {
    const { params } = await submitted();
    await check(params, 2, verdicts.refuse);
    expect((await check(params, 2, verdicts.pass)).body).toMatchObject({ status: 'passed' });
    expect((await checksOf(params.proposal)).map(({ data }) => data['verdict'])).toEqual(['refuse', 'pass']);
  });
});

describe('correction', () => {
  test('returned for two places → exactly these two can be edited, and submitted again in the window', async () => {
    const { by, params } = await submitted();
    s.server.clock.at = timeline.deadline + 1;
    await check(params, 2, returned('needs', 'budget[0].purpose'));
    s.server.clock.at = timeline.correctionFrom;
    const outside = await saveAs(by, params, 2, { needs: '补充依据', title: '顺手改名' });
    expect(outside.body).toMatchObject({ code: 'wrong_state', fields: [{ path: 'content.title' }] });
    const budget = complete().budget.map((line) => ({ ...line, purpose: '写明口径' }));
    expect((await saveAs(by, params, 2, { needs: '补充依据', budget })).status).toBe(200);
    const number = (await get(by, params)).number;
    expect((await submit(by, params, 3)).body).toMatchObject({ number, revision: 3 });
    expect(await get(by, params)).toMatchObject({
      status: 'submitted',
      submittedRevision: 3,
      content: complete({ needs: '补充依据', budget }),
    });
    expect((await check(params, 3, verdicts.pass)).body).toMatchObject({ status: 'passed' });
  });

  test('returned, nothing to change in the text → may be submitted again as it is', async () => {
    const { by, params } = await submitted();
    s.server.clock.at = timeline.deadline + 1;
    await check(params, 2, returned('attachments'));
    expect((await submit(by, params, 2)).body).toMatchObject({ revision: 3 });
    expect(await get(by, params)).toMatchObject({ revision: 3, submittedRevision: 3, status: 'submitted' });
  });

  test.each([
    [0, 200],
    [1, 409],
  ])(
    '%i ms after the end of the correction period → saving and submitting answer %i',
    async (offset, status) => {
      const { by, params } = await submitted();
      s.server.clock.at = timeline.deadline + 1;
      await check(params, 2, returned('needs'));
      s.server.clock.at = timeline.correctionTo + offset;
      expect((await saveAs(by, params, 2, { needs: '补充依据' })).status).toBe(status);
      expect((await submit(by, params, status === 200 ? 3 : 2)).status).toBe(status);
    },
  );

  test('edits made before the deadline and never submitted → enter a correction only where it is open', async () => {
    const { by, params } = await submitted();
    await saveAs(by, params, 2, { title: '没交的名字', needs: '没交的需求' });
    s.server.clock.at = timeline.deadline + 1;
    await check(params, 2, returned('needs'));
    const { revision, content } = await get(by, params);
    expect(content).toEqual(complete({ needs: '没交的需求' }));
    await submit(by, params, revision);
    expect((await s.sponsor.call(proposals.get, { params })).content).toEqual(
      complete({ needs: '没交的需求' }),
    );
  });

  test('the profile → open only where the correction asks for it', async () => {
    const save = async (path: string) => {
      const { by, params } = await submitted();
      s.server.clock.at = timeline.deadline + 1;
      await check(params, 2, returned(path));
      const reply = await by.browser.send(contract.applicants.save, {
        params: { competition: s.competition, applicant: by.id },
        body: { base: 1, profile: { ...organization, leader: '新主任' } },
      });
      s.server.clock.at = published;
      return reply.status;
    };
    expect(await save('needs')).toBe(409);
    expect(await save('profile.leader')).toBe(200);
    expect(await save('basics')).toBe(200);
  });
});

test('once the order is drawn → a withdrawal is 退出答辩 with the number kept, the verdict stands', async () => {
  const { by, params } = await submitted();
  s.server.clock.at = timeline.deadline + 1;
  const submittedRows = await s.operator.call(proposals.list, { params: { competition: s.competition } });
  for (const row of submittedRows)
    if (row.id !== params.proposal && row.status === 'passed')
      await s.operator.call(proposals.withdraw, {
        params: { competition: s.competition, proposal: row.id },
        body: { operation: operation(), reason: '只留一个来抽签' },
      });
  await check(params, 2, verdicts.pass);
  await s.operator.call(contract.defenses.typeOrder, {
    params: { competition: s.competition },
    body: { operation: operation(), draws: [{ proposal: params.proposal, order: 1 }], witnesses: [] },
  });
  expect((await check(params, 2, verdicts.refuse)).body).toMatchObject({ code: 'wrong_state' });
  await by.browser.call(proposals.withdraw, {
    params,
    body: { operation: operation(), reason: '那天来不了' },
  });
  expect((await get(by, params)).status).toBe('withdrawn');
  const [defense] = await s.operator.call(contract.defenses.list, { params: { competition: s.competition } });
  expect(defense).toMatchObject({ proposal: params.proposal, order: 1, status: 'withdrawn' });
  const { ledger } = s.server.context.store.t;
  const acts = await s.server.context.store.read
    .select({ action: ledger.action, actor: ledger.actor })
    .from(ledger)
    .where(eq(ledger.subject, `proposal:${params.proposal}`));
  expect(acts).toContainEqual({ action: 'defense_withdrawn', actor: `applicant:${by.id}` });
});
