import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, watchErrors } from './support/hall-browser.ts';
import { axeFindings, screenshot } from './support/page-checks.ts';

let hall: Hall;
let browser: Browser;
let desk: Page;
let errors: string[];

beforeAll(async () => {
  hall = await openHall();
  browser = await launchHallBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  desk = await context.newPage();
  errors = watchErrors(desk);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function looksRight(name: string): Promise<void> {
  await screenshot(desk, `${name}-1280`);
  expect([name, await axeFindings(desk)]).toEqual([name, []]);
}

test('an empty installation: the first organizer sets up, makes a competition from the template and publishes', async () => {
  const { origin, server } = hall;
  await desk.goto(`${origin}/`);
  await desk.getByRole('heading', { level: 1 }).waitFor();
  await looksRight('front');

  await desk.goto(`${origin}/setup`);
  await desk.getByLabel(/启用码/).fill(server.setupCode ?? '');
  await desk.getByLabel(/姓名/).fill('主办方经办人甲');
  await desk.getByLabel(/用户名/).fill('sponsor');
  await desk.locator('input[type="password"]').nth(0).fill('a long password');
  await desk.locator('input[type="password"]').nth(1).fill('a long password');
  await looksRight('setup');
  await desk.locator('form button[type="submit"]').click();
  await desk.waitForURL(/\/o/);

  await desk.goto(`${origin}/o/new`);
  await desk.locator('input').first().fill('（示例）县首届公益创投大赛');
  await looksRight('new');
  await desk.locator('form button[type="submit"], .btn--primary').last().click();
  await desk.waitForURL(/\/o\/[0-9A-Z]{20}\//);

  const competition = /\/o\/([0-9A-Z]{20})/.exec(desk.url())?.[1] ?? '';
  for (const tab of [
    'overview',
    'settings',
    'settings/rules',
    'settings/rubric',
    'settings/money',
    'people',
  ]) {
    await desk.goto(`${origin}/o/${competition}/${tab}`);
    await desk.getByRole('heading', { level: 1 }).first().waitFor();
    await looksRight(tab.replace('/', '-'));
  }

  // The rule in one sentence a leader can read.
  await desk.goto(`${origin}/o/${competition}/settings/rules`);
  await expect
    .poll(() => desk.locator('main').textContent())
    .toContain('去掉 1 个最高分和 1 个最低分后取平均');

  await desk.goto(`${origin}/o/${competition}/overview`);
  const publish = desk.getByRole('button', { name: '发布，从此冻结' });
  await desk.locator('.task-row', { hasText: '发布征集公告' }).click();
  const open = desk.getByRole('button', { name: '发布征集公告' }).first();
  await publish.or(open).first().waitFor();
  if (!(await publish.isVisible())) await open.click();
  await publish.waitFor();
  await looksRight('publish');
  await publish.click();
  const { t, read } = server.context.store;
  await expect
    .poll(async () => (await read.select().from(t.competition)).map((row) => row.stage))
    .toEqual(['call']);

  // The public call is readable without scripts.
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
  const call = await plain.newPage();
  await call.goto(`${origin}/c/${competition}/call`);
  expect(await call.locator('body').textContent()).toContain('（示例）县首届公益创投大赛');
  await screenshot(call, 'call-360');
  expect(errors).toEqual([]);
});
