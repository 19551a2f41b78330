import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callToStage, step } from '../../../server/demo/story/day.ts';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { mark, markAll, offline, onPad, onServer, saveLine, submitAll, text } from '../support/score-pad.ts';
import { entriesOf, marksOf, storedRevisions, storedSheet } from '../support/store.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning();
});
afterAll(() => morning.close());

/** The host hears a project to its end and calls the next. */
async function callNext(heard: string, next: string): Promise<void> {
  const { play } = morning.hall;
  for (const name of ['question', 'change', 'collect'] as const) await step(play, heard, { do: name });
  await callToStage(play, next);
}

/** Opens a project from the judge's own sheets. */
async function openSheet(tablet: Page, order: number): Promise<void> {
  await tablet.getByRole('button', { name: '求助' }).click();
  await tablet.getByRole('button', { name: '看我的评分单' }).click();
  await tablet.locator('.own', { has: tablet.locator('.plate', { hasText: String(order) }) }).click();
  await onPad(tablet, order);
}

test('server out of reach after three marks → the line says so, scoring, comment and submit go on, nothing modal', async () => {
  const { hall } = morning;
  await callToStage(hall.play, 'p14');
  const tablet = await morning.seated('j09');
  await onPad(tablet, 1);
  for (const [place, value] of [18, 17, 16].entries()) await mark(tablet, place, value);
  await expect.poll(() => saveLine(tablet)).toContain(onServer);
  await tablet.context().setOffline(true);
  await mark(tablet, 3, 9);
  await expect.poll(() => saveLine(tablet), { timeout: 300_000 }).toContain(offline);
  await expect.poll(() => saveLine(tablet)).toContain('1 份待上传');
  for (const [place, value] of [13, 12].entries()) await mark(tablet, place + 4, value);
  await tablet.getByRole('button', { name: /写评语/ }).click();
  await tablet.getByRole('button', { name: '需求真实' }).click();
  await tablet.getByRole('button', { name: '返回评分' }).click();
  expect(await tablet.getByRole('dialog').count()).toBe(0);
  await screenshot(tablet, 'offline-pad-1024');
  await tablet.getByRole('button', { name: /核对/ }).click();
  await expect.poll(() => text(tablet)).toContain('提交后先存在这台平板里');
  await screenshot(tablet, 'offline-check-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await tablet.getByRole('button', { name: /^提交/ }).click();
  await expect.poll(() => text(tablet)).toContain('已存在这台平板里，待上传');
  await screenshot(tablet, 'offline-done-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  expect(await tablet.getByRole('dialog').count()).toBe(0);
  expect((await storedSheet(hall, 'j09', 'p14'))?.status).toBe('draft');
  await tablet.context().setOffline(false);
  await expect.poll(() => saveLine(tablet), { timeout: 60_000 }).toContain(onServer);
  await expect.poll(() => text(tablet)).toContain('回执号');
  const sheet = await storedSheet(hall, 'j09', 'p14');
  expect([sheet?.status, sheet?.marks, sheet?.comment]).toEqual([
    'submitted',
    marksOf([18, 17, 16, 9, 13, 12]),
    '需求真实',
  ]);
});

test('answer to a submit lost → sent again with the same key, stored once, same revision and time', async () => {
  const { hall } = morning;
  const tablet = await morning.seated('j10');
  await onPad(tablet, 1);
  const sent: unknown[] = [];
  const answered: unknown[] = [];
  await tablet.route('**/submission', async (route) => {
    const request = route.request();
    sent.push(request.postDataJSON());
    const { status, headers, bytes } = await hall.play.transport.send({
      method: 'POST',
      url: new URL(request.url()).pathname,
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    const body = Buffer.from(bytes).toString();
    answered.push({ status, body: JSON.parse(body) as unknown });
    if (answered.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ status, headers, body });
  });
  await submitAll(tablet, [15, 14, 13, 7, 10, 9]);
  await expect.poll(() => text(tablet), { timeout: 60_000 }).toContain('回执号');
  expect(answered.length).toBe(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(answered[1]).toEqual(answered[0]);
  const submitted = (await storedRevisions(hall, 'j10', 'p14')).filter(({ action }) => action === 'submit');
  expect(submitted.map(({ marks }) => marks)).toEqual([marksOf([15, 14, 13, 7, 10, 9])]);
  expect(await entriesOf(hall, 'sheet_submitted', 'j10')).toHaveLength(1);
});

test('host goes on to No. 2 over an unsubmitted No. 1 → the judge goes there, No. 1 stays a draft, nothing is submitted', async () => {
  const { hall } = morning;
  const tablet = await morning.seated('j11');
  await onPad(tablet, 1);
  await markAll(tablet, [15, 15, 15, 8, 10, 10]);
  await expect.poll(() => saveLine(tablet)).toContain(onServer);
  await callNext('p14', 'p32');
  await expect.poll(() => text(tablet)).toContain('台上是 2 号，您正在评 1 号');
  await screenshot(tablet, 'moved-1024');
  expect(await axeFindings(tablet)).toEqual([]);
  await onPad(tablet, 1);
  await tablet.getByRole('button', { name: '去评 2 号（1 号草稿保留）' }).click();
  await onPad(tablet, 2);
  const sheet = await storedSheet(hall, 'j11', 'p14');
  expect([sheet?.status, sheet?.marks]).toEqual(['draft', marksOf([15, 15, 15, 8, 10, 10])]);
  expect(await entriesOf(hall, 'sheet_submitted', 'j11')).toEqual([]);
});

test('20 operations without network, then a network that flaps → the last state of each sheet, no duplicates, nothing waiting', async () => {
  const { hall } = morning;
  await callNext('p32', 'p31');
  const tablet = await morning.seated('j12');
  await onPad(tablet, 3);
  await tablet.context().setOffline(true);
  // 20: 6 marks and a submit for No. 3, 6 marks and a submit for No. 1, 4 marks and 2 changes for No. 2.
  await submitAll(tablet, [20, 19, 18, 10, 15, 14]);
  await expect.poll(() => text(tablet)).toContain('待上传');
  await openSheet(tablet, 1);
  await submitAll(tablet, [11, 12, 13, 4, 5, 6]);
  await expect.poll(() => text(tablet)).toContain('待上传');
  await openSheet(tablet, 2);
  await markAll(tablet, [10, 10, 10, 5]);
  await mark(tablet, 0, 20);
  await mark(tablet, 1, 0);
  await expect.poll(() => saveLine(tablet)).toContain('3 份待上传');
  for (let times = 0; times < 8; times += 1) {
    await tablet.context().setOffline(false);
    await sleep(300);
    await tablet.context().setOffline(true);
    await sleep(450);
  }
  await tablet.context().setOffline(false);
  await expect.poll(() => saveLine(tablet), { timeout: 120_000 }).toContain(onServer);
  const now = async (project: string) => {
    const sheet = await storedSheet(hall, 'j12', project);
    return [sheet?.status, sheet?.marks];
  };
  await expect.poll(() => now('p14')).toEqual(['submitted', marksOf([11, 12, 13, 4, 5, 6])]);
  expect(await now('p32')).toEqual(['draft', marksOf([20, 0, 10, 5])]);
  expect(await now('p31')).toEqual(['submitted', marksOf([20, 19, 18, 10, 15, 14])]);
  const revisions = await Promise.all(
    ['p14', 'p32', 'p31'].map((project) => storedRevisions(hall, 'j12', project)),
  );
  const operations = revisions.flat().map(({ operation }) => operation);
  expect(new Set(operations).size).toBe(operations.length);
  expect(await entriesOf(hall, 'sheet_submitted', 'j12')).toHaveLength(2);
  expect(morning.errors()).toEqual([]);
});
