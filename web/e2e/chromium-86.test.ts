import type { Page } from 'playwright-core';
import type { RouteRecordRaw } from 'vue-router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { known, officer, operationId } from '../../server/demo/play.ts';
import { callToStage, score, step } from '../../server/demo/story/day.ts';
import { decide } from '../../server/demo/story/deciding.ts';
import { codeOnCard } from '../../server/demo/story/panel.ts';
import { routes as applicant } from '../pages/applicant/routes.ts';
import { routes as hall } from '../pages/hall/routes.ts';
import { routes as judge } from '../pages/judge/routes.ts';
import { routes as kit } from '../pages/kit/routes.ts';
import { routes as organizer } from '../pages/organizer/routes.ts';
import { routes as pub } from '../pages/public/routes.ts';
import { launchChromium86 } from './support/chromium-86.ts';
import { desk, landscape, openMorning } from './support/morning.ts';
import type { Morning } from './support/morning.ts';
import { screenshot } from './support/page-checks.ts';
import { marksOf, storedSheet } from './support/store.ts';

/** The judge at the tablet, and whose proposal the applicant's pages are about. */
const seat = 'j09';
const project = 'p14';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning([project, 'p32'], launchChromium86);
});
afterAll(() => morning.close());

/** Waits in the page itself until the condition holds. */
async function until(page: Page, holds: (words: string) => boolean, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(holds, words).catch(() => false), { timeout: 60_000 }).toBe(true);
}
const says = (words: string) => document.body.textContent.includes(words);
const has = (selector: string) => document.querySelector(selector) !== null;

/** A real click in the middle of the first element that the selector finds and that bears the words. */
async function press(page: Page, selector: string, words = ''): Promise<void> {
  await until(page, has, selector);
  const spot = await page.evaluate(
    ([css, text]) => {
      const found = [...document.querySelectorAll(css)].find((each) => each.textContent.includes(text));
      found?.scrollIntoView({ block: 'center' });
      const box = found?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    },
    [selector, words] as const,
  );
  if (spot === null) throw new Error(`nothing to press: ${selector} ${words}`);
  await page.mouse.click(spot.x, spot.y);
}

test('Chromium 86 → name, code, six marks, check, submit: the score is stored and the receipt shown', async () => {
  const { play, origin } = morning.hall;
  expect(morning.browser.version()).toMatch(/^86\./);
  await callToStage(play, project);
  const tablet = await morning.open(landscape, known(play.tablets, seat).cookies);
  await tablet.goto(`${origin}/seat`);
  expect(await tablet.evaluate(() => isSecureContext)).toBe(false);
  await press(tablet, '.name', morning.nameOf(seat));
  for (const digit of await codeOnCard(play, seat)) await press(tablet, '.pinpad .key', digit);
  await until(tablet, has, '.pad .key');
  const values = [18, 17, 16, 9, 13, 12];
  for (const [place, value] of values.entries()) {
    await press(tablet, `.crits li:nth-child(${place + 1}) .crit`);
    await press(tablet, `.pad .key[data-mark="${value}"]`);
  }
  await screenshot(tablet, 'chromium-86-pad');
  await press(tablet, '.jfoot__go');
  await until(tablet, says, '您的总分');
  await screenshot(tablet, 'chromium-86-check');
  await press(tablet, '.jfoot__go', '提交');
  await until(tablet, says, '回执号');
  await screenshot(tablet, 'chromium-86-done');
  const sheet = await storedSheet(morning.hall, seat, project);
  expect([sheet?.status, sheet?.marks]).toEqual(['submitted', marksOf(values)]);
  expect(morning.errors()).toEqual([]);
});

/** It has a heading and words, and nothing of it is still being fetched; the kit shows what that looks like. */
const isComplete = () =>
  document.querySelector('h1') !== null &&
  (location.pathname === '/kit' || document.querySelector('.skeleton__row') === null) &&
  document.body.innerText.length > 20;

/** Whether the words stay as they are for a moment: parts of a page come after its heading. */
const isSettled = () =>
  new Promise<boolean>((resolve) => {
    const before = document.body.innerText.length;
    setTimeout(() => resolve(document.body.innerText.length === before), 120);
  });

