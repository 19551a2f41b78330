import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../server/demo/model.ts';
import { known, officer } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { codeOnCard, seatPanel } from '../../server/demo/story/panel.ts';
import { found } from '../../server/demo/story/founding.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

let hall: Hall;
let browser: Browser;
const errors: string[][] = [];

beforeAll(async () => {
  hall = await openHall(smallModel(readModel(), ['p14', 'p32', 'p31'], 'p31'));
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  hall.moveTo('2026-10-16T09:00:00+08:00');
  browser = await launchHallBrowser();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function open(width: number, height: number, cookies?: ReadonlyMap<string, string>): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  errors.push(watchErrors(page));
  if (cookies) await signInAs(page, hall.origin, cookies);
  return page;
}

/** The code's digits on the pad, as on the seat card. */
async function sitDown(tablet: Page, modelId: string, name: string): Promise<void> {
  await tablet.goto(`${hall.origin}/seat`);
  await tablet.getByRole('button', { name }).click();
  for (const digit of await codeOnCard(hall.play, modelId))
    await tablet.getByRole('button', { name: digit, exact: true }).click();
  await tablet.waitForURL(/\/seat\/[^/]+$/);
}

test('the host calls with one button; hall and tablet follow, and nobody is switched under the fingers', async () => {
  const { play, origin } = hall;
  const host = await open(1280, 800, officer(play, 'u06').cookies);
  const screen = await open(1920, 1080);
  const tablet = await open(768, 1024, known(play.tablets, 'j09').cookies);
  await host.goto(`${origin}/o/${play.competition}/console`);
  await screen.goto(`${origin}/c/${play.competition}/hall`);
  await sitDown(tablet, 'j09', '实务专家甲');
  await screenshot(tablet, 'wait-768');
  expect(await axeFindings(tablet)).toEqual([]);

  const go = host.locator('.now__go button');
  await expect.poll(() => go.textContent()).toContain('请 1 号上台');
  await host.locator('body').press('Space');
  await expect.poll(() => go.textContent()).toContain('开始答辩');
  await screenshot(host, 'console-1280');
  expect(await axeFindings(host)).toEqual([]);
  await expect.poll(() => screen.locator('body').textContent()).toContain('指尖柳荫');
  await screenshot(screen, 'hall-1920');
  expect(await axeFindings(screen)).toEqual([]);

  // The judge goes to No. 1 and marks one criterion in portrait.
  const start = tablet
    .getByRole('link', { name: /打分|评分/ })
    .or(tablet.getByRole('button', { name: /打分|评分/ }));
  if (!tablet.url().includes('/score/')) await start.first().click();
  await tablet.waitForURL(/\/score\//);
  await tablet.locator('.pad .key', { hasText: /^\s*18\s*$/ }).click();
  expect(await noHorizontalOverflow(tablet)).toBe(true);
  const key = await tablet.locator('.pad .key').first().boundingBox();
  expect([Number(key?.width) >= 72, Number(key?.height) >= 72]).toEqual([true, true]);
  await screenshot(tablet, 'judge-score-768');
  expect(await axeFindings(tablet)).toEqual([]);

  // The console shows that a sheet is under way, and never a mark.
  await expect.poll(() => host.locator('.grid').textContent(), { timeout: 20_000 }).toContain('打分中');

  // The host goes on to No. 2: the tablet stays on 1 and offers the choice.
  for (const words of ['改分', '收分', '请 2 号上台']) {
    await go.click();
    await expect.poll(() => go.textContent()).toContain(words);
  }
  await go.click();
  await host
    .getByRole('dialog')
    .getByRole('button', { name: /请 2 号|继续|仍然/ })
    .first()
    .click();
  await expect.poll(() => screen.locator('body').textContent()).toContain('2');
  await expect.poll(() => tablet.locator('body').textContent(), { timeout: 20_000 }).toContain('台上是 2 号');
  expect(tablet.url()).toContain('/score/');
  expect(await tablet.locator('.jbar .plate').textContent()).toContain('1');

  // Without network the pad goes on and says where the marks are; nothing modal appears.
  await tablet.context().setOffline(true);
  await tablet.locator('.crit').nth(1).click();
  await tablet.locator('.pad .key', { hasText: /^\s*17\s*$/ }).click();
  await expect.poll(() => tablet.locator('.save').textContent(), { timeout: 40_000 }).toContain('网络断开');
  expect(await tablet.getByRole('dialog').count()).toBe(0);
  await screenshot(tablet, 'judge-offline-768');
  await tablet.context().setOffline(false);
  await expect
    .poll(() => tablet.locator('.save').textContent(), { timeout: 60_000 })
    .toContain('已存到服务器');

  const { t, read } = hall.server.context.store;
  const sheets = await read.select().from(t.sheet);
  expect(sheets.map(({ status, marks }) => ({ status, marks }))).toEqual([
    { status: 'draft', marks: { need: '18', design: '17' } },
  ]);
  expect(errors.flat()).toEqual([]);
});
