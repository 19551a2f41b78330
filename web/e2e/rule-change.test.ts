import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../server/demo/model.ts';
import { approvalSecret, known, officer, operationId } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { playDay } from '../../server/demo/story/day.ts';
import { found } from '../../server/demo/story/founding.ts';
import { seatPanel } from '../../server/demo/story/panel.ts';
import { contract } from '../../shared/contract/index.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

/** Five projects that take part, and the one that withdraws. */
const projects = ['p05', 'p33', 'p16', 'p02', 'p06', 'p31'];

let hall: Hall;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  const model = readModel();
  const absences = model.absences
    .map((absence) => ({ ...absence, projects: absence.projects.filter((one) => projects.includes(one)) }))
    .filter((absence) => absence.projects.length > 0);
  hall = await openHall({ ...smallModel(model, projects, 'p31'), absences });
  await found(hall.play);
  await apply(hall.play);
  browser = await launchHallBrowser();
}, 200_000);
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function pageOf(cookies: ReadonlyMap<string, string>, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  errors.push(...watchErrors(page));
  await signInAs(page, hall.origin, cookies);
  return page;
}

const base = () => `${hall.origin}/o/${hall.play.competition}`;

async function looksRight(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  expect([name, await axeFindings(page)]).toEqual([name, []]);
  expect([name, await noHorizontalOverflow(page)]).toEqual([name, true]);
}

async function startCorrection(page: Page): Promise<void> {
  await page.goto(`${base()}/settings/rules`);
  await page.getByRole('button', { name: '更正评分标准或评分规则' }).click();
}

async function approve(page: Page): Promise<void> {
  await page.getByText('监督员', { exact: true }).first().click();
  await page.getByLabel('复核密码').fill(approvalSecret);
}

test('before the first sheet: one person, a correction notice that every applicant sees', async () => {
  const sponsor = await pageOf(officer(hall.play, 'u01').cookies);
  await startCorrection(sponsor);
  await sponsor.getByLabel(/^有加减分/).check();
  await sponsor.getByRole('button', { name: '看看会有什么影响' }).click();
  await sponsor.getByText('改成第 2 版，改了这些').waitFor();
  const change = await sponsor.locator('main').textContent();
  expect(change).toContain('另有加减分，每次不超过 5 分');
  expect(change).toMatch(/申报主体 \d+ 家/);
  await looksRight(sponsor, 'correction-1280');
  await sponsor.getByLabel('更正的原因').fill('征集公告漏写了特别观察项目加分。');
  await sponsor.getByRole('button', { name: '发布更正公告，启用第 2 版' }).click();
  await sponsor
    .getByText(/第 2 版/)
    .first()
    .waitFor();

  const { browser: applicant } = known(hall.play.applicants, 'a17');
  const phone = await pageOf(applicant?.cookies ?? new Map(), 360);
  await phone.goto(`${hall.origin}/c/${hall.play.competition}/apply`);
  const notice = phone.locator('.papp__notice');
  await notice.waitFor();
  expect(await notice.textContent()).toMatch(/第 2 版.*另有加减分，每次不超过 5 分.*漏写了特别观察项目加分/s);
  await looksRight(phone, 'notice-360');

  const stranger = await pageOf(new Map());
  await stranger.goto(`${hall.origin}/c/${hall.play.competition}/call`);
  expect(await stranger.locator('body').textContent()).toMatch(/更正公告/);
});

