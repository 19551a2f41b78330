import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { approvalSecret, officer, operationId } from '../../../server/demo/play.ts';
import { callToStage, score, step } from '../../../server/demo/story/day.ts';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { onPad, text } from '../support/score-pad.ts';
import { marksOf, storedRevisions, storedSheet } from '../support/store.ts';

let morning: Morning;
let clerk: Page;
beforeAll(async () => {
  morning = await openMorning(['p14', 'p32', 'p01']);
  await callToStage(morning.hall.play, 'p14');
  clerk = await morning.atDesk('u04', 'console');
});
afterAll(() => morning.close());

/** Everybody's sheet of the model for a project, but for some judges. */
async function scoreAll(project: string, but: readonly string[]): Promise<void> {
  const { play } = morning.hall;
  for (const sheet of play.model.sheets.filter((one) => one.project === project && !but.includes(one.judge)))
    await score(play, sheet);
}
async function hear(project: string): Promise<void> {
  for (const name of ['question', 'change', 'collect'] as const)
    await step(morning.hall.play, project, { do: name });
}
async function pick(label: string, words: string): Promise<void> {
  const option = clerk.getByLabel(label).locator('option', { hasText: words }).first();
  await option.waitFor({ state: 'attached' });
  await clerk.getByLabel(label).selectOption((await option.getAttribute('value')) ?? '');
}
async function openIncident(name: RegExp): Promise<void> {
  await clerk.goto(`${morning.hall.origin}/o/${morning.hall.play.competition}/console`);
  await clerk.getByRole('button', { name: '突发情况' }).click();
  await clerk.getByRole('dialog').getByRole('button', { name }).click();
}

test('a paper sheet keyed twice with one cell apart → the difference is marked, neither counts until it is resolved', async () => {
  const { hall } = morning;
  const { play, origin } = hall;
  await officer(play, 'u01').call(contract.paperSheets.setKeying, {
    params: { competition: play.competition },
    body: { twice: true },
  });
  await clerk.goto(`${origin}/o/${play.competition}/paper`);
  await pick('哪位评委', morning.nameOf('j12'));
  await pick('哪个项目', '1 号');
  const marks = marksOf([18, 17, 16, 9, 13, 12]);
  const key = async (values: Record<string, string>) => {
    for (const [id, mark] of Object.entries(values)) await clerk.locator(`#paper-${id}`).fill(mark);
  };
  await clerk.locator('#paper-control').fill('85');
  await key(marks);
  await clerk.getByRole('button', { name: '录好了，请第二位再录' }).click();
  await clerk.getByText('第一遍录的分看不到').waitFor();
  expect(await clerk.locator('#paper-need').inputValue()).toBe('');
  await key({ ...marks, budget: '12' });
  await clerk.getByRole('button', { name: '录好了，核对两遍' }).click();
  await expect.poll(() => text(clerk)).toContain('有 1 项两遍不同');
  expect(await clerk.locator('.keys__row.is-other').allTextContents()).toEqual([
    expect.stringContaining('预算合理性'),
  ]);
  await screenshot(clerk, 'paper-twice-1280');
  expect(await axeFindings(clerk)).toEqual([]);
  expect(await storedSheet(hall, 'j12', 'p14')).toBeUndefined();
  await clerk.locator('#paper-budget').fill('13');
  await clerk.getByRole('button', { name: '录好了，核对两遍' }).click();
  await pick('谁读对的', '监督员');
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await clerk.getByRole('button', { name: '读对无误，录入' }).click();
  await expect.poll(() => text(clerk)).toContain('回执号');
  const sheet = await storedSheet(hall, 'j12', 'p14');
  expect([sheet?.status, sheet?.marks]).toEqual(['submitted', marks]);
});

