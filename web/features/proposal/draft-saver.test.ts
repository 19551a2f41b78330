import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContractError } from '../../../shared/contract/errors.ts';
import type { Proposal, ProposalContent } from '../../../shared/contract/proposals.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { NetworkError } from '../../api/client.ts';
import { dropDraft, keepDraft, readDraft } from './device-draft.ts';
import { DraftSaver } from './draft-saver.ts';
import type { SaverView } from './draft-saver.ts';

const start = emptyContent('原名');
const proposalOf = (content: ProposalContent, revision: number): Proposal => ({
  id: 'p1',
  applicant: 'a1',
  applicantName: '',
  status: 'draft',
  revision,
  submittedRevision: 0,
  number: '',
  submittedAt: null,
  content,
  attachments: [],
  check: null,
  enteredByClerk: false,
  submitAtDeadline: true,
  automatic: false,
  savedAt: 1000 + revision,
});

/** A server that keeps one proposal by the rule of the contract, and a form in front of the saver. */
function desk(loaded = proposalOf(start, 1)) {
  const server = { content: loaded.content, revision: loaded.revision, reachable: true, saves: 0 };
  const form = { content: loaded.content, view: null as SaverView | null };
  const saver = new DraftSaver({
    proposal: loaded,
    save: async (base, content) => {
      await Promise.resolve();
      if (!server.reachable) throw new NetworkError();
      if (base !== server.revision)
        throw new ContractError('stale_revision', { current: proposalOf(server.content, server.revision) });
      server.saves += 1;
      server.revision += 1;
      server.content = content;
      return { revision: server.revision, savedAt: 1000 + server.revision };
    },
    show: (view) => (form.view = view),
    fit: (content) => ({ ...content, title: loaded.content.title }),
    replace: (content) => (form.content = content),
  });
  return { server, form, saver };
}

beforeEach(() => dropDraft('p1'));
afterEach(() => vi.useRealTimers());

test('typed and flushed → on the server, nothing waits on the device', async () => {
  const { server, form, saver } = desk();
  await saver.edit({ ...start, needs: '甲' });
  expect([form.view?.state, form.view?.waiting]).toEqual(['local', ['needs']]);
  expect(await saver.flush()).toBe(true);
  expect([server.content.needs, form.view?.state, form.view?.savedAt]).toEqual(['甲', 'server', 1002]);
  expect(await readDraft('p1')).toBeNull();
});

test('typing pauses → sent by itself', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { server, saver } = desk();
  await saver.edit({ ...start, needs: '甲' });
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(server.content.needs).toBe('甲'));
});

test('network gone → kept on the device and said so; back again → sent', async () => {
  const { server, form, saver } = desk();
  server.reachable = false;
  await saver.edit({ ...start, needs: '甲', summary: '乙' });
  expect(await saver.flush()).toBe(false);
  expect([form.view?.state, form.view?.offline, form.view?.waiting]).toEqual([
    'local',
    true,
    ['summary', 'needs'],
  ]);
  expect((await readDraft('p1'))?.content.needs).toBe('甲');
  server.reachable = true;
  expect(await saver.flush()).toBe(true);
  expect([form.view?.offline, server.content.summary]).toEqual([false, '乙']);
});

test('several ask to send at once → one request carries it', async () => {
  const { server, saver } = desk();
  await saver.edit({ ...start, needs: '甲' });
  expect(await Promise.all([saver.flush(), saver.flush(), saver.flush()])).toEqual([true, true, true]);
  expect(server.saves).toBe(1);
});

test('the page dies before anything was sent → the next page takes the text up', async () => {
  const first = desk();
  await first.saver.edit({ ...start, needs: '甲' });
  first.saver.end();
  const next = desk();
  await next.saver.takeUp();
  expect(next.form.content.needs).toBe('甲');
  expect(await next.saver.flush()).toBe(true);
  expect(next.server.content.needs).toBe('甲');
});

test('another part was saved elsewhere → both are kept and sent', async () => {
  const { server, form, saver } = desk();
  server.content = { ...start, summary: '那边' };
  server.revision = 7;
  await saver.edit({ ...start, needs: '这边' });
  expect(await saver.flush()).toBe(true);
  expect([server.content.needs, server.content.summary, server.revision]).toEqual(['这边', '那边', 8]);
  expect(form.content.summary).toBe('那边');
});

/** Both sides have changed the needs; the server stands at revision 7. */
async function inConflict() {
  const here = desk();
  here.server.content = { ...start, needs: '那边' };
  here.server.revision = 7;
  await here.saver.edit({ ...start, needs: '这边' });
  await here.saver.flush();
  return here;
}

test('the same part was saved elsewhere → nothing is sent until somebody chooses', async () => {
  const { server, form, saver } = await inConflict();
  expect([form.view?.conflict?.members, form.view?.conflict?.theirs.needs]).toEqual([['needs'], '那边']);
  expect([await saver.flush(), server.content.needs, form.content.needs]).toEqual([false, '那边', '这边']);
});

test('a conflict, mine is chosen → it becomes the next revision', async () => {
  const { server, form, saver } = await inConflict();
  await saver.settle([]);
  expect(await saver.flush()).toBe(true);
  expect([server.content.needs, server.revision, form.view?.conflict]).toEqual(['这边', 8, null]);
});

test('a conflict, theirs is chosen → the form shows it and nothing is sent', async () => {
  const { server, form, saver } = await inConflict();
  await saver.settle(['needs']);
  expect([form.content.needs, form.view?.state, server.saves]).toEqual(['那边', 'server', 0]);
  expect(await readDraft('p1')).toBeNull();
});

test('the page dies in a conflict, also after more was typed → the next page asks again', async () => {
  const { saver, form } = await inConflict();
  await saver.edit({ ...form.content, summary: '又写了' });
  saver.end();
  const next = desk(proposalOf({ ...start, needs: '那边' }, 7));
  await next.saver.takeUp();
  expect(next.form.view?.conflict?.members).toEqual(['needs']);
  expect([next.form.content.needs, next.form.content.summary]).toEqual(['这边', '又写了']);
});

test('the server refuses the text → it stays on the device, with what to change', async () => {
  const form = { view: null as SaverView | null };
  const fields = [{ path: 'title', message: '太长' }];
  const saver = new DraftSaver({
    proposal: proposalOf(start, 1),
    save: () => Promise.reject(new ContractError('invalid_input', { fields })),
    show: (view) => (form.view = view),
    fit: (content) => content,
    replace: () => undefined,
  });
  await saver.edit({ ...start, title: '长' });
  expect(await saver.flush()).toBe(false);
  expect([form.view?.state, form.view?.refusal?.fields]).toEqual(['fault', fields]);
  expect((await readDraft('p1'))?.content.title).toBe('长');
});

test('typed before the kept draft was read → what is typed now stays', async () => {
  await keepDraft({ proposal: 'p1', base: 1, from: start, content: { ...start, needs: '旧' }, typedAt: 0 });
  const { form, saver } = desk();
  await saver.edit({ ...start, needs: '新' });
  await saver.takeUp();
  expect(form.content).toBe(start);
  expect((await readDraft('p1'))?.content.needs).toBe('新');
});

test('the kept draft changed what is closed by now → only the rest is taken up', async () => {
  const content = { ...start, title: '改名', needs: '甲' };
  await keepDraft({ proposal: 'p1', base: 1, from: start, content, typedAt: 0 });
  const { form, saver, server } = desk();
  await saver.takeUp();
  await saver.flush();
  expect([form.content.title, form.content.needs, server.content.title]).toEqual(['原名', '甲', '原名']);
});
