import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Console } from '../../../shared/contract/stage.ts';
import { consoleFixture } from '../console/testing.ts';
import AbsenceWizard from './AbsenceWizard.vue';
import ExchangeWizard from './ExchangeWizard.vue';
import IncidentMenu from './IncidentMenu.vue';
import NewCodeDialog from './NewCodeDialog.vue';
import RestoreWizard from './RestoreWizard.vue';
import TabletDialog from './TabletDialog.vue';
import TooEarlyDialog from './TooEarlyDialog.vue';
import { officers, signedIn, stubServer } from './testing.ts';

afterEach(() => vi.unstubAllGlobals());

const effect = { sheets: [], projects: [], signed: [], result: 0 };
const preview = { effect, preview: { at: 1, token: 'x'.repeat(43) } };
const people = { '/people': () => [200, officers] as [number, unknown] };

async function open(component: Parameters<typeof mount>[0], state: Console = consoleFixture()) {
  const wizard = mount(component, {
    props: { competition: 'c1', state },
    ...(await signedIn('host')),
  }) as VueWrapper;
  await flushPromises();
  return wizard;
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
const say = (wizard: VueWrapper, words: string) => wizard.find('textarea').setValue(words);

describe('the menu', () => {
  it('host → everything but what the clerks key; somebody who watches → no steps of the host', async () => {
    stubServer({});
    const host = await open(IncidentMenu);
    expect(host.text()).toContain('叫错了项目');
    expect(host.text()).not.toContain('录入纸质评分表');
    const supervisor = mount(IncidentMenu, {
      props: { competition: 'c1' },
      ...(await signedIn('supervisor')),
    });
    expect(supervisor.text()).toContain('退回修改');
    expect(supervisor.text()).not.toContain('叫错了项目');
  });
});

describe('two sheets exchanged', () => {
  it('without the judge’s signed word → goes no further; with it → both projects are named', async () => {
    const asked = stubServer({ ...people, '/exchanges/preview': () => [200, preview] });
    const wizard = await open(ExchangeWizard);
    await choose(wizard, 0, 'j2');
    await choose(wizard, 1, 'p1');
    await choose(wizard, 2, 'p2');
    await say(wizard, '书面说明');
    await press(wizard, '看看影响');
    expect(wizard.text()).toContain('要有评委签字的书面说明才能对调');
    await wizard.find('input[type=checkbox]').setValue(true);
    await press(wizard, '看看影响');
    expect(asked.at(-1)?.body['change']).toEqual({
      judge: 'j2',
      proposal: 'p1',
      other: 'p2',
      signed: true,
      reason: '书面说明',
    });
  });

  it('the project chosen first → not offered as the second', async () => {
    stubServer(people);
    const wizard = await open(ExchangeWizard);
    await choose(wizard, 0, 'j2');
    await choose(wizard, 1, 'p1');
    const values = wizard
      .findAll('select')[2]
      ?.findAll('option')
      .map((one) => one.attributes('value'));
    expect(values).toEqual(['', 'p2', 'p3']);
  });
});

describe('a judge leaves', () => {
  it('from now on → all that is not in; only some → those that are ticked', async () => {
    const asked = stubServer({ ...people, '/absences/preview': () => [200, preview] });
    const wizard = await open(AbsenceWizard);
    await choose(wizard, 0, 'j2');
    await say(wizard, '身体不适离场');
    await press(wizard, '看看影响');
    expect(asked.at(-1)?.body['change']).toMatchObject({ proposals: ['p2', 'p3'], absent: 'left' });
    await press(wizard, '上一步');
    await wizard.find('input[value=some]').setValue();
    await flushPromises();
    await press(wizard, '看看影响');
    expect(wizard.text()).toContain('请勾选不评的项目');
    await wizard.findAll('input[type=checkbox]')[1]?.setValue(true);
    await press(wizard, '看看影响');
    expect(asked.at(-1)?.body['change']).toMatchObject({ proposals: ['p3'] });
  });
});

describe('a mistaken record', () => {
  it.each([
    ['absent', 'absences-withdrawn'],
    ['recused', 'recusals-withdrawn'],
  ] as const)('%s → taken back by its own act', async (cell, path) => {
    const asked = stubServer({ ...people, [`/${path}/preview`]: () => [200, preview] });
    const state = consoleFixture();
    const rows = state.rows.map((row) => ({ ...row, cells: row.cells.map(() => cell) }));
    const wizard = await open(RestoreWizard, { ...state, rows });
    await choose(wizard, 0, 'j1');
    await choose(wizard, 1, 'p2');
    await say(wizard, '登记时选错了评委');
    await press(wizard, '看看影响');
    expect(asked.at(-1)?.path).toContain(path);
    expect(wizard.text()).toContain(cell === 'recused' ? '回避' : '未评');
  });
});

describe('called by mistake', () => {
  it('no sheet in → one press with its reason, on the state the console shows', async () => {
    const asked = stubServer({ '/stage/steps': () => [200, consoleFixture()] });
    const wizard = await open(TooEarlyDialog);
    await press(wizard, '退回到叫号以前');
    expect(asked).toEqual([]);
    await say(wizard, '叫错了号');
    await press(wizard, '退回到叫号以前');
    expect(asked.at(-1)?.body).toMatchObject({ base: 7, step: { do: 'undo_call', reason: '叫错了号' } });
    expect(wizard.text()).toContain('重新等候上台');
  });

  it('a sheet is in → refused before anything is asked', async () => {
    const asked = stubServer({});
    const state = consoleFixture();
    const rows = state.rows.map((row) =>
      row.order === 2 ? { ...row, cells: ['sent' as const, ...row.cells.slice(1)] } : row,
    );
    const wizard = await open(TooEarlyDialog, { ...state, rows });
    await say(wizard, '叫错了号');
    await press(wizard, '退回到叫号以前');
    expect(wizard.text()).toContain('已经有 1 份评分表交了');
    expect(asked).toEqual([]);
  });
});

it('a forgotten code → the new one, once, in large digits', async () => {
  stubServer({ '/code': () => [200, { code: '4071' }] });
  const wizard = await open(NewCodeDialog);
  await choose(wizard, 0, 'j2');
  await press(wizard, '换一个新密码');
  expect(wizard.find('.code__digits').text()).toBe('4071');
  expect(wizard.text()).toContain('只显示这一次');
});

describe('another tablet', () => {
  const device = (id: string, seat: number | null, judges: string[]) => ({
    id,
    label: `平板 ${id}`,
    seat,
    enrolledAt: 0,
    lastSeenAt: 0,
    judges,
  });

  it('one at the seat, a spare → the spare takes its place and the old one goes out of use', async () => {
    const asked = stubServer({
      '/devices': () => [200, [device('d1', 2, ['j2']), device('d9', null, [])]],
      '/devices/d9/seat': () => [200, {}],
    });
    const wizard = await open(TabletDialog);
    await choose(wizard, 0, 'j2');
    await wizard.find('input[value=d9]').setValue();
    await flushPromises();
    await press(wizard, '换平板');
    expect([asked.at(-1)?.path.split('/').slice(-2).join('/'), asked.at(-1)?.body]).toEqual([
      'd9/seat',
      expect.objectContaining({ seat: 2, instead: 'd1' }),
    ]);
  });

  it('the same judge on two → has to say which goes, and may go on with the other', async () => {
    const asked = stubServer({
      '/devices': () => [200, [device('d1', 2, ['j2']), device('d2', null, ['j2'])]],
      '/devices/d2': () => [200, {}],
    });
    const wizard = await open(TabletDialog);
    await choose(wizard, 0, 'j2');
    await press(wizard, '换平板');
    expect(wizard.text()).toContain('请选停用哪一台');
    await wizard.find('input[value=d2]').setValue();
    await flushPromises();
    await wizard.find('input[value=nobody]').setValue();
    await flushPromises();
    await press(wizard, '换平板');
    expect([asked.at(-1)?.method, asked.at(-1)?.path.endsWith('/devices/d2')]).toEqual(['DELETE', true]);
  });
});
