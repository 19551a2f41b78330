import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readModel } from '../../server/demo/model.ts';
import { known } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { callToStage } from '../../server/demo/story/day.ts';
import { found } from '../../server/demo/story/founding.ts';
import { seatPanel } from '../../server/demo/story/panel.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, screenshot } from './support/page-checks.ts';

const judge = 'j09';
const secret = '只写给自己看的一句';

let hall: Hall;
let browser: Browser;
let context: BrowserContext;
let tablet: Page;
let errors: string[];

beforeAll(async () => {
  hall = await openHall(smallModel(readModel(), ['p14', 'p32', 'p31'], 'p31'));
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  browser = await launchHallBrowser();
  context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  tablet = await context.newPage();
  errors = watchErrors(tablet);
  await signInAs(tablet, hall.origin, known(hall.play.tablets, judge).cookies);
  await sitDown();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

const store = () => hall.server.context.store;
const ledgerOf = (action: string) =>
  store()
    .read.select()
    .from(store().t.ledger)
    .then((rows) => rows.filter((row) => row.action === action));
const text = () => tablet.locator('body').textContent();

async function sitDown(): Promise<void> {
  await tablet.goto(`${hall.origin}/seat`);
  const rows = await store().read.select().from(store().t.judge);
  const row = rows.find(({ id }) => id === known(hall.play.judges, judge));
  await tablet.getByRole('button', { name: '实务专家甲' }).click();
  for (const digit of row?.code ?? '') await tablet.getByRole('button', { name: digit, exact: true }).click();
  await tablet.waitForURL(/\/seat\/[^/]+/);
  await tablet.getByRole('link', { name: /承诺与回避/ }).waitFor();
}

/** Everything this browser keeps, of every database. */
const kept = () =>
  tablet.evaluate(async () => {
    const all: unknown[] = [];
    for (const name of ['gongping', 'gongping-study']) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error(name));
      });
      for (const store of Array.from(db.objectStoreNames))
        all.push(
          await new Promise((resolve) => {
            const asked = db.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(asked.result);
          }),
        );
      db.close();
    }
    return JSON.stringify(all);
  });

test('undertaken and declared without network → kept here, on the server and in the ledger once it is back', async () => {
  await screenshot(tablet, 'judge-before-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.getByRole('link', { name: /承诺与回避/ }).click();
  await tablet.locator('.drow').first().waitFor();
  await screenshot(tablet, 'judge-declare-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.locator('.drow__pick').first().selectOption('relative');
  await context.setOffline(true);
  await tablet.getByText('我已读完').click();
  await tablet.getByRole('button', { name: '提交承诺与回避' }).click();
  await expect.poll(text, { timeout: 30_000 }).toContain('已存在这台设备里');
  expect(await ledgerOf('undertaking_signed')).toEqual([]);

  await context.setOffline(false);
  await expect.poll(() => ledgerOf('undertaking_signed'), { timeout: 60_000 }).toHaveLength(1);
  await expect.poll(text, { timeout: 30_000 }).toContain('已提交承诺');
  const own = (await ledgerOf('recusal_recorded')).filter(
    ({ actor }) => actor === `judge:${known(hall.play.judges, judge)}`,
  );
  expect(own).toHaveLength(1);
  await tablet.getByRole('button', { name: '回到等候' }).click();
});

test('proposals are read and noted without network → the note is on the server when it is back', async () => {
  await tablet.getByRole('link', { name: /看申报书/ }).click();
  await tablet.getByText('断网也能看').waitFor();
  await context.setOffline(true);
  await tablet.getByRole('button', { name: '下一个项目' }).click();
  await tablet.getByLabel('我的笔记').fill(secret);
  await expect.poll(text).toContain('存在这台设备里，连上后自动上传');
  await screenshot(tablet, 'judge-read-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await context.setOffline(false);
  const notes = () => store().read.select().from(store().t.judgeNote);
  await expect
    .poll(async () => (await notes()).map(({ text: note }) => note), { timeout: 60_000 })
    .toEqual([secret]);
  await expect.poll(text).toContain('已存到服务器');
  await tablet.getByRole('button', { name: '回到等候' }).click();
});

test('a practice sheet filled in to its end → nothing of it anywhere but on the page', async () => {
  const before = await counts();
  const sent: string[] = [];
  tablet.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
  await tablet.getByRole('link', { name: /试打分/ }).click();
  await tablet.locator('.practice .pad').waitFor();
  expect(await text()).toContain('这是试打分，不计分');
  await screenshot(tablet, 'judge-practice-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  for (let criterion = 0; criterion < 6; criterion += 1) {
    await tablet.locator('.pad button', { hasText: /^7$/ }).click();
    await tablet.getByRole('button', { name: '下一项' }).click();
  }
  await expect.poll(() => tablet.locator('.jfoot__total b').textContent()).toBe('42');
  await tablet.getByRole('button', { name: '核对 0 号' }).click();
  expect(await text()).toContain('42');
  expect(await axeFindings(tablet)).toEqual([]);
  expect(await kept()).not.toContain('practice');
  await tablet.getByRole('button', { name: '完成试打分' }).click();
  await tablet.getByText('已试过').waitFor();

  expect(await counts()).toEqual(before);
  expect(await kept()).not.toContain('practice');
  expect(sent.filter((request) => !request.startsWith('GET')).join()).not.toMatch(/practice|marks/);
});

/** How much the server holds of sheets and of acts. */
async function counts(): Promise<number[]> {
  const { read, t } = store();
  const tables = [t.sheet, t.sheetRevision, t.ledger, t.opening, t.operation];
  const sizes: number[] = [];
  for (const table of tables) sizes.push((await read.select().from(table)).length);
  return sizes;
}

test('on the day the own note opens beside the pad', async () => {
  const [note] = await store().read.select().from(store().t.judgeNote);
  const noted = [...hall.play.proposals].find(([, id]) => id === note?.proposal)?.[0] ?? '';
  await callToStage(hall.play, noted);
  await tablet.locator('.score .pad').waitFor();
  await tablet.getByRole('button', { name: '我的笔记' }).click();
  await tablet.getByText(secret).waitFor();
  expect(errors).toEqual([]);
});
