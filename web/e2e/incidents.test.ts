import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { sumMarks } from '../../shared/scoring/index.ts';
import { readModel } from '../../server/demo/model.ts';
import { approvalSecret, known, officer, operationId } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { callToStage, score, step } from '../../server/demo/story/day.ts';
import { found } from '../../server/demo/story/founding.ts';
import { codeOnCard, seatPanel } from '../../server/demo/story/panel.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

/** The judge whose sheet is returned, the one who scores on paper, and the project of both. */
const judge = { id: 'j09', name: '实务专家甲' };
const project = 'p14';

let hall: Hall;
let browser: Browser;
let clerk: Page;
let tablet: Page;
const errors: string[][] = [];

beforeAll(async () => {
  hall = await openHall(smallModel(readModel(), [project, 'p32', 'p31'], 'p31'));
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  hall.moveTo('2026-10-16T09:00:00+08:00');
  browser = await launchHallBrowser();
  clerk = await open(1280, 800, officer(hall.play, 'u04').cookies);
  tablet = await open(768, 1024, known(hall.play.tablets, judge.id).cookies);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function open(width: number, height: number, cookies: ReadonlyMap<string, string>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  errors.push(watchErrors(page));
  await signInAs(page, hall.origin, cookies);
  return page;
}

/** The sheet of the model that comes on paper: the first of the project that is not the returned one. */
const paper = () => {
  const sheet = hall.play.model.sheets.find((one) => one.project === project && one.judge !== judge.id);
  if (!sheet) throw new Error('the model has no sheet for the project');
  return sheet;
};
const nameOf = (id: string) => hall.play.model.judges.find((one) => one.id === id)?.name ?? '';
const body = (page: Page) => page.locator('body').textContent();

async function pick(page: Page, label: string, words: string): Promise<void> {
  const list = page.getByLabel(label);
  await list.locator('option', { hasText: words }).first().waitFor({ state: 'attached' });
  const value = await list.locator('option', { hasText: words }).first().getAttribute('value');
  await list.selectOption(value ?? '');
}

test('a paper sheet → keyed by its total, read back by somebody else, in the grid without a mark', async () => {
  const { play, origin } = hall;
  await callToStage(play, project);
  const { judge: who, marks } = paper();
  for (const sheet of play.model.sheets.filter((one) => one.project === project && one.judge !== who))
    await score(play, sheet);
  await clerk.goto(`${origin}/o/${play.competition}/paper`);
  await pick(clerk, '哪位评委', nameOf(who));
  await pick(clerk, '哪个项目', '1 号');
  await clerk.locator('#paper-control').fill('1');
  for (const [id, mark] of Object.entries(marks)) await clerk.locator(`#paper-${id}`).fill(mark);
  await clerk.getByRole('button', { name: '录好了，去读对' }).click();
  await expect.poll(() => body(clerk)).toContain('纸上手写的合计是 1');
  await screenshot(clerk, 'paper-differs-1280');
  await clerk.locator('#paper-control').fill(sumMarks(Object.values(marks)));
  await clerk.getByRole('button', { name: '录好了，去读对' }).click();
  await clerk.getByText('请另一位工作人员拿着纸').waitFor();
  await pick(clerk, '谁读对的', '监督员');
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await screenshot(clerk, 'paper-read-1280');
  expect(await axeFindings(clerk)).toEqual([]);
  await clerk.setViewportSize({ width: 768, height: 1024 });
  await screenshot(clerk, 'paper-read-768');
  expect(await noHorizontalOverflow(clerk)).toBe(true);
  await clerk.setViewportSize({ width: 1280, height: 800 });
  await clerk.getByRole('button', { name: '读对无误，录入' }).click();
  await expect.poll(() => body(clerk)).toContain('回执号');
  await screenshot(clerk, 'paper-done-1280');
  const { t, read } = hall.server.context.store;
  const entries = await read.select().from(t.ledger);
  const own = entries.filter(({ data }) => data['judge'] === known(play.judges, who));
  expect(own.map(({ action, data }) => [action, data['source']])).toEqual(
    expect.arrayContaining([
      ['sheet_submitted', 'paper'],
      ['sheet_keyed', undefined],
    ]),
  );
  expect(entries.filter(({ action }) => action === 'countersigned')).toHaveLength(1);
});

test('a locked sheet → returned with a second person, opens on the tablet, corrected, locked again', async () => {
  const { play, origin } = hall;
  for (const name of ['question', 'change', 'collect'] as const) await step(play, project, { do: name });
  await callToStage(play, 'p32');
  for (const sheet of play.model.sheets.filter((one) => one.project === 'p32')) await score(play, sheet);
  await officer(play, 'u06').call(contract.stage.withdraw, {
    params: { competition: play.competition, proposal: known(play.proposals, 'p31') },
    body: { operation: operationId('withdraw'), reason: '已获其他资金立项' },
  });
  await officer(play, 'u04').call(contract.stage.lock, {
    params: { competition: play.competition, session: 'am' },
    body: { operation: operationId('lock') },
  });
  await tablet.goto(`${origin}/seat`);
  await tablet.getByRole('button', { name: judge.name }).click();
  for (const digit of await codeOnCard(play, judge.id))
    await tablet.getByRole('button', { name: digit, exact: true }).click();
  await tablet.waitForURL(/\/seat\/[^/]+$/);

  await clerk.goto(`${origin}/o/${play.competition}/console`);
  await clerk.getByRole('button', { name: '突发情况' }).click();
  await clerk.getByRole('dialog').waitFor();
  await screenshot(clerk, 'incident-menu-1280');
  expect(await axeFindings(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: /^退回修改/ }).click();
  await pick(clerk, '哪位评委', judge.name);
  await pick(clerk, '哪个项目', '1 号');
  await clerk.getByLabel('为什么退回').fill('把预算合理性看成了创新');
  await screenshot(clerk, 'return-what-1280');
  await clerk.getByRole('button', { name: '看看影响' }).click();
  await expect.poll(() => body(clerk)).toContain('已经签字');
  await screenshot(clerk, 'return-effect-1280');
  await clerk.setViewportSize({ width: 768, height: 1024 });
  await screenshot(clerk, 'return-effect-768');
  await clerk.setViewportSize({ width: 1280, height: 800 });
  await clerk.getByRole('button', { name: '双人确认' }).click();
  await clerk.getByText('监督员', { exact: false }).first().click();
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await screenshot(clerk, 'return-confirm-1280');
  expect(await axeFindings(clerk)).toEqual([]);
  await clerk.getByRole('button', { name: '退回给评委' }).click();
  await expect.poll(() => body(clerk)).toContain('已退回');
  await screenshot(clerk, 'return-done-1280');

  // On the tablet it opens by itself, filled in as it was, within five seconds and without a reload.
  await tablet.waitForURL(/\/score\//, { timeout: 20_000 });
  await tablet.getByText('退回给您修改').waitFor();
  await screenshot(tablet, 'returned-tablet-768');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.locator('.crit').first().click();
  await tablet.locator('.pad .key', { hasText: /^\s*20\s*$/ }).click();
  await tablet.getByRole('button', { name: /核对/ }).click();
  await tablet.getByText('提交后立即锁定').waitFor();
  await screenshot(tablet, 'returned-check-768');
  await tablet.getByRole('button', { name: /重新提交/ }).click();
  await expect.poll(() => body(tablet), { timeout: 20_000 }).toContain('已锁定');
  await screenshot(tablet, 'returned-locked-768');

  const { t, read } = hall.server.context.store;
  const id = known(play.judges, judge.id);
  const revisions = (await read.select().from(t.sheetRevision)).filter((one) => one.judge === id);
  const last = revisions.filter((one) => one.proposal === known(play.proposals, project)).at(-1);
  expect([last?.action, last?.marks['need']]).toEqual(['correct', '20']);
  expect(errors.flat()).toEqual([]);
});
