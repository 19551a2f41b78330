import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { verify } from '../../server/cli/verify.ts';
import { readModel } from '../../server/demo/model.ts';
import type { Model } from '../../server/demo/model.ts';
import { known, officer, operationId } from '../../server/demo/play.ts';
import { smallModel } from '../../server/demo/small-model.ts';
import { apply } from '../../server/demo/story/applying.ts';
import { callToStage, score, step } from '../../server/demo/story/day.ts';
import { decide } from '../../server/demo/story/deciding.ts';
import { takeFiles } from '../../server/demo/story/files.ts';
import { found } from '../../server/demo/story/founding.ts';
import { seatPanel } from '../../server/demo/story/panel.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, signInAs, watchErrors } from './support/hall-browser.ts';
import { axeFindings, screenshot } from './support/page-checks.ts';

/** The judge who scores in the browser, the project, and the mark that is followed. */
const judge = 'j09';
const project = 'p14';
const mark = '18.5';
const marks = ['18.5', '17', '16', '9', '13', '12'];
const names = [
  '需求与社区匹配',
  '项目设计与可行性',
  '预期成效与居民参与',
  '团队能力',
  '预算合理性',
  '创新与可持续',
];

let hall: Hall;
let browser: Browser;
let tablet: Page;
let errors: string[];

beforeAll(async () => {
  hall = await openHall(tieFree(smallModel(readModel(), [project, 'p32', 'p31'], 'p31')));
  await found(hall.play);
  await apply(hall.play);
  await seatPanel(hall.play);
  browser = await launchHallBrowser();
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  tablet = await context.newPage();
  errors = watchErrors(tablet);
  await signInAs(tablet, hall.origin, known(hall.play.tablets, judge).cookies);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

/** The two projects do not tie, so the day needs no decision of the panel. */
const tieFree = (model: Model): Model => ({ ...model, tie: { result: [], reason: '' } });

const sheetIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('gongping');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('operations').objectStore('operations').getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error);
        };
      }),
  );

test('the mark 18.5 goes from the pad to the verified files', async () => {
  const { play, server, origin } = hall;
  await callToStage(play, project);

  // Seat: name and code, on plain http in a context that is not secure.
  await tablet.goto(`${origin}/seat`);
  expect(await tablet.evaluate(() => isSecureContext)).toBe(false);
  const [row] = await server.context.store.read
    .select()
    .from(server.context.store.t.judge)
    .then((rows) => rows.filter((one) => one.id === known(play.judges, judge)));
  await tablet.getByRole('button', { name: '实务专家甲' }).click();
  for (const digit of row?.code ?? '') await tablet.getByRole('button', { name: digit, exact: true }).click();

  // Pad: the host has called the project, the judge goes to it and marks.
  await tablet.waitForURL(/\/seat\/[^/]+/);
  await openScorePad(tablet);
  await screenshot(tablet, 'judge-score-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  for (const [index, name] of names.entries()) await choose(tablet, name, marks[index] ?? '');
  const total = tablet.locator('.jfoot__total b');
  await expect.poll(() => total.textContent()).toBe('85.5');

  // Outbox: the whole sheet as decimal strings, acknowledged by the server.
  await expect
    .poll(async () => JSON.stringify(await sheetIn(tablet)), { timeout: 20_000 })
    .toContain(`"need":"${mark}"`);

  // Check and submit.
  await tablet.getByRole('button', { name: /核对/ }).click();
  await tablet.getByRole('button', { name: /提交 ?\d+ ?号/ }).waitFor();
  await screenshot(tablet, 'judge-check-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.getByRole('button', { name: /提交 ?\d+ ?号/ }).click();
  await expect.poll(() => tablet.locator('body').textContent(), { timeout: 20_000 }).toMatch(/已存到服务器/);

  // Store: one immutable revision row, one sealed ledger entry with the receipt's hash.
  const { t, read } = server.context.store;
  const proposal = known(play.proposals, project);
  await expect
    .poll(async () => {
      const revisions = await read.select().from(t.sheetRevision);
      return revisions
        .filter((one) => one.judge === row?.id && one.action === 'submit')
        .map((one) => one.marks['need']);
    })
    .toEqual([mark]);
  const entries = await read.select().from(t.ledger);
  const submitted = entries.filter(
    (entry) => entry.action === 'sheet_submitted' && entry.actor === `judge:${row?.id}`,
  );
  expect(submitted).toHaveLength(1);
  expect(JSON.stringify(submitted[0]?.data)).not.toContain(mark);
  expect(Object.keys(submitted[0]?.sealed ?? {})).toContain('marks');

  // The other judges, the other project, lock, result, decision and files.
  for (const sheet of play.model.sheets.filter((one) => one.project === project && one.judge !== judge))
    await score(play, sheet);
  await step(play, project, { do: 'question' });
  await step(play, project, { do: 'change' });
  await step(play, project, { do: 'collect' });
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
  await decide(play);
  const folder = mkdtempSync(join(tmpdir(), 'gongping-mark-'));
  await takeFiles(play, folder);

  const book = JSON.parse(readFileSync(join(folder, 'scorebook.json'), 'utf8')) as {
    sheets: { judge: string; entry: string; marks?: Record<string, string> }[];
  };
  const sheet = book.sheets.find((one) => one.judge === row?.id && one.entry === proposal);
  expect(sheet?.marks?.['need']).toBe(mark);

  const result = await officer(play, 'u04').call(contract.results.latest, {
    params: { competition: play.competition },
  });
  const entry = result.entries.find((one) => one.proposal === proposal);
  expect(entry?.sheets.find((one) => one.judge === row?.id)?.total).toBe('85.5');
  expect(JSON.stringify(entry?.steps)).toContain('"85.5"');

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, 'scores.xlsx'));
  const cells: unknown[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((one) => one.eachCell((cell) => cells.push(cell.value))));
  expect(cells).toContain(85.5);

  const openings = readFileSync(join(folder, 'openings.jsonl'), 'utf8').trim().split('\n');
  const opening = openings
    .map((line) => JSON.parse(line) as { seq: number; field: string; value: Record<string, string> })
    .find((one) => one.seq === submitted[0]?.seq && one.field === 'marks');
  expect(opening?.value['need']).toBe(mark);

  let said = '';
  const io = {
    stdin: async () => '',
    readFile: async () => '',
    stdout: (text: string) => void (said += text),
    stderr: () => undefined,
  };
  expect([await verify([folder], io), said.includes('全部一致')]).toEqual([0, true]);
  expect(errors).toEqual([]);
  rmSync(folder, { recursive: true });
});

async function openScorePad(page: Page): Promise<void> {
  const pad = page.locator('.pad, .pinpad').first();
  const go = page
    .getByRole('link', { name: /打分|评分/ })
    .or(page.getByRole('button', { name: /打分|评分/ }))
    .first();
  await Promise.race([pad.waitFor(), go.waitFor()]);
  if (!page.url().includes('/score/')) await go.click();
  await page.waitForURL(/\/score\//);
  await pad.waitFor();
}

/** Chooses a criterion in the list, then its mark on the pad; a half is the whole key and 「.5」. */
async function choose(page: Page, criterion: string, value: string): Promise<void> {
  await page.locator('.crit', { hasText: criterion }).click();
  const [whole = '', half] = value.split('.');
  await page.locator('.pad .key', { hasText: new RegExp(`^\\s*${whole}\\s*$`) }).click();
  if (half) await page.locator('.pad .key', { hasText: '.5' }).click();
}
