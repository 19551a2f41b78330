import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../server/demo/model.ts';
import { known, officer } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { found } from '../../server/demo/story/founding.ts';
import { seatPanel } from '../../server/demo/story/panel.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, screenshot } from './support/page-checks.ts';

const judge = 'j09';

let hall: Hall;
let browser: Browser;
let tablet: Page;
let desk: Page;
const errors: string[][] = [];

beforeAll(async () => {
  hall = await openHall(smallModel(readModel(), ['p14', 'p32', 'p31'], 'p31'));
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  browser = await launchHallBrowser();
  tablet = await open(1024, 768, known(hall.play.tablets, judge).cookies);
  desk = await open(1280, 800, officer(hall.play, 'u06').cookies);
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
const at = (page: string) => `${hall.origin}/o/${hall.play.competition}/${page}`;

test('a tablet that opens the hall’s address stands in its row with what it found', async () => {
  await tablet.goto(`${hall.origin}/seat`);
  await tablet.getByRole('button', { name: '实务专家甲' }).waitFor();
  const row = desk.getByRole('row', { name: /实务专家甲/ });
  await desk.goto(at('hall-check'));
  await expect.poll(() => row.textContent(), { timeout: 60_000 }).toMatch(/\d+ 毫秒/);
  const words = await row.textContent();
  expect(words).toContain('1024×768');
  expect(words).toContain('http');
  expect(words).toContain('还没有试打分');
  expect(words).not.toContain('收不到推送');
  await screenshot(desk, 'hall-check-1280');
  expect(await axeFindings(desk)).toEqual([]);
});

test('what somebody has looked at stays ticked, with the name', async () => {
  await desk.getByLabel(/打印机试打了一张/).check();
  await expect.poll(() => desk.locator('body').textContent()).toContain('看过');
  await desk.reload();
  await desk.getByLabel(/打印机试打了一张/).waitFor();
  expect(await desk.getByLabel(/打印机试打了一张/).isChecked()).toBe(true);
});

test('a hand raised at the tablet is an alarm on the console until somebody goes', async () => {
  await desk.goto(at('console'));
  await tablet.getByRole('button', { name: '不是我的座位' }).click();
  await tablet.getByRole('button', { name: '叫人过来一下' }).click();
  await tablet.getByText('已经叫了').waitFor();
  await desk.getByText(/号席叫人：请过去一下/).waitFor({ timeout: 60_000 });
  await screenshot(desk, 'console-call-1280');
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole('button', { name: '有人去了' }).click();
  await tablet.getByText('有人过来了').waitFor({ timeout: 60_000 });
  await expect.poll(() => desk.getByText(/号席叫人/).count(), { timeout: 30_000 }).toBe(0);
  expect(await axeFindings(tablet)).toEqual([]);
  expect(errors.flat()).toEqual([]);
});
