import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { consoleFixture } from '../console/testing.ts';
import ReturnWizard from './ReturnWizard.vue';
import { fault, officers, signedIn, stubServer } from './testing.ts';

afterEach(() => vi.unstubAllGlobals());

const effect = {
  sheets: [{ judge: 'j2', proposal: 'p1', before: 'done', after: 'returned', total: null }],
  projects: [],
  signed: ['am'],
  result: 1,
};
const preview = { at: 1000, token: 'x'.repeat(43) };
const done = { seq: 88, at: 2000, countersign: false };

async function open(answers: Parameters<typeof stubServer>[0] = {}) {
  const asked = stubServer({
    '/people': () => [200, officers],
    '/returns/preview': () => [200, { effect, preview }],
    '/returns': () => [200, done],
    ...answers,
  });
  const state = consoleFixture();
  const wizard = mount(ReturnWizard, {
    props: { competition: 'c1', state },
    ...(await signedIn('tally_clerk')),
  });
  await flushPromises();
  return { asked, wizard };
}
const press = async (wizard: VueWrapper, words: string) => {
  const button = wizard.findAll('button').find((one) => one.text().includes(words));
  if (!button) throw new Error(`no button ${words}: ${wizard.text()}`);
  await button.trigger('click');
  await flushPromises();
};
const choose = async (wizard: VueWrapper, list: number, value: string) => {
  await wizard.findAll('select')[list]?.setValue(value);
  await flushPromises();
};
async function say(wizard: VueWrapper) {
  await choose(wizard, 0, 'j2');
  await choose(wizard, 1, 'p1');
  await wizard.find('textarea').setValue('打错了一项');
}

describe('the wizard of a returned sheet', () => {
  it('nothing said → asks the server nothing and says what is missing', async () => {
    const { asked, wizard } = await open();
    await press(wizard, '看看影响');
    expect(asked.filter(({ path }) => path.includes('returns'))).toEqual([]);
    expect(wizard.text()).toContain('请先选评委和项目');
  });

  it('only sheets that are in are offered', async () => {
    const { wizard } = await open();
    await choose(wizard, 0, 'j2');
    expect(
      wizard
        .findAll('select')[1]
        ?.findAll('option')
        .map((one) => one.text()),
    ).toEqual(['请选项目', '1 号（已提交）《楼道微花园》']);
  });

  it('said, shown, approved → carries out exactly what was shown, with the second person’s secret', async () => {
    const { asked, wizard } = await open();
    await say(wizard);
    await press(wizard, '看看影响');
    expect(wizard.text()).toContain('上午场已经签字');
    expect(wizard.text()).toContain('第 1 版结果');
    await press(wizard, '双人确认');
    expect(wizard.findAll('input[type=radio]').map((one) => one.attributes('value'))).toEqual([
      'u7',
      'later',
    ]);
    await wizard.find('input[value=u7]').setValue();
    await wizard.find('input[type=password]').setValue('246810');
    await press(wizard, '退回给评委');
    const change = { judge: 'j2', proposal: 'p1', reason: '打错了一项' };
    expect(asked.at(-1)?.body).toMatchObject({
      change,
      preview,
      approval: { approver: 'u7', secret: '246810' },
    });
    expect(wizard.emitted('done')).toHaveLength(1);
    expect(wizard.text()).toContain('操作留痕第 88 条');
  });

  it('secret refused → stays, says why, and the next press is an act of its own', async () => {
    let refused = true;
    const { asked, wizard } = await open({
      '/returns': () => (refused ? [403, fault('approval_refused', '复核密码不对')] : [200, done]),
    });
    await say(wizard);
    await press(wizard, '看看影响');
    await press(wizard, '双人确认');
    await wizard.find('input[value=u7]').setValue();
    await wizard.find('input[type=password]').setValue('000000');
    await press(wizard, '退回给评委');
    expect(wizard.text()).toContain('复核密码不对');
    refused = false;
    await wizard.find('input[type=password]').setValue('246810');
    await press(wizard, '退回给评委');
    const operations = asked
      .filter(({ path }) => path.endsWith('/returns'))
      .map(({ body }) => body['operation']);
    expect(new Set(operations).size).toBe(2);
    expect(wizard.emitted('done')).toHaveLength(1);
  });

  it('nobody in the room → no secret is asked for, and it says that somebody has to countersign', async () => {
    const { asked, wizard } = await open({ '/returns': () => [200, { ...done, countersign: true }] });
    await say(wizard);
    await press(wizard, '看看影响');
    await press(wizard, '双人确认');
    await wizard.find('input[value=later]').setValue();
    expect(wizard.find('input[type=password]').exists()).toBe(false);
    await press(wizard, '退回给评委');
    expect(asked.at(-1)?.body['approval']).toBeNull();
    expect(wizard.text()).toContain('待补签');
  });
});
