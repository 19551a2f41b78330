import { afterAll, beforeAll, expect, test } from 'vitest';
import { callToStage } from '../../../server/demo/story/day.ts';
import { boxesOf, inView, leastSizes } from '../support/keys.ts';
import { launchHallBrowser } from '../support/hall-browser.ts';
import { landscape, openMorning, upright } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { onPad } from '../support/score-pad.ts';

/** A project whose title takes two lines on an upright tablet. */
const longTitle = 'p04';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning([longTitle], launchHallBrowser, (model) => {
    const { rubric } = model.competition;
    const [need, ...others] = rubric.criteria;
    if (!need) throw new Error('the model has criteria');
    const more = ['规范与安全', '资金使用监督'].map((name, at) => ({ ...need, id: `more-${at}`, name }));
    return {
      ...model,
      competition: { ...model.competition, rubric: { ...rubric, criteria: [need, ...others, ...more] } },
    };
  });
  await callToStage(morning.hall.play, longTitle);
});
afterAll(() => morning.close());

test.each([
  ['1024×768', 'j01', landscape],
  ['768×1024', 'j02', upright],
])('eight criteria at %s → all of it without scrolling, keys of 72 px', async (name, judge, size) => {
  const tablet = await morning.seated(judge, size);
  await onPad(tablet, 1);
  await screenshot(tablet, `eight-${name}`);
  const crits = await boxesOf(tablet.locator('.crit'));
  const keys = await boxesOf(tablet.locator('.pad .key:visible'));
  expect(crits).toHaveLength(8);
  expect(leastSizes(crits).side).toBeGreaterThanOrEqual(44);
  expect(leastSizes(keys).side).toBeGreaterThanOrEqual(72);
  const foot = await boxesOf(tablet.locator('.jfoot__total, .jfoot__go'));
  expect(await inView(tablet, [...crits, ...keys, ...foot])).toBe(true);
  const over = await tablet.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(over).toBeLessThanOrEqual(0);
  expect(await axeFindings(tablet)).toEqual([]);
});
