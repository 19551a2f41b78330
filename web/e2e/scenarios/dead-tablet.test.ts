import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { approvalSecret, officer } from '../../../server/demo/play.ts';
import { callToStage } from '../../../server/demo/story/day.ts';
import { landscape, openMorning, upright } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from '../support/page-checks.ts';
import { onPad, submitAll, text } from '../support/score-pad.ts';
import { entriesOf, marksOf, storedSheet } from '../support/store.ts';

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning(['p14', 'p32']);
  await callToStage(morning.hall.play, 'p14');
});
afterAll(() => morning.close());

test('tablet taken out of use with an unsent sheet → large print of it; keyed by one person, read back by another, once', async () => {
  const { hall } = morning;
  const { play } = hall;
  const params = { competition: play.competition };
  const tablet = await morning.seated('j09', upright);
  await onPad(tablet, 1);
  await tablet.context().setOffline(true);
  await submitAll(tablet, [18, 17, 16, 9, 13, 12]);
  await expect.poll(() => text(tablet)).toContain('待上传');
  const devices = await officer(play, 'u06').call(contract.devices.list, { params });
  const seat = play.model.judges.find(({ id }) => id === 'j09')?.seat ?? 0;
  const device = devices.find((one) => one.seat === seat)?.id ?? '';
  await officer(play, 'u06').call(contract.devices.revoke, { params: { ...params, device } });
  await tablet.context().setOffline(false);
  await expect.poll(() => text(tablet), { timeout: 60_000 }).toContain('这台平板已停用');
  await expect.poll(() => text(tablet)).toContain('还有 1 份没有上传');
  expect(await tablet.locator('.revoked__total').textContent()).toBe('85');
  await screenshot(tablet, 'revoked-768');
  expect(await noHorizontalOverflow(tablet)).toBe(true);
  expect(await axeFindings(tablet)).toEqual([]);

  // The screen is a paper: its total is keyed first, somebody else reads the marks back.
  const clerk = await morning.atDesk('u04', 'paper');
  const pick = async (label: string, words: string) => {
    const option = clerk.getByLabel(label).locator('option', { hasText: words }).first();
    await option.waitFor({ state: 'attached' });
    await clerk.getByLabel(label).selectOption((await option.getAttribute('value')) ?? '');
  };
  await pick('哪位评委', morning.nameOf('j09'));
  await pick('哪个项目', '1 号');
  await clerk.locator('#paper-control').fill('85');
  for (const [id, value] of Object.entries(marksOf([18, 17, 16, 9, 13, 12])))
    await clerk.locator(`#paper-${id}`).fill(value);
  await clerk.getByRole('button', { name: '录好了，去读对' }).click();
  await pick('谁读对的', '监督员');
  await clerk.getByLabel('复核密码').fill(approvalSecret);
  await clerk.getByRole('button', { name: '读对无误，录入' }).click();
  await expect.poll(() => text(clerk)).toContain('回执号');
  const sheet = await storedSheet(hall, 'j09', 'p14');
  expect([sheet?.status, sheet?.marks]).toEqual(['submitted', marksOf([18, 17, 16, 9, 13, 12])]);

  // On the spare tablet the judge finds what was keyed and goes on.
  const spare = await morning.spareTablet(1, landscape);
  await morning.signIn(spare, 'j09');
  await spare.getByRole('link', { name: '我的评分单' }).click();
  await expect.poll(() => text(spare)).toContain('85 分');
  expect(await entriesOf(hall, 'sheet_submitted', 'j09')).toHaveLength(1);
  expect(morning.errors()).toEqual([]);
});
