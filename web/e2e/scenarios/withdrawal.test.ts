import { afterAll, beforeAll, expect, test } from 'vitest';
import { known } from '../../../server/demo/play.ts';
import { callToStage } from '../../../server/demo/story/day.ts';
import { openMorning } from '../support/morning.ts';
import type { Morning } from '../support/morning.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from '../support/page-checks.ts';
import { onPad, text } from '../support/score-pad.ts';

const phone = { width: 360, height: 640 };

let morning: Morning;
beforeAll(async () => {
  morning = await openMorning();
  await callToStage(morning.hall.play, 'p14');
});
afterAll(() => morning.close());

test('No. 2 withdraws on the day → no other number changes, judges skip it, the hall says so, the estimates of those behind move', async () => {
  const { hall, open, atDesk, seated } = morning;
  const { play, origin } = hall;
  const tablet = await seated('j09');
  await onPad(tablet, 1);
  const screen = await open({ width: 1920, height: 1080 });
  await screen.goto(`${origin}/c/${play.competition}/hall`);
  await expect.poll(() => text(screen)).toMatch(/下一个\s*2 号/);

  // The group of No. 3 waits in front of the hall; it comes from its own page, nobody has to sign in for the list.
  const group = play.model.proposals.find(({ id }) => id === 'p31')?.applicant ?? '';
  const waiting = await open(phone, known(play.applicants, group).browser?.cookies ?? new Map());
  await waiting.goto(`${origin}/c/${play.competition}/apply`);
  await waiting.getByRole('link', { name: '候场：看什么时候轮到' }).click();
  await expect.poll(() => text(waiting)).toContain('前面还有 2 个项目');
  const expected = async () => /预计 (\d\d:\d\d) 轮到/.exec((await text(waiting)) ?? '')?.[1] ?? '';
  const before = await expected();
  expect(before).toMatch(/^\d\d:\d\d$/);
  await screenshot(waiting, 'waiting-360');
  expect(await noHorizontalOverflow(waiting)).toBe(true);
  expect(await axeFindings(waiting)).toEqual([]);

  const host = await atDesk('u06', 'console');
  await host
    .getByRole('button', { name: /专业社工督导/ })
    .first()
    .click();
  await host
    .getByRole('dialog')
    .getByRole('button', { name: /退出答辩/ })
    .click();
  await host.getByLabel(/原因|理由|为什么/).fill('已获其他资金立项');
  await screenshot(host, 'withdraw-1280');
  expect(await axeFindings(host)).toEqual([]);
  await host
    .getByRole('dialog')
    .getByRole('button', { name: /退出答辩/ })
    .click();

  await expect.poll(() => text(waiting), { timeout: 100_000 }).toContain('前面还有 1 个项目');
  await expect.poll(expected).not.toBe(before);
  await screenshot(waiting, 'waiting-moved-360');
  await expect.poll(() => text(screen), { timeout: 20_000 }).toMatch(/2 号退出答辩，\s*下一个\s*3 号/);
  await screenshot(screen, 'hall-withdrawn-1920');
  const rows = (await morning.console()).rows;
  expect(rows.map(({ order, status }) => [order, status])).toEqual([
    [1, 'on_stage'],
    [2, 'withdrawn'],
    [3, 'waiting'],
    [4, 'waiting'],
  ]);

  // The judge's list greys it and never leads to it.
  await tablet.getByRole('button', { name: '求助' }).click();
  await tablet.getByRole('button', { name: '看我的评分单' }).click();
  await expect.poll(() => text(tablet), { timeout: 20_000 }).toContain('退出答辩');
  await screenshot(tablet, 'own-sheets-withdrawn-1024');
  await tablet.locator('.own', { hasText: '退出答辩' }).click();
  await expect.poll(() => text(tablet)).toContain('2 号 退出答辩');
  expect(await tablet.locator('.pad').count()).toBe(0);

  // Without the server the last list stays, and says that it does.
  await waiting.context().setOffline(true);
  await expect.poll(() => text(waiting), { timeout: 100_000 }).toContain('更新中断，请听现场广播');
  expect(await expected()).not.toBe('');
  await screenshot(waiting, 'waiting-offline-360');

  const other = await open(phone);
  await other.goto(`${origin}/c/${play.competition}/waiting?no=2`);
  await expect.poll(() => text(other)).toContain('已退出答辩');
  expect(morning.errors()).toEqual([]);
});
