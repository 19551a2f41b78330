import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officer } from '../../../server/demo/play.ts';
import { callToStage } from '../../../server/demo/story/day.ts';
import { readAftermath } from '../storm/aftermath.ts';
import { openStormHall } from '../storm/hall.ts';
import type { StormHall } from '../storm/hall.ts';
import { hallHost } from '../support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from '../support/hall-browser.ts';
import { desk, landscape } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { markAll, offline, onPad, onServer, saveLine, submitAll, text } from '../support/score-pad.ts';
import { marksOf } from '../support/store.ts';

let hall: StormHall;
let browser: Browser;
const errors: string[][] = [];
beforeAll(async () => {
  hall = await openStormHall(3, hallHost);
  browser = await launchHallBrowser();
  await callToStage(hall.play, 'p14');
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function open(path: string, size: typeof desk, cookies?: ReadonlyMap<string, string>): Promise<Page> {
  const page = await (await browser.newContext({ viewport: size })).newPage();
  errors.push(watchErrors(page));
  if (cookies) await signInAs(page, hall.server.origin, cookies);
  await page.goto(hall.server.origin + path);
  return page;
}

async function tabletOf(seat: number): Promise<Page> {
  const { code, cookies } = hall.judges[seat - 1] ?? { code: '', cookies: new Map() };
  const tablet = await open('/seat', landscape, cookies);
  await tablet.getByRole('button', { name: `评委${seat}` }).click();
  for (const digit of code) await tablet.getByRole('button', { name: digit, exact: true }).click();
  await onPad(tablet, 1);
  return tablet;
}

test('power gone right after an acknowledgement → everybody goes on alone; back again, everything is there and the hall goes on where it was', async () => {
  const { play, server } = hall;
  const [first, second] = [await tabletOf(1), await tabletOf(2)];
  expect(await first.evaluate(() => isSecureContext)).toBe(false);
  const host = await open(`/o/${play.competition}/console`, desk, officer(play, 'u06').cookies);
  await host.locator('.now__go button').waitFor();
  const screen = await open(`/c/${play.competition}/hall`, { width: 1920, height: 1080 });
  await expect.poll(() => text(screen)).toContain('指尖柳荫');

  await submitAll(first, [18, 17, 16, 9, 13, 12]);
  await expect.poll(() => text(first)).toContain('回执号');
  await server.kill();

  await markAll(second, [20, 19, 18, 10, 15, 14]);
  await expect.poll(() => saveLine(second), { timeout: 300_000 }).toContain(offline);
  await second.getByRole('button', { name: /核对/ }).click();
  await second.getByRole('button', { name: /^提交/ }).click();
  await expect.poll(() => text(second)).toContain('待上传');
  await expect.poll(() => text(host), { timeout: 60_000 }).toContain('现场照常');
  await screenshot(host, 'console-cut-off-1280');
  expect(await axeFindings(host)).toEqual([]);
  await expect.poll(() => text(screen), { timeout: 60_000 }).toContain('连接中');
  expect(await text(screen)).toContain('指尖柳荫');
  await screenshot(screen, 'hall-cut-off-1920');

  await server.restart();
  await expect.poll(() => saveLine(second), { timeout: 120_000 }).toContain(onServer);
  await expect.poll(() => text(second)).toContain('回执号');
  await expect.poll(() => text(host), { timeout: 120_000 }).toContain('重新启动过');
  expect(await host.locator('.now__go button').textContent()).toContain('开始答辩');
  await screenshot(host, 'console-recovered-1280');
  await host.getByRole('link', { name: '恢复检查' }).first().click();
  await expect.poll(() => text(host), { timeout: 120_000 }).toContain('没有差异，可以继续');
  await screenshot(host, 'recovery-1280');
  expect(await axeFindings(host)).toEqual([]);
  await host
    .getByRole('link', { name: '继续 1 号' })
    .or(host.getByRole('button', { name: '继续 1 号' }))
    .click();
  await expect.poll(() => host.locator('.now__go button').textContent()).toContain('开始答辩');
  await expect.poll(() => text(screen), { timeout: 60_000 }).not.toContain('连接中');

  await server.stop();
  const after = await readAftermath(hall.dataFolder(), play.competition);
  const [project = ''] = hall.projects;
  const key = (seat: number) => `${hall.judges[seat - 1]?.id} ${project}`;
  expect(after.sheets).toEqual({
    [key(1)]: marksOf([18, 17, 16, 9, 13, 12]),
    [key(2)]: marksOf([20, 19, 18, 10, 15, 14]),
  });
  expect(after.replayed).toEqual(after.sheets);
  expect({ twice: after.twice, broken: after.broken }).toEqual({ twice: [], broken: null });
  expect(errors.flat()).toEqual([]);
});
