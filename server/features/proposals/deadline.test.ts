import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { receiptBody } from '../../../shared/ledger/receipt.ts';
import { verifySignature } from '../../signing.ts';
import { engines } from '../../store/testing.ts';
import { operation } from '../../testing.ts';
import { closeDueCalls } from './deadline.ts';
import { completeContent, scene } from './testing.ts';
import type { Scene, SceneApplicant } from './testing.ts';

const { proposals } = contract;

describe.each(Object.entries(engines))('at the deadline, on %s', (_engine, open) => {
  let s: Scene;
  beforeAll(async () => {
    s = await scene(open);
  });
  afterAll(() => s.server.dispose());

  const draft = async (by: SceneApplicant, isComplete: boolean) => {
    const { id } = await by.browser.call(proposals.create, {
      params: { competition: s.competition },
      body: { operation: operation(), applicant: by.id, title: '暖心饭盒' },
    });
    const params = { competition: s.competition, proposal: id };
    if (isComplete)
      await by.browser.call(proposals.save, {
        params,
        body: { base: 1, content: completeContent(s.settings) },
      });
    return params;
  };
  const stateOf = async (by: SceneApplicant, params: { competition: string; proposal: string }) => {
    const { status, automatic, number } = await by.browser.call(proposals.get, { params });
    return [status, automatic, number];
  };

  test('complete and not declined → submitted once, with receipt; incomplete or declined → a draft as it was', async () => {
    const [one, two, three, four] = [
      await s.applicant('10000000001'),
      await s.applicant('10000000002'),
      await s.applicant('10000000003'),
      await s.applicant('10000000004'),
    ];
    const complete = await draft(one, true);
    const incomplete = await draft(two, false);
    const declined = await draft(three, true);
    await three.browser.call(proposals.atDeadline, { params: declined, body: { submit: false } });
    const own = await draft(four, true);
    await four.browser.call(proposals.submit, { params: own, body: { operation: operation(), base: 2 } });

    s.server.clock.at = s.settings.timeline.deadline;
    expect(await closeDueCalls(s.server.context)).toBe(0);
    expect(await stateOf(one, complete)).toEqual(['draft', false, '']);

    s.server.clock.at += 1;
    const runs = await Promise.all([closeDueCalls(s.server.context), closeDueCalls(s.server.context)]);
    expect(runs.sort()).toEqual([0, 1]);
    expect(await stateOf(one, complete)).toEqual(['submitted', true, '2026-002']);
    expect(await stateOf(two, incomplete)).toEqual(['draft', false, '']);
    expect(await stateOf(three, declined)).toEqual(['draft', false, '']);
    expect(await stateOf(four, own)).toEqual(['submitted', false, '2026-001']);

    const { number, revision, receipt } = await one.browser.call(proposals.receipt, { params: complete });
    expect([number, revision, receipt.at]).toEqual(['2026-002', 2, s.server.clock.at]);
    const body = receiptBody({
      competition: s.competition,
      seq: receipt.seq,
      hash: receipt.hash,
      at: receipt.at,
    });
    expect(verifySignature(body, receipt.signature, s.server.context.signer.publicKey)).toBe(true);
    const { ledger } = s.server.context.store.t;
    const entries = await s.server.context.store.read
      .select({ actor: ledger.actor, seq: ledger.seq })
      .from(ledger)
      .where(
        and(eq(ledger.subject, `proposal:${complete.proposal}`), eq(ledger.action, 'proposal_submitted')),
      );
    expect(entries).toEqual([{ actor: 'system', seq: receipt.seq }]);
    const list = await s.operator.call(proposals.list, { params: { competition: s.competition } });
    expect(list.filter(({ automatic }) => automatic).map(({ id }) => id)).toEqual([complete.proposal]);
  });

  test('no receipt before a submission, no choice after the deadline', async () => {
    const [late] = await s.operator.call(proposals.list, { params: { competition: s.competition } });
    const params = { competition: s.competition, proposal: late?.id ?? '' };
    expect((await s.operator.fail(proposals.atDeadline, { params, body: { submit: true } })).code).toBe(
      'deadline_passed',
    );
    const drafts = await s.operator.call(proposals.list, { params: { competition: s.competition } });
    const untouched = drafts.find(({ status }) => status === 'draft');
    const asked = { params: { competition: s.competition, proposal: untouched?.id ?? '' } };
    expect((await s.operator.fail(proposals.receipt, asked)).code).toBe('not_found');
  });

  test('the server comes back after the order was recorded → nothing is brought in behind the draw', async () => {
    const late = await scene(open);
    const by = await late.applicant('10000000009');
    const { id } = await by.browser.call(proposals.create, {
      params: { competition: late.competition },
      body: { operation: operation(), applicant: by.id, title: '暖心饭盒' },
    });
    const params = { competition: late.competition, proposal: id };
    await by.browser.call(proposals.save, {
      params,
      body: { base: 1, content: completeContent(late.settings) },
    });
    const { competition } = late.server.context.store.t;
    await late.server.context.store.write(late.competition, async (tx) => {
      await tx.update(competition).set({ stage: 'defense' }).where(eq(competition.id, late.competition));
    });
    late.server.clock.at = late.settings.timeline.deadline + 1;
    expect(await closeDueCalls(late.server.context)).toBe(0);
    expect((await by.browser.call(proposals.get, { params })).status).toBe('draft');
    await late.server.dispose();
  });
});
