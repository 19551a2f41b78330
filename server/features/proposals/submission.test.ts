import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { ProposalContent } from '../../../shared/contract/proposals.ts';
import { canonicalJson } from '../../../shared/ledger/canonical.ts';
import type { JsonValue } from '../../../shared/ledger/canonical.ts';
import { receiptBody, receiptCode } from '../../../shared/ledger/receipt.ts';
import { sha256 } from '../../sha256.ts';
import { verifySignature } from '../../signing.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { completeContent, scene } from './testing.ts';
import type { Scene, SceneApplicant } from './testing.ts';

const { proposals } = contract;

describe.each(Object.entries(engines))('from draft to receipt, on %s', (_engine, open) => {
  let s: Scene;
  let published: number;
  beforeAll(async () => {
    s = await scene(open);
    published = s.server.clock.at;
  });
  beforeEach(() => {
    s.server.clock.at = published;
  });
  afterAll(() => s.server.dispose());

  let phones = 0;
  const newApplicant = () => s.applicant(`1000000${String((phones += 1)).padStart(4, '0')}`);
  const create = async (by: SceneApplicant, title = '暖心饭盒') => {
    const { id } = await by.browser.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title },
    });
    return { competition: s.competition, proposal: id };
  };
  const complete = (change: Partial<ProposalContent> = {}) => ({ ...completeContent(s.settings), ...change });
  /** A complete draft, at revision 2. */
  const drafted = async (by: SceneApplicant) => {
    const params = await create(by);
    await by.browser.call(proposals.save, { params, body: { base: 1, content: complete() } });
    return params;
  };
  const submit = (by: SceneApplicant, params: { competition: string; proposal: string }, base: number) =>
    by.browser.call(proposals.submit, { params, body: { operation: operation(), base } });
  const entries = async (proposal: string) => {
    const { ledger } = s.server.context.store.t;
    return s.server.context.store.read
      .select()
      .from(ledger)
      .where(and(eq(ledger.scope, s.competition), eq(ledger.subject, `proposal:${proposal}`)));
  };

  test('submitted → numbered, entered in the ledger with the hash of what was written, with a signed receipt', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    s.server.clock.at += 60_000;
    const { number, revision, receipt } = await submit(by, params, 2);
    expect(number).toBe('2026-001');
    expect(revision).toBe(2);
    expect(receipt.at).toBe(s.server.clock.at);
    const [entry] = await entries(params.proposal);
    expect(entry).toMatchObject({
      seq: receipt.seq,
      hash: receipt.hash,
      action: 'proposal_submitted',
      actor: `applicant:${by.id}`,
      data: { number, revision: 2, content: sha256(canonicalJson(complete() as unknown as JsonValue)) },
    });
    expect(receipt.code).toBe(receiptCode(receipt.hash));
    const { seq, hash, at } = receipt;
    const body = receiptBody({ competition: s.competition, seq, hash, at });
    const key = s.server.context.signer.publicKey;
    expect(verifySignature(body, receipt.signature, key)).toBe(true);
    expect(verifySignature(body.replace(hash.slice(0, 4), '0000'), receipt.signature, key)).toBe(false);
    expect(await by.browser.call(proposals.get, { params })).toMatchObject({
      status: 'submitted',
      revision: 2,
      submittedRevision: 2,
      number,
      submittedAt: at,
      content: complete(),
    });
  });

  test('submitted again with the same operation, later and after the deadline → the same answer, one entry', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    const body = { operation: operation(), base: 2 };
    const first = await by.browser.call(proposals.submit, { params, body });
    s.server.clock.at = s.settings.timeline.deadline + 1;
    expect(await by.browser.call(proposals.submit, { params, body })).toEqual(first);
    expect(await entries(params.proposal)).toHaveLength(1);
    const other = await by.browser.fail(proposals.submit, { params, body: { ...body, base: 3 } });
    expect(other.code).toBe('operation_reused');
  });

  test('numbers → count up over the competition without gaps; a refused submission takes none', async () => {
    const [a, b] = [await newApplicant(), await newApplicant()];
    const [first, second] = [await drafted(a), await drafted(b)];
    const empty = await create(a);
    const before = Number((await submit(a, first, 2)).number.slice(5));
    const refused = await a.browser.fail(proposals.submit, {
      params: empty,
      body: { operation: operation(), base: 1 },
    });
    expect(refused.code).toBe('invalid_input');
    expect(Number((await submit(b, second, 2)).number.slice(5))).toBe(before + 1);
  });

  test('incomplete → every place is named, nothing is submitted', async () => {
    const by = await newApplicant();
    const params = await create(by);
    const goal = { kind: '数量' as const, text: '送餐', number: '六十', unit: '', proof: '签收单' };
    const content = complete({ needs: '', goals: [goal], minimum: 4_500_001 });
    await by.browser.call(proposals.save, { params, body: { base: 1, content } });
    const refused = await by.browser.fail(proposals.submit, {
      params,
      body: { operation: operation(), base: 2 },
    });
    expect(refused.fields.map(({ path }) => path)).toEqual([
      'needs',
      'goals[0].number',
      'goals[0].unit',
      'minimum',
    ]);
    expect(await by.browser.call(proposals.get, { params })).toMatchObject({ status: 'draft', number: '' });
    expect(await entries(params.proposal)).toEqual([]);
  });

  test('edited after a submission → the submitted version stays the one that counts until submitted again', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    const { number } = await submit(by, params, 2);
    const edited = complete({ title: '改过的名字' });
    await by.browser.call(proposals.save, { params, body: { base: 2, content: edited } });
    expect(await by.browser.call(proposals.get, { params })).toMatchObject({
      status: 'submitted',
      revision: 3,
      submittedRevision: 2,
      content: edited,
    });
    const counted = { query: { version: 'submitted' as const }, params };
    for (const browser of [by.browser, s.operator, s.sponsor])
      expect(await browser.call(proposals.get, counted)).toMatchObject({ revision: 2, content: complete() });
    expect((await submit(by, params, 3)).number).toBe(number);
    expect(await s.sponsor.call(proposals.get, { params })).toMatchObject({ revision: 3, content: edited });
    const { proposalVersion } = s.server.context.store.t;
    const versions = await s.server.context.store.read
      .select()
      .from(proposalVersion)
      .where(eq(proposalVersion.proposal, params.proposal));
    expect(versions.map(({ revision, content }) => [revision, content.title]).sort()).toEqual([
      [2, '暖心饭盒'],
      [3, '改过的名字'],
    ]);
  });

  test('submitted twice without a change → told that it is submitted, with its number', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    const { number } = await submit(by, params, 2);
    const refused = await by.browser.fail(proposals.submit, {
      params,
      body: { operation: operation(), base: 2 },
    });
    expect(refused).toMatchObject({ code: 'wrong_state' });
    expect(refused.message).toContain(number);
  });

  test('saved or submitted from an old revision → 409 with the version on the server, which stays', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    const stale = { base: 1, content: complete({ title: '另一台手机上的' }) };
    const refused = await by.browser.fail(proposals.save, { params, body: stale });
    expect(refused).toMatchObject({ code: 'stale_revision', current: { revision: 2, content: complete() } });
    const early = await by.browser.fail(proposals.submit, {
      params,
      body: { operation: operation(), base: 1 },
    });
    expect(early).toMatchObject({ code: 'stale_revision', current: { revision: 2 } });
    expect((await by.browser.call(proposals.get, { params })).content).toEqual(complete());
  });

  test('two saves from the same revision at once → one is kept, the other told', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    const save = (title: string) =>
      by.browser.send(proposals.save, { params, body: { base: 2, content: complete({ title }) } });
    const replies = await Promise.all([save('甲'), save('乙')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = (await by.browser.call(proposals.get, { params })).content.title;
    expect(kept).toBe(replies[0]?.status === 200 ? '甲' : '乙');
  });

  test('entered by a clerk (代录) → named so in the ledger and in the proposal', async () => {
    const profile = (
      await (
        await newApplicant()
      ).browser.call(contract.applicants.mine, {
        params: { competition: s.competition },
      })
    ).profile;
    if (!profile) throw new Error('the scene fills in a profile');
    const { id: applicant } = await s.operator.call(contract.applicants.enter, {
      params: { competition: s.competition },
      body: { operation: operation(), profile },
    });
    const { id: proposal } = await s.operator.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant, title: '代录的' },
    });
    const params = { competition: s.competition, proposal };
    await s.operator.call(proposals.save, { params, body: { base: 1, content: complete() } });
    await s.operator.call(proposals.submit, { params, body: { operation: operation(), base: 2 } });
    expect(await s.operator.call(proposals.get, { params })).toMatchObject({ enteredByClerk: true });
    const [entry] = await entries(proposal);
    expect(entry?.action).toBe('proposal_entered');
    expect(entry?.actor).toMatch(/^officer:/);
  });

  test('as many proposals as the call allows → one more is refused until one is withdrawn', async () => {
    const by = await newApplicant();
    const [first] = [await create(by), await create(by)];
    const more = {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title: '' },
    };
    expect((await by.browser.fail(proposals.create, more)).code).toBe('wrong_state');
    await by.browser.call(proposals.withdraw, {
      params: first,
      body: { operation: operation(), reason: '合并到另一个项目' },
    });
    await by.browser.call(proposals.create, { ...more, body: { ...more.body, operation: operation() } });
  });

  test('created again with the same operation → the same proposal', async () => {
    const by = await newApplicant();
    const request = {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title: '甲' },
    };
    const first = await by.browser.call(proposals.create, request);
    expect(await by.browser.call(proposals.create, request)).toEqual(first);
    expect(await by.browser.call(proposals.mine, { params: request.params })).toHaveLength(1);
  });

  test('withdrawn → entered with its reason sealed, nothing can be changed any more', async () => {
    const by = await newApplicant();
    const params = await drafted(by);
    await submit(by, params, 2);
    const reason = '人手不够，今年不做了';
    await by.browser.call(proposals.withdraw, { params, body: { operation: operation(), reason } });
    const written = (await entries(params.proposal)).at(-1);
    expect(written?.action).toBe('proposal_withdrawn');
    expect(JSON.stringify(written)).not.toContain(reason);
    const save = await by.browser.fail(proposals.save, { params, body: { base: 2, content: complete() } });
    expect(save.code).toBe('wrong_state');
    const again = await by.browser.fail(proposals.withdraw, {
      params,
      body: { operation: operation(), reason },
    });
    expect(again.code).toBe('wrong_state');
  });

  describe('around the deadline', () => {
    test.each([
      [-1, '一毫秒前', true],
      [0, '整', true],
      [1, '一毫秒后', false],
    ])('%i ms (%s) → creating, saving, submitting open: %s', async (offset, _when, isOpen) => {
      const by = await newApplicant();
      const params = await drafted(by);
      s.server.clock.at = s.settings.timeline.deadline + offset;
      const replies = [
        await by.browser.send(proposals.create, {
          params: { competition: s.competition },
          body: { operation: operation(), applicant: by.id, title: '乙' },
        }),
        await by.browser.send(proposals.save, {
          params,
          body: { base: 2, content: complete({ title: '晚' }) },
        }),
        await by.browser.send(proposals.submit, {
          params,
          body: { operation: operation(), base: isOpen ? 3 : 2 },
        }),
      ];
      expect(replies.map(({ status }) => status)).toEqual(isOpen ? [200, 200, 200] : [409, 409, 409]);
      if (!isOpen)
        expect(replies.map(({ body }) => (body as { code: string }).code)).toEqual([
          'deadline_passed',
          'deadline_passed',
          'deadline_passed',
        ]);
      expect((await by.browser.call(proposals.get, { params })).content.title).toBe(
        isOpen ? '晚' : '暖心饭盒',
      );
    });
  });
});
