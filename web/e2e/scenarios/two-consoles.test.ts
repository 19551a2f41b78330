import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, screenshot } from '../support/page-checks.ts';
import { text } from '../support/score-pad.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning(['p14', 'p32']);
});
afterAll(() => morning.close());

test('two consoles → the one that stepped first leads; the other takes over on purpose, and the first is told', async () => {
  const first = await morning.atDesk('u06', 'console');
  const second = await morning.atDesk('u06', 'console');
  const go = (page: typeof first) => page.locator('.now__go .btn--primary');
  await expect.poll(() => go(first).textContent()).toContain('请 1 号上台');
  await go(first).click();
  await expect.poll(() => go(first).textContent()).toContain('开始答辩');
  await expect.poll(() => text(second)).toContain('正在另一台控场台上控场');
  expect(await go(second).count()).toBe(0);
  await second.locator('body').press('Space');
  await screenshot(second, 'console-held-1280');
  expect(await axeFindings(second)).toEqual([]);

  await second.getByRole('button', { name: '接过控场' }).click();
  await expect.poll(() => go(second).textContent()).toContain('开始答辩');
  await expect.poll(() => text(first)).toContain('正在另一台控场台上控场');
  await go(second).click();
  await expect.poll(async () => (await morning.console()).stage.phase).toBe('question');

  // A reload is still the same console.
  await second.reload();
  await expect.poll(() => go(second).textContent()).toContain('改分');
  expect(morning.errors()).toEqual([]);
});
