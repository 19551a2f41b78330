import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOnCard } from '../../../server/demo/story/panel.ts';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { text } from '../support/score-pad.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning(['p14', 'p32']);
});
afterAll(() => morning.close());

async function type(tablet: Page, judge: string, code: string): Promise<void> {
  await tablet.getByRole('button', { name: morning.nameOf(judge) }).click();
  for (const digit of code) await tablet.getByRole('button', { name: digit, exact: true }).click();
}

const wrongFor = async (judge: string) =>
  (await codeOnCard(morning.hall.play, judge)) === '0000' ? '1111' : '0000';

test('no network after the names were loaded → the right code opens, a wrong one says how many tries remain', async () => {
  const tablet = await morning.spareTablet(1);
  expect(await tablet.evaluate(() => isSecureContext)).toBe(false);
  expect(tablet.url()).not.toContain('#');
  await tablet.context().setOffline(true);
  for (const left of [4, 3, 2, 1]) {
    await type(tablet, 'j10', await wrongFor('j10'));
    await expect.poll(() => text(tablet)).toContain(`密码不对，还可以试 ${left} 次。`);
  }
  await screenshot(tablet, 'seat-wrong-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await type(tablet, 'j10', await wrongFor('j10'));
  await expect.poll(() => text(tablet)).toContain('已锁住');
  await screenshot(tablet, 'seat-locked-1024');

  // The right code of the locked name does not open; another name on this tablet is not touched by it.
  await type(tablet, 'j10', await codeOnCard(morning.hall.play, 'j10'));
  await expect.poll(() => text(tablet)).toContain('已锁住');
  await type(tablet, 'j09', await codeOnCard(morning.hall.play, 'j09'));
  await tablet.waitForURL(/\/seat\/[^/]+$/);
  await expect.poll(() => text(tablet)).toContain('请稍候，开始后自动打开');
  await screenshot(tablet, 'seat-offline-wait-1024');

  // The same name on another tablet is not locked either.
  const other = await morning.spareTablet(2);
  await other.context().setOffline(true);
  await type(other, 'j10', await codeOnCard(morning.hall.play, 'j10'));
  await other.waitForURL(/\/seat\/[^/]+$/);
});

test('five wrong codes with the network → the console names the judge, the host lifts the lock, the code is good again', async () => {
  const tablet = await morning.spareTablet(3);
  for (let tries = 0; tries < 5; tries += 1) {
    await type(tablet, 'j11', await wrongFor('j11'));
    await expect.poll(() => text(tablet)).toMatch(tries < 4 ? `还可以试 ${4 - tries} 次` : '已锁住');
  }
  const host = await morning.atDesk('u06', 'console');
  await host.getByText(morning.nameOf('j11')).first().waitFor();
  await host.getByRole('button', { name: /解锁/ }).click();
  await expect.poll(async () => (await morning.console()).judges.some((one) => one.codeLocked)).toBe(false);
  await type(tablet, 'j11', await codeOnCard(morning.hall.play, 'j11'));
  await tablet.waitForURL(/\/seat\/[^/]+$/);
  expect(morning.errors()).toEqual([]);
});