test('after it: previewed side by side with the rank slopes, applied by two, computed anew', async () => {
  await seatPanel(hall.play);
  await playDay(hall.play);
  const params = { competition: hall.play.competition };
  const clerk = officer(hall.play, 'u04');
  await clerk.call(contract.stage.lock, {
    params: { ...params, session: 'am' },
    body: { operation: operationId('lock', 'am') },
  });
  const first = await clerk.call(contract.results.compute, {
    params,
    body: { operation: operationId('result') },
  });

  const sponsor = await pageOf(officer(hall.play, 'u01').cookies);
  await startCorrection(sponsor);
  await sponsor.getByLabel(/^去掉最高分和最低分/).uncheck();
  await sponsor.getByRole('button', { name: '看看会有什么影响' }).click();
  await sponsor.getByRole('heading', { name: '名次会怎么变' }).waitFor();
  const sides = await sponsor.locator('.sides').textContent();
  expect(sides).toMatch(/现在的第 2 版.*去掉 1 个最高分和 1 个最低分.*改后的第 3 版.*全部有效评分取平均/s);
  // One line a project that takes part, and the same as a table.
  expect(await sponsor.locator('.pl-slope').count()).toBe(projects.length - 1);
  expect(await sponsor.locator('main tbody tr').count()).toBe(projects.length - 1);
  await sponsor.getByLabel('更正的原因').fill('评委组一致认为项目少，不应去掉最高最低分。');
  await looksRight(sponsor, 'rule-change-1280');

  // One person alone is not enough.
  await sponsor.getByRole('button', { name: '两人确认，启用第 3 版' }).click();
  await sponsor.getByRole('status').filter({ hasText: '请选择复核人' }).waitFor();
  await approve(sponsor);
  await sponsor.getByRole('button', { name: '两人确认，启用第 3 版' }).click();
  await sponsor.getByText(/规则的各个版本/).waitFor();

  const after = await clerk.call(contract.results.latest, { params });
  expect([first.rulesVersion, after.version, after.rulesVersion]).toEqual([2, 2, 3]);
  expect(after.entries.every(({ sheets }) => sheets.every(({ use }) => !use.startsWith('dropped')))).toBe(
    true,
  );
});

test('points added by the clerk beside the supervisor → counted after the next computing, told in the derivation', async () => {
  const clerk = await pageOf(officer(hall.play, 'u04').cookies);
  await clerk.goto(`${base()}/results`);
  const row = clerk.locator('.table--marks tbody tr', { hasText: '柳荫夜校' });
  const before = Number(await row.locator('.score-link').textContent());
  await clerk.getByRole('link', { name: '加减分和票数' }).click();
  await clerk.getByRole('button', { name: '加一个加减项' }).click();
  await clerk.getByLabel('项目', { exact: true }).selectOption({ index: 3 });
  const chosen = await clerk
    .getByLabel('项目', { exact: true })
    .evaluate((box: HTMLSelectElement) => box.selectedOptions[0]?.textContent);
  expect(chosen).toContain('柳荫夜校');
  await clerk.getByLabel('分值').fill('7');
  await clerk.getByText('请写 2 或 -1 这样的分，不超过 5').waitFor();
  await clerk.getByLabel('分值').fill('+1.5');
  await clerk.getByLabel('理由').fill('特别观察项目');
  await approve(clerk);
  await looksRight(clerk, 'additions-1280');
  await clerk.getByRole('button', { name: '核对无误，登记加减分' }).click();
  await clerk.getByText(/第 1 次登记：统分人甲登记，监督员核对/).waitFor();
  await clerk.setViewportSize({ width: 360, height: 760 });
  await looksRight(clerk, 'additions-360');
  await clerk.setViewportSize({ width: 1280, height: 800 });

  await clerk.getByRole('link', { name: '去汇总与复核' }).click();
  await clerk.getByText('第 2 版算出以后，计分的依据有了变化').waitFor();
  await looksRight(clerk, 'results-outdated-1280');
  await clerk.getByRole('button', { name: '重新统分' }).click();
  await clerk.getByText('第 3 版', { exact: true }).waitFor();
  expect(Number(await row.locator('.score-link').textContent())).toBeCloseTo(before + 1.5, 6);
  await row.locator('.score-link').click();
  const drawer = clerk.getByRole('complementary', { name: '得分是怎么来的' });
  await expect.poll(() => drawer.textContent()).toContain('加减分 1.5（特别观察项目）');
  await screenshot(clerk, 'adjusted-1280');
  expect(errors).toEqual([]);
});
