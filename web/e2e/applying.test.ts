import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import { modelContent, modelProfile } from '../../server/demo/content.ts';
import { modelPhone, newBrowser, officer, operationId } from '../../server/demo/play.ts';
import { found } from '../../server/demo/story/founding.ts';
import { openHall } from './support/hall.ts';
import type { Hall } from './support/hall.ts';
import { launchHallBrowser, watchErrors } from './support/hall-browser.ts';
import { axeFindings, noHorizontalOverflow, screenshot } from './support/page-checks.ts';

const needs = '东桥社区共有60岁以上老人2870人，今年7月逐户走访，登记独居老人143人，其中腿脚不便的86人。';

let hall: Hall;
let browser: Browser;
let phone: Page;
let errors: string[];
let code = '';
let proposal = '';

beforeAll(async () => {
  hall = await openHall();
  const { play } = hall;
  await found(play);
  hall.moveTo('2026-09-10T10:00:00+08:00');
  const params = { competition: play.competition };
  const [applicant] = play.model.applicants;
  const model = play.model.proposals.find((one) => one.applicant === applicant?.id);
  if (!applicant || !model) throw new Error('the model has no applicant with a proposal');
  const issued = await officer(play, 'u03').call(contract.applicants.issueCode, {
    params,
    body: { operation: operationId('code'), phone: modelPhone(0), note: '' },
  });
  code = issued.code;
  // Everything but the needs is there already: the test writes those as the person would.
  const api = newBrowser(play);
  await api.call(contract.session.signInApplicant, { body: { phone: modelPhone(0), code } });
  const mine = await api.call(contract.applicants.mine, { params });
  await api.call(contract.applicants.save, {
    params: { ...params, applicant: mine.id },
    body: { base: mine.revision, profile: modelProfile(play.model, applicant) },
  });
  const created = await api.call(contract.proposals.create, {
    params,
    body: { operation: operationId('proposal'), applicant: mine.id, title: model.title },
  });
  proposal = created.id;
  const draft = await api.call(contract.proposals.get, { params: { ...params, proposal } });
  await api.call(contract.proposals.save, {
    params: { ...params, proposal },
    body: { base: draft.revision, content: { ...modelContent(model), needs: '' } },
  });
  browser = await launchHallBrowser();
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
  });
  phone = await context.newPage();
  errors = watchErrors(phone);
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

async function looksRight(name: string): Promise<void> {
  await screenshot(phone, `${name}-360`);
  expect([name, await noHorizontalOverflow(phone)]).toEqual([name, true]);
  expect([name, await axeFindings(phone)]).toEqual([name, []]);
}

test('on a phone: signs in, writes without network, sees it saved, submits and gets a receipt', async () => {
  const apply = `${hall.origin}/c/${hall.play.competition}/apply`;
  await phone.goto(apply);
  await phone.getByLabel('手机号').fill(modelPhone(0));
  await phone.getByLabel(/报名码/).fill(code);
  await looksRight('sign-in');
  await phone.getByRole('button', { name: '登录' }).click();
  await phone.waitForURL(/\/apply$/);
  await phone
    .getByText('“暖心饭盒”', { exact: false })
    .or(phone.locator('a[href*="/proposals/"]'))
    .first()
    .waitFor();
  await looksRight('apply-home');

  await phone.goto(`${apply}/proposals/${proposal}`);
  await phone.locator('.task-list').first().waitFor();
  expect(await phone.locator('.task-row', { hasText: '社区的需求' }).textContent()).toContain('未开始');
  await looksRight('tasks');

  // Without network the text stays on the phone, in words; with it, on the server.
  await phone.locator('.task-row', { hasText: '社区的需求' }).click();
  const box = phone.locator('#needs');
  await box.waitFor();
  await phone.context().setOffline(true);
  await box.fill(needs);
  await expect
    .poll(() => phone.locator('.save').textContent(), { timeout: 20_000 })
    .toContain('已存在这台手机');
  await looksRight('need-offline');
  await phone.context().setOffline(false);
  await expect
    .poll(() => phone.locator('.save').textContent(), { timeout: 60_000 })
    .toContain('已存到服务器');
  const { t, read } = hall.server.context.store;
  const stored = await read.select().from(t.proposal);
  expect(stored.map((row) => row.content.needs)).toEqual([needs]);

  await phone.goto(`${apply}/proposals/${proposal}/check`);
  await phone.getByRole('button', { name: '提交申报书' }).waitFor();
  await looksRight('check');
  await phone.locator('input[type="checkbox"]').first().check();
  await phone.getByRole('button', { name: '提交申报书' }).click();
  await phone.waitForURL(/\/receipt/);
  await expect.poll(() => phone.locator('main').textContent()).toContain('2026-001');
  await looksRight('receipt');

  const [row] = await read.select().from(t.proposal);
  expect([row?.status, row?.number]).toEqual(['submitted', '2026-001']);
  const versions = await read.select().from(t.proposalVersion);
  expect(versions.map((version) => version.content.needs)).toEqual([needs]);
  expect(errors).toEqual([]);
});