/** The rest of the day, so that every page has something to show. */
async function endDay(): Promise<void> {
  const { play } = morning.hall;
  const others = (of: string) => play.model.sheets.filter((one) => one.project === of);
  for (const sheet of others(project).filter((one) => one.judge !== seat)) await score(play, sheet);
  for (const name of ['question', 'change', 'collect'] as const) await step(play, project, { do: name });
  await callToStage(play, 'p32');
  for (const sheet of others('p32')) await score(play, sheet);
  for (const name of ['question', 'change', 'collect', 'finish'] as const)
    await step(play, 'p32', { do: name });
  await officer(play, 'u04').call(contract.stage.lock, {
    params: { competition: play.competition, session: 'am' },
    body: { operation: operationId('lock') },
  });
  play.model = { ...play.model, tie: { result: [], reason: '' } };
  await decide(play);
}

/** The whole path of every page of the application. */
function paths(records: readonly RouteRecordRaw[], above = ''): string[] {
  return records.flatMap((record) => {
    const path = record.path.startsWith('/') ? record.path : [above, record.path].filter(Boolean).join('/');
    const own = record.component && !record.children?.some((child) => child.path === '') ? [path] : [];
    return [...own, ...paths(record.children ?? [], path)];
  });
}

/** Whose page it is: most of the desk's are open to the sponsor, some only to those who work there. */
function cookiesFor(path: string): ReadonlyMap<string, string> | undefined {
  const { play } = morning.hall;
  if (path.startsWith('/seat')) return known(play.tablets, seat).cookies;
  if (path.includes('/apply')) {
    const own = play.model.proposals.find(({ id }) => id === project)?.applicant ?? '';
    return known(play.applicants, own).browser?.cookies;
  }
  if (!path.startsWith('/o')) return undefined;
  const desks: Record<string, string> = {
    console: 'u06',
    paper: 'u04',
    applicants: 'u03',
    enter: 'u03',
    judges: 'u03',
    order: 'u03',
  };
  const worker = Object.entries(desks).find(([part]) => path.includes(`/${part}`))?.[1];
  return officer(play, worker ?? 'u01').cookies;
}

test('Chromium 86 → every page of the application opens without an uncaught error and has a heading', async () => {
  await endDay();
  const { play, origin } = morning.hall;
  const parts: Record<string, string> = {
    competition: play.competition,
    proposal: known(play.proposals, project),
    judge: known(play.judges, seat),
    part: 'undertaking',
    tab: 'rubric',
    missing: 'nirgends',
  };
  const all = [...pub, ...kit, ...hall, ...organizer, ...applicant, ...judge];
  const addresses = paths(all).map((path) => [
    path,
    path.replace(/:(\w+)(\(.*\))?[?*]?/g, (_match, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`no example of :${name} in ${path}`);
      return part;
    }),
  ]);
  expect(addresses.length).toBeGreaterThan(45);
  const bare: string[] = [];
  const pages = new Map<ReadonlyMap<string, string>, Page>();
  const nobody = new Map<string, string>();
  for (const [path = '', address = ''] of addresses) {
    const cookies = cookiesFor(path) ?? nobody;
    const page =
      pages.get(cookies) ?? (await morning.open(path.startsWith('/seat') ? landscape : desk, cookies));
    pages.set(cookies, page);
    if (path === '/seat/:judge') {
      await page.goto(`${origin}/seat`);
      await page.evaluate((id) => sessionStorage.setItem('gongping.seated', id), parts['judge'] ?? '');
    }
    await page.goto(origin + address);
    const isThere = await expect
      .poll(() => page.evaluate(isComplete).then((is) => is && page.evaluate(isSettled)), { timeout: 30_000 })
      .toBe(true)
      .then(
        () => true,
        () => false,
      );
    if (!isThere) bare.push(address);
    await screenshot(page, `chromium-86${path.replace(/[^\w]+/g, '-')}`);
  }
  expect({ bare, errors: morning.errors() }).toEqual({ bare: [], errors: [] });
});
