import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../server/demo/model.ts';
import { officer } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { found } from '../../server/demo/story/founding.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

let hall: Hall;
let browser: Browser;
let desk: Page;
let errors: string[];

beforeAll(async () => {
  hall = await openHall(smallModel(readModel(), ['p14', 'p32', 'p31', 'p01'], ''));
  await found(hall.play);
  await apply(hall.play);
  browser = await launchHallBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  desk = await context.newPage();
  errors = watchErrors(desk);
  await signInAs(desk, hall.origin, officer(hall.play, 'u03').cookies);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function looksRight(name: string): Promise<void> {
  await screenshot(desk, name);
  expect([name, await noHorizontalOverflow(desk), await axeFindings(desk)]).toEqual([name, true, []]);
}
const slotInFocus = () => desk.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const plan = async () => {
  const { t, read } = hall.server.context.store;
  const [row] = await read.select().from(t.schedule);
  return (row?.turns ?? []).map(({ session, slot }) => `${session}${slot}`).sort();
};
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.keyboard.press(key);
};

test('the board: a plan from the solver, moved with the keyboard alone, published, changed for a late team', async () => {
  await desk.goto(`${hall.origin}/o/${hall.play.competition}/order`);
  await desk.getByText('用排程板排').click();
  await desk.getByRole('link', { name: '打开排程板' }).click();
  await desk.getByRole('heading', { name: '还没排的项目' }).waitFor();
  await looksRight('schedule-empty');
  await desk.getByRole('button', { name: '排一个', exact: true }).click();
  await desk.getByText('4 个项目都排下了').waitFor();
  await expect.poll(plan).toEqual(['am1', 'am2', 'am3', 'am4']);
  await looksRight('schedule-made');

  await desk.getByRole('button', { name: '排一个' }).focus();
  for (let hops = 0; hops < 40 && !/^9:00，/.test(await slotInFocus()); hops += 1) await press('Tab');
  const first = (await slotInFocus()).split('，')[1] ?? '';
  await press('Enter', 'ArrowDown', 'ArrowRight');
  await expect
    .poll(() => desk.locator('.hand__what').textContent())
    .toContain('放到下午场 14:11，不违反规则');
  await looksRight('schedule-held');
  await press('Enter');
  expect(await slotInFocus()).toContain(first);
  await press('Enter', 'Escape');
  expect(await desk.locator('.hand').count()).toBe(0);
  await press('Delete');
  await desk.getByRole('heading', { name: '还没排的项目' }).waitFor();
  await desk.getByRole('button', { name: '撤销一步' }).press('Enter');
  await desk.getByRole('button', { name: '保存草稿' }).press('Enter');
  await expect.poll(plan).toEqual(['am2', 'am3', 'am4', 'pm2']);

  await desk.getByRole('button', { name: '公布顺序' }).press('Enter');
  await desk.getByRole('dialog').getByRole('button', { name: '公布顺序' }).press('Enter');
  await desk.getByRole('heading', { name: '改期' }).waitFor();
  await looksRight('schedule-published');
  await desk.getByRole('button', { name: '看看要动谁' }).click();
  await desk.getByText('没有动得更少的办法').waitFor();
  await desk.getByLabel('原因').fill('车坏在路上');
  await desk.getByRole('button', { name: /^就这样改|^登记/ }).click();
  await desk.getByText('已改好').or(desk.getByText('出场顺序已公布')).first().waitFor();
  await looksRight('schedule-changed');
  for (const size of [
    { width: 1024, height: 768 },
    { width: 768, height: 1024 },
    { width: 360, height: 640 },
  ]) {
    await desk.setViewportSize(size);
    await looksRight(`schedule-changed-${size.width}`);
  }
  expect(errors).toEqual([]);
});
