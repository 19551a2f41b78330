import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Criteria of the model in their order. */
export const criteria = [
  '需求与社区匹配',
  '项目设计与可行性',
  '预期成效与居民参与',
  '团队能力',
  '预算合理性',
  '创新与可持续',
];

/** Words of the save line. */
export const onServer = '已存到服务器';
export const offline = '网络断开';

/** Waits for the score pad of the project with this order number. */
export async function onPad(tablet: Page, order: number): Promise<void> {
  await tablet.waitForURL(/\/score\//);
  await expect.poll(() => tablet.locator('.jbar .plate').textContent()).toContain(String(order));
  await tablet.locator('.pad .key').first().waitFor();
}

/** Goes to a criterion, by its place from 0, and presses a whole mark. */
export async function mark(tablet: Page, place: number, value: number): Promise<void> {
  await tablet.locator('.crit').nth(place).click();
  await tablet.locator(`.pad .key[data-mark="${value}"]`).click();
}

/** Marks all six criteria. */
export async function markAll(tablet: Page, values: readonly number[]): Promise<void> {
  for (const [place, value] of values.entries()) await mark(tablet, place, value);
}

/** Marks all, checks and submits. */
export async function submitAll(tablet: Page, values: readonly number[]): Promise<void> {
  await markAll(tablet, values);
  await tablet.getByRole('button', { name: /核对/ }).click();
  await tablet.getByRole('button', { name: /^提交/ }).click();
}

export const text = (page: Page): Promise<string | null> => page.locator('body').textContent();
export const saveLine = (tablet: Page): Promise<string | null> => tablet.locator('.save').textContent();
