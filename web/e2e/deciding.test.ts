import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvalSecret, officer } from '../../server/demo/play.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { playDay } from '../../server/demo/story/day.ts';
import { found } from '../../server/demo/story/founding.ts';
import { seatPanel } from '../../server/demo/story/panel.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  hall = await openHall();
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  await playDay(hall.play);
  browser = await launchHallBrowser();
}, 400_000);
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function pageOf(id: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const errors = watchErrors(page);
  await signInAs(page, hall.origin, officer(hall.play, id).cookies);
  return { page, errors };
}

async function approve(page: Page): Promise<void> {
  await page.getByText('监督员', { exact: true }).first().click();
  await page.getByLabel('复核密码').fill(approvalSecret);
}

test('the clerk computes, the panel decides the tie, the sponsor fixes the amounts with a second person', async () => {
  const base = `${hall.origin}/o/${hall.play.competition}`;
  const clerk = await pageOf('u04');
  await clerk.page.goto(`${base}/results`);
  await clerk.page.getByRole('button', { name: /统分，生成/ }).click();
  const first = clerk.page.locator('.table--marks tbody tr').first();
  await first.waitFor();
  expect(await first.locator('.score-link').textContent()).toBe('88.95');
  expect(await axeFindings(clerk.page)).toEqual([]);

  // Every number opens its derivation.
  await first.locator('.score-link').click();
  const drawer = clerk.page.getByRole('complementary', { name: '得分是怎么来的' });
  await expect.poll(() => drawer.textContent()).toContain('有效 13 位');
  await expect.poll(() => drawer.textContent()).toContain('÷ 11');
  await screenshot(clerk.page, 'results-1440');
  expect(await axeFindings(clerk.page)).toEqual([]);

  // Any number of a row does, by mouse and by keyboard: rank, a judge's total, how many are valid, the score.
  const title = drawer.getByRole('heading', { level: 2 });
  const second = clerk.page.locator('.table--marks tbody tr').nth(1);
  const name = await second.locator('th').textContent();
  for (const number of [second.locator('td').first().locator('.why'), second.locator('td.jm .why').first()]) {
    await first.locator('.score-link').click();
    await number.click();
    await expect.poll(() => title.textContent()).toBe(name);
  }
  await first.locator('.score-link').focus();
  for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft', 'Enter']) await clerk.page.keyboard.press(key);
  await expect.poll(() => title.textContent()).toBe(name);
  expect(await drawer.textContent()).toMatch(/四舍五入一次/);

  // The tie at the line: rank 21 is shared until the panel has decided.
  await clerk.page.getByRole('button', { name: '登记评委组的决定' }).click();
  await clerk.page.getByLabel('理由').fill('评委组合议：婴幼儿家庭需求更迫切，妈咪合伙人在前。');
  const dialog = clerk.page.getByRole('dialog');
  if ((await dialog.locator('li').first().textContent())?.includes('妈咪合伙人') === false)
    await dialog.getByRole('button', { name: '上移' }).click();
  await approve(clerk.page);
  await screenshot(clerk.page, 'tie-1440');
  await dialog.getByRole('button', { name: '登记，重新统分' }).click();
  await expect
    .poll(() => clerk.page.locator('h1 .tag, .tag').first().textContent(), { timeout: 20_000 })
    .toBeTruthy();
  await clerk.page.getByRole('button', { name: '登记评委组的决定' }).waitFor({ state: 'detached' });

  // Sponsor and supervisor sign exactly this version; before that the analysis stays closed.
  const sponsor = await pageOf('u01');
  await sponsor.page.goto(`${base}/quality`);
  await sponsor.page.getByText('结果签认以后才能打开').waitFor();
  await sponsor.page.goto(`${base}/results`);
  await sponsor.page.getByRole('button', { name: '签认第 2 版结果' }).click();
  expect(await sponsor.page.getByRole('dialog').textContent()).toMatch(/第 2 版结果：33 个项目有名次/);
  await approve(sponsor.page);
  expect(await axeFindings(sponsor.page)).toEqual([]);
  await screenshot(sponsor.page, 'sign-1440');
  await sponsor.page.getByRole('button', { name: '签认', exact: true }).click();
  await sponsor.page.getByText(/第 2 版已签认：主办方经办人甲、监督员/).waitFor();

  // Money down the ranks: 21 funded, the last one trimmed, nothing left.
  await sponsor.page.goto(`${base}/decision`);
  await sponsor.page.locator('.table--decide tbody tr').first().waitFor();
  expect(await sponsor.page.locator('.pot__nums').textContent()).toMatch(/600,000.*600,000.*21 个.*0/s);
  expect(await sponsor.page.getByLabel('28 号拟资助金额').inputValue()).toBe('17,130');
  await screenshot(sponsor.page, 'decision-1440');
  expect(await axeFindings(sponsor.page)).toEqual([]);

  // An amount above the request is named where it stands, and the list cannot be made.
  await sponsor.page.getByLabel('28 号拟资助金额').fill('99,999');
  expect(await sponsor.page.locator('.field__error').first().textContent()).toBe('不能多于申请金额');
  await sponsor.page.getByLabel('28 号拟资助金额').fill('17,130');

  await sponsor.page.getByRole('button', { name: /生成拟立项名单/ }).click();
  await approve(sponsor.page);
  await sponsor.page.getByRole('button', { name: '复核通过' }).click();
  await expect
    .poll(() => sponsor.page.locator('.banner--ok').textContent(), { timeout: 20_000 })
    .toContain('监督员复核');

  // The set of files, taken as a person would.
  await sponsor.page.goto(`${base}/papers`);
  await sponsor.page.getByRole('button', { name: '生成一套文件' }).click();
  const link = sponsor.page.getByRole('link', { name: 'funded.csv' });
  await link.waitFor({ timeout: 60_000 });
  await screenshot(sponsor.page, 'papers-1440');
  const [download] = await Promise.all([sponsor.page.waitForEvent('download'), link.click()]);
  const folder = mkdtempSync(join(tmpdir(), 'gongping-csv-'));
  await download.saveAs(join(folder, 'funded.csv'));
  const rows = readFileSync(join(folder, 'funded.csv'), 'utf8').trim().split(/\r?\n/);
  expect(rows.filter((row) => /^\d+,/.test(row))).toHaveLength(21);
  expect(rows.join('\n')).toContain('17130');
  rmSync(folder, { recursive: true });

  // The internal analysis: closed until it is opened in one's own name, then judges by number alone.
  await sponsor.page.goto(`${base}/quality`);
  await sponsor.page.getByRole('button', { name: '打开质量分析' }).click();
  expect(await axeFindings(sponsor.page)).toEqual([]);
  await sponsor.page.getByRole('button', { name: '打开，并记入留痕' }).click();
  const line = sponsor.page.getByRole('region', { name: '资金线稳不稳' });
  await line.waitFor({ timeout: 60_000 });
  expect(await line.textContent()).toContain('2 个临界：28 号、31 号');
  await sponsor.page
    .locator('details')
    .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((one) => (one.open = true)));
  expect(await sponsor.page.locator('main').textContent()).not.toMatch(/部门评委|梨园坝社区评委/);
  await screenshot(sponsor.page, 'quality-1440');
  expect(await axeFindings(sponsor.page)).toEqual([]);
  await sponsor.page.setViewportSize({ width: 360, height: 760 });
  expect(await noHorizontalOverflow(sponsor.page)).toBe(true);
  await screenshot(sponsor.page, 'quality-360');
  await sponsor.page.setViewportSize({ width: 1440, height: 900 });

  // The trace of operations names what was done.
  await sponsor.page.goto(`${base}/ledger`);
  await expect
    .poll(() => sponsor.page.locator('tbody').textContent())
    .toMatch(/打开评分质量分析.*复核拟立项名单/s);
  await screenshot(sponsor.page, 'ledger-1440');
  expect(await axeFindings(sponsor.page)).toEqual([]);
  expect([...clerk.errors, ...sponsor.errors]).toEqual([]);
});