test('a judge leaves after No. 1 of 3 → 未评 for the rest, never 0; the preview names panel and rule', async () => {
  await scoreAll('p14', ['j12']);
  await hear('p14');
  await openIncident(/^评委离场、未评/);
  await pick('哪位评委', morning.nameOf('j03'));
  await clerk.getByText('从现在起，余下的都不评（2 个）').waitFor();
  await clerk.getByLabel('为什么').fill('接通知返回处置突发事项');
  await screenshot(clerk, 'absence-what-1280');
  await clerk.getByRole('button', { name: '看看影响' }).click();
  await expect.poll(() => text(clerk)).toContain('7 → 6 / 7 位');
  expect(await text(clerk)).toContain('去掉最高最低后平均');
  await screenshot(clerk, 'absence-effect-1280');
  expect(await axeFindings(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: '双人确认' }).click();
  await clerk.getByText('监督员', { exact: false }).first().click();
  await clerk.getByLabel('复核密码').fill('000000');
  await clerk.getByRole('button', { name: '记为未评' }).click();
  await clerk.getByRole('dialog').getByRole('alert').first().waitFor();
  await screenshot(clerk, 'second-refused-1280');
  const cellsOf = async () => {
    const { rows, judges } = await morning.console();
    const at = judges.findIndex(({ name }) => name === morning.nameOf('j03'));
    return rows.map(({ cells }) => cells[at]);
  };
  expect(await cellsOf()).toEqual(['sent', 'none', 'none']);
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await clerk.getByRole('button', { name: '记为未评' }).click();
  await expect.poll(() => text(clerk)).toContain('有 2 个项目未评');
  expect(await cellsOf()).toEqual(['sent', 'absent', 'absent']);
});

test('a locked sheet returned → only it opens on the tablet, by itself; corrected, locked again, old and new on the papers', async () => {
  const { hall } = morning;
  const { play, origin } = hall;
  const params = { competition: play.competition };
  for (const project of ['p32', 'p01']) {
    await callToStage(play, project);
    await scoreAll(project, ['j03']);
    await hear(project);
  }
  await officer(play, 'u04').call(contract.stage.lock, {
    params: { ...params, session: 'am' },
    body: { operation: operationId('lock') },
  });
  const before = (await storedSheet(hall, 'j10', 'p32'))?.marks ?? {};
  const tablet = await morning.seated('j10');
  await openIncident(/^退回修改/);
  await pick('哪位评委', morning.nameOf('j10'));
  await pick('哪个项目', '2 号');
  await clerk.getByLabel('为什么退回').fill('把预算合理性看成了创新');
  await clerk.getByRole('button', { name: '看看影响' }).click();
  await clerk.getByRole('button', { name: '双人确认' }).click();
  await clerk.getByText('监督员', { exact: false }).first().click();
  await clerk.getByLabel('复核密码').fill('000000');
  await clerk.getByRole('button', { name: '退回给评委' }).click();
  await clerk.getByRole('dialog').getByRole('alert').first().waitFor();
  expect((await storedSheet(hall, 'j10', 'p32'))?.returned).toBeNull();
  expect(tablet.url()).not.toContain('/score/');
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await clerk.getByRole('button', { name: '退回给评委' }).click();

  await onPad(tablet, 2);
  await tablet.locator('.crit').first().click();
  await tablet.locator('.pad .key[data-mark="1"]').click();
  await tablet.getByRole('button', { name: /核对/ }).click();
  await tablet.getByRole('button', { name: /重新提交/ }).click();
  await expect.poll(() => text(tablet)).toContain('已锁定');
  const after = (await storedSheet(hall, 'j10', 'p32'))?.marks;
  expect(after).toEqual({ ...before, need: '1' });
  expect((await storedRevisions(hall, 'j10', 'p32')).at(-1)?.action).toBe('correct');
  await tablet.goto(`${origin}/seat`);
  await morning.signIn(tablet, 'j10');
  await tablet.getByRole('link', { name: '我的评分单' }).click();
  await tablet.locator('.own').first().click();
  await expect.poll(() => text(tablet)).toContain('1 号 已锁定');

  const tally = officer(play, 'u04');
  await tally.call(contract.results.compute, { params, body: { operation: operationId('result') } });
  const papers = {
    judges: String(await tally.call(contract.papers.judgeSheets, { params: { ...params, session: 'am' } })),
    summary: String(await tally.call(contract.papers.summary, { params })),
    report: String(await tally.call(contract.papers.report, { params })),
  };
  expect(papers.judges).toContain('退回更正1次');
  expect(papers.report).toContain('把预算合理性看成了创新');
  const results = await morning.atDesk('u01', 'results');
  await expect.poll(() => text(results)).toContain('6/7');
  await screenshot(results, 'results-six-of-seven-1280');
  expect(await axeFindings(results)).toEqual([]);
  expect(morning.errors()).toEqual([]);
});
