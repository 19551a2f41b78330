import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { known } from '../../../server/demo/play.ts';
import { codeOnCard } from '../../../server/demo/story/panel.ts';
import { callToStage } from '../../../server/demo/story/day.ts';
import { boxesOf, focusOf, inView, leastSizes } from '../support/keys.ts';
import { landscape, openMorning, upright } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from '../support/page-checks.ts';
import { criteria, mark, markAll, onPad, onServer, saveLine, text } from '../support/score-pad.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning(['p14', 'p32']);
  await callToStage(morning.hall.play, 'p14');
});
afterAll(() => morning.close());

const scoreKeys = (tablet: Page) => tablet.locator('.pad .key[data-mark], .pad .hold .key');

test.each([
  ['1024×768', 'j01', landscape],
  ['768×1024', 'j02', upright],
])(
  '%s → everything in view without scrolling, score keys of 72 px with gaps of 8',
  async (name, judge, size) => {
    const tablet = await morning.seated(judge, size);
    await onPad(tablet, 1);
    const keys = await boxesOf(scoreKeys(tablet));
    expect(keys.length).toBe(22);
    const { side, gap } = leastSizes(keys);
    expect([side >= 72, gap >= 8], `${side} × ${gap}`).toEqual([true, true]);
    const parts = ['.crit', '.pad .key', '.jfoot__total', '.jfoot__go'];
    const boxes = await Promise.all(parts.map((part) => boxesOf(tablet.locator(part))));
    expect(boxes[0]?.length).toBe(criteria.length);
    expect(await inView(tablet, boxes.flat())).toBe(true);
    const [pad, list] = [await boxesOf(tablet.locator('.pad')), boxes[0] ?? []];
    const below = Math.max(...list.map(({ y, height }) => y + height)) <= Number(pad[0]?.y);
    expect(below).toBe(size === upright);
    await screenshot(tablet, `pad-${name}`);
    expect(await axeFindings(tablet)).toEqual([]);
  },
);

test('200 % zoom → one criterion per screen, one direction of scrolling, sticky parts under a third, focus in sight', async () => {
  // Zoom halves the window in CSS pixels and doubles the density, which is all a page can see of it.
  const context = await morning.browser.newContext({
    viewport: { width: 512, height: 384 },
    deviceScaleFactor: 2,
  });
  const tablet = await context.newPage();
  await context.addCookies(
    [...known(morning.hall.play.tablets, 'j03').cookies].map(([name, value]) => ({
      name,
      value,
      url: morning.hall.origin,
    })),
  );
  await tablet.goto(`${morning.hall.origin}/seat`);
  await morning.signIn(tablet, 'j03');
  await onPad(tablet, 1);
  await screenshot(tablet, 'pad-zoom-200');
  expect(await tablet.locator('.crit:visible').count()).toBe(0);
  expect(await tablet.locator('.score__crit h2').textContent()).toContain(criteria[0]);
  expect(await noHorizontalOverflow(tablet)).toBe(true);
  const keys = await boxesOf(scoreKeys(tablet));
  expect(leastSizes(keys).side).toBeGreaterThanOrEqual(60);
  const stuck = await tablet.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
      .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
  );
  expect(stuck).toBeLessThanOrEqual(0.3 * 384);
  await tablet.locator('.pad .key[data-mark="20"]').focus();
  for (let presses = 0; presses < 9; presses += 1) {
    await tablet.keyboard.press(presses % 2 === 0 ? 'ArrowRight' : 'ArrowDown');
    expect(await focusOf(tablet)).toMatchObject({ visible: true, covered: false });
  }
  expect(await axeFindings(tablet)).toEqual([]);
  await context.close();
});

