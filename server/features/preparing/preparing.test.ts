import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import type { Declaration } from '../../../shared/contract/preparing.ts';
import { undertakingLines } from '../../../shared/panels/undertaking.ts';
import { operation } from '../../testing.ts';
import { hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { preparing, judges, judging, papers } = contract;

let day: Hall;
let one: Seated;
let two: Seated;
beforeAll(async () => {
  day = await hall(undefined, 2, 4);
  [one, two] = day.judges as [Seated, Seated];
});
afterAll(() => day.server.dispose());

const own = (judge: Seated) => ({ ...day.params, judge: judge.id });
const look = (judge: Seated) => judge.tablet.call(preparing.undertaking, { params: own(judge) });
const declaration = (proposal: string, more: Partial<Declaration> = {}): Declaration => ({
  proposal,
  kind: 'must',
  ground: 'relative',
  detail: '',
  ...more,
});
const undertake = async (judge: Seated, declarations: Declaration[], id = operation()) =>
  judge.tablet.call(preparing.undertake, {
    params: own(judge),
    body: { operation: id, text: (await look(judge)).text, declarations },
  });
const acts = async (action: string) => {
  const { ledger } = day.server.context.store.t;
  return day.server.context.store.read.select().from(ledger).where(eq(ledger.action, action));
};
const note = (judge: Seated, proposal: string, base: number, text: string) =>
  judge.tablet.send(preparing.saveNote, { params: { ...own(judge), proposal }, body: { base, text } });

test('before anything → the lines of the undertaking, every project, nothing undertaken', async () => {
  const { lines, at, projects } = await look(one);
  expect([lines, at]).toEqual([undertakingLines, null]);
  expect(projects.map(({ proposal, order, recusal }) => [proposal, order, recusal])).toEqual(
    day.projects.map((proposal, index) => [proposal, index + 1, null]),
  );
  const answered = await day.as.host.call(preparing.answered, { params: day.params });
  expect(answered.map(({ at: given }) => given)).toEqual([null, null]);
});

test('undertaken with a recusal and a disclosure → in the ledger, off the project, still scoring the other', async () => {
  const id = operation();
  const declarations = [
    declaration('project-2'),
    declaration('project-3', { kind: 'disclose', ground: 'general_training' }),
  ];
  const first = await undertake(one, declarations, id);
  expect(await undertake(one, declarations, id)).toEqual(first);
  expect(first.at).toBe(day.server.clock.at);
  expect((await acts('undertaking_signed')).map(({ actor, data }) => [actor, data])).toEqual([
    [`judge:${one.id}`, { text: first.text }],
  ]);
  expect((await acts('recusal_recorded')).map(({ actor }) => actor)).toEqual(
    Array.from({ length: 2 }, () => `judge:${one.id}`),
  );
  const list = await day.as.operator.call(judges.recusals, { params: day.params });
  expect(list.map(({ proposal, kind, grounds, source }) => [proposal, kind, grounds, source])).toEqual([
    ['project-2', 'must', ['relative'], 'declared'],
    ['project-3', 'disclose', ['general_training'], 'declared'],
  ]);
  const { sheets } = await one.tablet.call(judging.book, { params: own(one) });
  expect(sheets.filter(({ status }) => status === 'recused').map(({ proposal }) => proposal)).toEqual([
    'project-2',
  ]);
  const answered = await day.as.host.call(preparing.answered, { params: day.params });
  expect(answered.map(({ at }) => at !== null)).toEqual([true, false]);
});

test('undertaken again with one more → only that one is added', async () => {
  await undertake(one, [declaration('project-2'), declaration('project-4', { ground: 'employment' })]);
  expect(await acts('undertaking_signed')).toHaveLength(1);
  expect(await acts('recusal_recorded')).toHaveLength(3);
});

test('another text than the one in force → refused, nothing recorded', async () => {
  const error = await two.tablet.fail(preparing.undertake, {
    params: own(two),
    body: { operation: operation(), text: '0'.repeat(64), declarations: [declaration('project-1')] },
  });
  expect(error.code).toBe('wrong_state');
  expect((await look(two)).at).toBeNull();
});

test('reading → what was submitted, not of projects one is off, no telephone', async () => {
  const reply = await one.tablet.send(preparing.reading, { params: own(one) });
  const list = await one.tablet.call(preparing.reading, { params: own(one) });
  expect(list.map(({ proposal }) => proposal)).toEqual(['project-1', 'project-3']);
  expect(reply.text).not.toMatch(/\D1\d{10}\D/);
  expect(await two.tablet.call(preparing.reading, { params: own(two) })).toHaveLength(4);
});

test('a note → the judge’s own; stale → 409 with the note as it is; the same again → the same answer', async () => {
  expect((await note(one, 'project-1', 0, '预算第三行再问一问')).status).toBe(200);
  expect((await note(one, 'project-1', 0, '预算第三行再问一问')).body).toMatchObject({ revision: 1 });
  const stale = await note(one, 'project-1', 0, '另一台上写的');
  expect([stale.status, stale.body]).toMatchObject([409, { current: { text: '预算第三行再问一问' } }]);
  expect((await note(one, 'project-1', 1, '预算第三行问过了')).status).toBe(200);
  expect((await note(one, 'elsewhere', 0, '没有这个项目')).status).toBe(404);
  const own1 = await one.tablet.call(preparing.notes, { params: own(one) });
  expect(own1.map(({ text, revision }) => [text, revision])).toEqual([['预算第三行问过了', 2]]);
  expect(await two.tablet.call(preparing.notes, { params: own(two) })).toEqual([]);
  const other = await two.tablet.send(preparing.notes, { params: own(one) });
  expect(other.status).toBe(403);
});

test('a note stands in no ledger entry, no paper and no reply to anybody else', async () => {
  const { ledger, opening } = day.server.context.store.t;
  const { read } = day.server.context.store;
  const written = JSON.stringify([await read.select().from(ledger), await read.select().from(opening)]);
  expect(written).not.toContain('预算第三行');
  const routes = Object.values(contract).flatMap((group) => Object.values(group));
  const asked = [...Object.values(day.as), two.tablet, day.server.browser()];
  for (const route of routes.filter(({ method, transport }) => method === 'GET' && transport !== 'stream')) {
    const params = Object.fromEntries(
      Object.keys(route.params.properties).map((name) => [
        name,
        { ...day.params, judge: one.id, proposal: 'project-1', session: 'am' }[name] ?? 'x',
      ]),
    );
    for (const who of asked)
      expect((await who.send(route, { params, query: {} })).text, route.path).not.toContain('预算第三行');
  }
  const handbook = await day.as.host.send(papers.preparation, {
    params: day.params,
    query: { papers: 'undertakings' },
  });
  expect(handbook.text).not.toContain('预算第三行');
});
