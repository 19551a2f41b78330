import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Marks } from '../../../shared/contract/common.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { Criterion, CriterionGroup, Rubric } from '../../../shared/contract/settings.ts';
import { emptyContent } from '../../../shared/proposals/empty-content.ts';
import { operation } from '../../testing.ts';
import { hall } from '../stage/testing.ts';
import type { Hall, Seated } from '../stage/testing.ts';

const { defenses, judging, papers, publicPages, results, stage } = contract;

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: `指标${id}`,
  min: '0',
  max: '50',
  step: '0.5',
  guidance: [],
  levels: [],
  ...more,
});
const groups: CriterionGroup[] = [
  { id: 'need', name: '需求' },
  { id: 'work', name: '做法' },
  { id: 'plan', name: '方案', parent: 'work' },
];
/** 50 and 50 for the first category, 50 and 30 for all others. */
const rubric: Rubric = {
  groups,
  criteria: [
    criterion('a', { group: 'need' }),
    criterion('b', { group: 'plan', track: 'k01' }),
    criterion('c', { group: 'plan', track: 'k02', max: '30' }),
    criterion('d', { group: 'plan', track: 'k03', max: '30' }),
    criterion('e', { group: 'plan', track: 'k04', max: '30' }),
  ],
};

let day: Hall;
let judges: Seated[];
beforeAll(async () => {
  day = await hall(undefined, 3, 2);
  judges = day.judges;
  await useRubric();
});
afterAll(() => day.server.dispose());

/** The rubric, and the categories of the two projects, as if they had been so when the call was published. */
async function useRubric(): Promise<void> {
  const { context } = day.server;
  const { t } = context.store;
  await context.store.write(day.competition, async (tx) => {
    const [row] = await tx.select().from(t.competition).where(eq(t.competition.id, day.competition));
    if (!row) throw new Error('no competition');
    const scoring = { ...row.settings.scoring, ties: [] };
    const settings = { ...row.settings, rubric, scoring };
    await tx.update(t.competition).set({ settings, revision: row.revision + 1 });
    for (const [index, track] of ['k01', 'k02'].entries())
      await tx
        .update(t.proposalVersion)
        .set({ content: { ...emptyContent(`项目${index + 1}`), community: 'c01', track } })
        .where(eq(t.proposalVersion.proposal, day.projects[index] ?? ''));
  });
  await day.as.operator.call(defenses.typeOrder, {
    params: day.params,
    body: {
      operation: operation(),
      draws: day.projects.map((proposal, index) => ({ proposal, order: index + 1 })),
      witnesses: ['监督员'],
    },
  });
}

const place = (judge: Seated, order: number) => ({
  ...day.params,
  judge: judge.id,
  proposal: day.projects[order - 1] ?? '',
});
const body = (marks: Marks) => ({ operation: operation(), base: 0, marks, comment: '' });
const submit = (judge: Seated, order: number, marks: Marks) =>
  judge.tablet.call(judging.submit, { params: place(judge, order), body: body(marks) });

test('the book → groups, and the category of every project', async () => {
  const [judge] = judges as [Seated];
  const book = await judge.tablet.call(judging.book, { params: { ...day.params, judge: judge.id } });
  expect(book.groups).toEqual(groups);
  expect(book.defenses.map(({ track }) => track)).toEqual(['k01', 'k02']);
});

test('a mark of another category, or one of the own left out → refused, each by its name', async () => {
  const [judge] = judges as [Seated];
  await day.call(1);
  const refused = async (marks: Marks) =>
    (await judge.tablet.fail(judging.submit, { params: place(judge, 1), body: body(marks) })).fields.map(
      ({ path }) => path,
    );
  expect(await refused({ a: '40', b: '40', c: '10' })).toEqual(['marks.c']);
  expect(await refused({ a: '40' })).toEqual(['marks.b']);
  expect((await submit(judge, 1, { a: '40', b: '40.5' })).total).toBe('80.5');
});

test('projects of two categories → each computed by its own criteria', async () => {
  for (const judge of judges.slice(1)) await submit(judge, 1, { a: '40', b: '40.5' });
  await day.call(2);
  for (const judge of judges) await submit(judge, 2, { a: '40', c: '20' });
  await day.step({ do: 'finish' });
  await day.as.tally_clerk.call(stage.lock, {
    params: { ...day.params, session: 'am' },
    body: { operation: operation() },
  });
  const { entries } = await day.as.tally_clerk.call(results.compute, {
    params: day.params,
    body: { operation: operation() },
  });
  expect(entries.map(({ order, score }) => [order, score])).toEqual([
    [1, '80.5'],
    [2, '60'],
  ]);
});

test('judge sheets → headings of three levels; a criterion of another category has a dash', async () => {
  const reply = await day.as.tally_clerk.send(papers.judgeSheets, {
    params: { ...day.params, session: 'am' },
  });
  const [, head = ''] = /<thead>([^]*?)<\/thead>/.exec(reply.text) ?? [];
  expect(head).toContain('<th colspan="1" rowspan="1">需求</th><th colspan="4" rowspan="1">做法</th>');
  expect(head).toContain('<th colspan="4" rowspan="1">方案</th>');
  const [row = ''] = reply.text.match(/<tr><td class="num">1<\/td>[^]*?<\/tr>/) ?? [];
  expect([...row.matchAll(/<td class="num">([^<]*)<\/td>/g)].map(([, mark]) => mark)).toEqual([
    '1',
    '40',
    '40.5',
    '—',
    '—',
    '—',
  ]);
});

test('the call → groups as headings, the full mark of each category', async () => {
  const { text } = await day.server.browser().send(publicPages.call, { params: day.params });
  expect(text).toContain('满分：便民服务100分，社会组织参与80分，自治互助80分，五社联动机制创新80分');
  expect(text.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)))).toContain(
    '只用于“便民服务”类项目',
  );
  expect([...text.matchAll(/<h[34]>([^<]*)/g)].map(([, name]) => name)).toEqual(['需求', '做法', '方案']);
});