test('a key pressed → said once, politely, with what is left', async () => {
  const tablet = await morning.seated('j10');
  await onPad(tablet, 1);
  await tablet.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('.score > [role="status"]');
    new MutationObserver(() => said.push(region?.textContent ?? '')).observe(region ?? document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await mark(tablet, 1, 16);
  await expect
    .poll(() => tablet.evaluate(() => (window as unknown as { said: string[] }).said))
    .toEqual(['项目设计与可行性 16 分，满分 20，还差 5 项']);
  const region = tablet.locator('.score > [role="status"]');
  expect(await region.getAttribute('aria-live')).not.toBe('assertive');
  expect(await tablet.getByRole('alert').filter({ hasText: '16' }).count()).toBe(0);
});

test('a cell still empty on the check page → no total, never a zero; the submit names what is missing', async () => {
  const tablet = await morning.seated('j12');
  await onPad(tablet, 1);
  const total = tablet.locator('.check__total b');
  const submit = tablet.getByRole('button', { name: /^提交 1 号/ });
  const pad = tablet.url();
  await tablet.goto(pad.replace('/score/', '/check/'));
  await expect.poll(() => total.textContent()).toBe('–');
  expect((await submit.textContent())?.trim()).toBe('提交 1 号');
  await submit.click();
  await expect.poll(() => text(tablet)).toContain('还差 6 项');
  await tablet.goto(pad);
  await onPad(tablet, 1);
  await markAll(tablet, [20, 19, 18, 10, 15]);
  await tablet.goto(pad.replace('/score/', '/check/'));
  await expect.poll(() => text(tablet)).toContain('您的总分');
  expect(await total.textContent()).toBe('–');
});

test('only a keyboard → signs in, marks six criteria, comments, checks and submits in 40 presses, focus always in sight', async () => {
  const tablet = await morning.open(landscape, known(morning.hall.play.tablets, 'j11').cookies);
  await tablet.goto(`${morning.hall.origin}/seat`);
  await tablet.getByRole('button', { name: morning.nameOf('j11') }).waitFor();
  let presses = 0;
  const trail: string[] = [];
  const press = async (key: string) => {
    presses += 1;
    await tablet.keyboard.press(key);
  };
  /** Tab until the focus stands on something with these words; each stop can be seen. */
  const tabTo = async (words: RegExp, key = 'Tab') => {
    for (let stops = 0; stops < 20; stops += 1) {
      const focus = await focusOf(tablet);
      if (words.test(focus.name)) return;
      await press(key);
      const now = await focusOf(tablet);
      trail.push(now.name);
      expect(now, trail.join(' → ')).toMatchObject({ visible: true, covered: false });
    }
    throw new Error(`never came to ${String(words)}: ${trail.join(' → ')}`);
  };
  await tabTo(new RegExp(morning.nameOf('j11')));
  await press('Enter');
  for (const digit of await codeOnCard(morning.hall.play, 'j11')) await press(digit);
  await onPad(tablet, 1);
  for (const [place, value] of ['18', '17', '16', '9', '13', '12'].entries()) {
    await expect.poll(() => tablet.locator('.score__crit h2').textContent()).toContain(criteria[place]);
    for (const digit of value) await press(digit);
    await expect.poll(() => tablet.locator('.crit').nth(place).textContent()).toContain(value);
    await press('Enter');
  }
  const before = presses;
  await tabTo(/写评语/, 'Shift+Tab');
  await press('Enter');
  await tablet.getByRole('dialog').waitFor();
  await tabTo(/^评语/);
  await tablet.keyboard.type('需求真实');
  await tabTo(/返回评分/);
  await press('Enter');
  await tablet.getByRole('dialog').waitFor({ state: 'detached' });
  await tabTo(/12/);
  presses = before;
  await tabTo(/^核对/);
  await press('Enter');
  await tablet.waitForURL(/\/check\//);
  await tabTo(/^提交/);
  await press('Enter');
  await expect.poll(() => text(tablet)).toContain('已提交');
  await expect.poll(() => saveLine(tablet)).toContain(onServer);
  process.stdout.write(`key presses: ${presses}\n`);
  expect(presses, trail.join(' → ')).toBeLessThanOrEqual(40);
  expect(morning.errors()).toEqual([]);
});
