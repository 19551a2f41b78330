import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { known, officer } from '../../../server/demo/play.ts';
import { callToStage, step } from '../../../server/demo/story/day.ts';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { markAll, mark, onPad, onServer, saveLine, submitAll, text } from '../support/score-pad.ts';
import { entriesOf, marksOf, storedRevisions, storedSheet } from '../support/store.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning();
  const { play } = morning.hall;
  await callToStage(play, 'p14');
  for (const name of ['question', 'change', 'collect'] as const) await step(play, 'p14', { do: name });
  await callToStage(play, 'p32');
});
afterAll(() => morning.close());

test('two judges on one tablet, the first with unsent items → each sees only their own, each is stored as theirs', async () => {
  const { hall } = morning;
  const tablet = await morning.spareTablet(1);
  await morning.signIn(tablet, 'j09');
  await onPad(tablet, 2);
  await tablet.context().setOffline(true);
  await submitAll(tablet, [20, 19, 18, 10, 15, 14]);
  await expect.poll(() => text(tablet)).toContain('待上传');
  await screenshot(tablet, 'shared-done-1024');
  await tablet.getByRole('button', { name: '交给下一位评委' }).click();
  await morning.signIn(tablet, 'j10');
  await expect.poll(() => tablet.locator('.jbar__seat').textContent()).toContain(morning.nameOf('j10'));
  await onPad(tablet, 2);
  expect(await text(tablet)).toContain('还差 6 项');
  await submitAll(tablet, [11, 12, 13, 4, 5, 6]);
  await expect.poll(() => text(tablet)).toContain('待上传');
  await tablet.getByRole('button', { name: '求助' }).click();
  await tablet.getByRole('button', { name: '看我的评分单' }).click();
  await expect.poll(() => text(tablet)).toContain('51 分');
  expect(await text(tablet)).not.toContain('96 分');
  await screenshot(tablet, 'shared-own-sheets-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.context().setOffline(false);
  const stored = async (judge: string, project: string) => {
    const sheet = await storedSheet(hall, judge, project);
    return [sheet?.status, sheet?.marks];
  };
  await expect
    .poll(() => stored('j09', 'p32'), { timeout: 60_000 })
    .toEqual(['submitted', marksOf([20, 19, 18, 10, 15, 14])]);
  await expect
    .poll(() => stored('j10', 'p32'), { timeout: 60_000 })
    .toEqual(['submitted', marksOf([11, 12, 13, 4, 5, 6])]);
  expect(await storedRevisions(hall, 'j10', 'p14')).toEqual([]);
});

test('one sheet on two tablets, another total on each → the second is asked, with both in view; nothing is overwritten', async () => {
  const { hall } = morning;
  const first = await morning.seated('j11');
  const second = await morning.spareTablet(2);
  await morning.signIn(second, 'j11');
  await onPad(first, 2);
  await onPad(second, 2);
  await second.context().setOffline(true);
  await submitAll(second, [10, 10, 10, 5, 8, 7]);
  await expect.poll(() => text(second)).toContain('待上传');
  await submitAll(first, [20, 20, 20, 10, 15, 15]);
  await expect.poll(() => text(first)).toContain('回执号');
  await second.context().setOffline(false);
  await expect.poll(() => text(second), { timeout: 60_000 }).toContain('2 号在别处也打过分');
  await screenshot(second, 'conflict-1024');
  expect(await axeFindings(second)).toEqual([]);
  expect((await storedSheet(hall, 'j11', 'p32'))?.marks).toEqual(marksOf([20, 20, 20, 10, 15, 15]));
  const cells = second.locator('.conflict__table tr', { hasText: '合计' }).locator('td');
  expect((await cells.allTextContents()).map((cell) => cell.trim())).toEqual(['50', '100']);
  await second.getByRole('button', { name: '用这台平板上的 50 分' }).click();
  await expect
    .poll(async () => (await storedSheet(hall, 'j11', 'p32'))?.marks, { timeout: 60_000 })
    .toEqual(marksOf([10, 10, 10, 5, 8, 7]));
  const submitted = (await storedRevisions(hall, 'j11', 'p32')).filter(({ action }) => action === 'submit');
  expect(submitted.map(({ marks }) => marks['need'])).toEqual(['20', '10']);
});

test('No. 2 was marked on the sheet of No. 1, before the lock → the judge has both exchanged in one act', async () => {
  const { hall } = morning;
  const tablet = await morning.seated('j12');
  await onPad(tablet, 2);
  await markAll(tablet, [9, 9, 9, 4, 7, 7]);
  await expect.poll(() => saveLine(tablet)).toContain(onServer);
  await tablet.getByRole('button', { name: '求助' }).click();
  await tablet.getByRole('button', { name: '看我的评分单' }).click();
  await tablet.locator('.own').first().click();
  await onPad(tablet, 1);
  await submitAll(tablet, [19, 19, 19, 9, 14, 14]);
  await expect.poll(() => text(tablet)).toContain('回执号');
  await tablet.getByRole('button', { name: '评错项目了' }).click();
  await tablet.getByRole('dialog').getByText('2 号', { exact: false }).first().click();
  await screenshot(tablet, 'swap-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.getByRole('button', { name: '和 2 号对调' }).click();
  await expect
    .poll(async () => (await storedSheet(hall, 'j12', 'p32'))?.marks)
    .toEqual(marksOf([19, 19, 19, 9, 14, 14]));
  expect((await storedSheet(hall, 'j12', 'p14'))?.marks).toEqual(marksOf([9, 9, 9, 4, 7, 7]));
  expect(await entriesOf(hall, 'sheets_exchanged', 'j12')).toHaveLength(1);
  await screenshot(tablet, 'swapped-1024');

  // A sheet is named by its judge and project alone: for a project that is not there nothing is taken.
  const body = { operation: 'mismatch-0001', base: 0, marks: marksOf([1, 1, 1, 1, 1, 1]), comment: '' };
  const params = { competition: hall.play.competition, judge: known(hall.play.judges, 'j12') };
  const refused = await known(hall.play.tablets, 'j12').fail(contract.judging.submit, {
    params: { ...params, proposal: known(hall.play.proposals, 'p31') },
    body,
  });
  expect(refused.code).toBe('too_early');
  const other = await known(hall.play.tablets, 'j09').fail(contract.judging.submit, {
    params: { ...params, proposal: known(hall.play.proposals, 'p32') },
    body,
  });
  expect(other.code).toBe('forbidden');
});

test('recusal on stage → ⊘ on the console, the draft excluded, one valid judge less', async () => {
  const { hall } = morning;
  const { play } = hall;
  const host = await morning.atDesk('u06', 'console');
  const tablet = await morning.seated('j01');
  await onPad(tablet, 2);
  await mark(tablet, 0, 15);
  await expect.poll(() => saveLine(tablet)).toContain(onServer);
  const cell = host
    .locator('.grid tbody tr.is-on td')
    .nth((await morning.console()).judges.findIndex(({ name }) => name === morning.nameOf('j01')));
  await expect.poll(() => cell.textContent(), { timeout: 20_000 }).toContain('打分中');
  await tablet.getByRole('button', { name: '我要回避' }).click();
  await tablet.getByText('本人辅导过这个项目').click();
  await screenshot(tablet, 'recuse-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.getByRole('button', { name: '确认回避 2 号' }).click();
  await expect.poll(() => cell.textContent(), { timeout: 20_000 }).toContain('回避');
  await expect.poll(() => text(tablet)).toContain('2 号您已回避');
  await screenshot(tablet, 'recused-1024');

  // Letters of another kind than colour: each state has a sign of its own and a word; no cell holds a digit.
  const cells = await host
    .locator('.grid tbody td:not(.r)')
    .evaluateAll((all) =>
      all.map((each) => [each.textContent.trim(), each.querySelector('svg')?.innerHTML ?? ''] as const),
    );
  expect(cells.filter(([word]) => word === '' || /\d/.test(word))).toEqual([]);
  const signs = new Map(cells);
  expect([...signs.keys()].sort()).toEqual(['回避', '已提交', '未开始', '打分中'].sort());
  expect(new Set(signs.values()).size).toBe(signs.size);
  await screenshot(host, 'console-mixed-1280');
  expect(await axeFindings(host)).toEqual([]);

  const pages = await host.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(pages.some((name) => name.includes('/judging/'))).toBe(false);
  const rows = (await morning.console()).rows;
  const row = rows.find(({ order }) => order === 2);
  expect(row?.cells.filter((state) => state !== 'recused')).toHaveLength(6);
  expect(
    (
      await officer(play, 'u04').call(contract.results.readiness, {
        params: { competition: play.competition },
      })
    ).ready,
  ).toBe(false);
  expect(morning.errors()).toEqual([]);
});
