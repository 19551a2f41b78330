import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { consoleFixture } from '../../console/testing.ts';
import { fault, signedIn, stubServer } from '../testing.ts';
import PaperDesk from './PaperDesk.vue';

afterEach(() => vi.unstubAllGlobals());

const criterion = { min: '0', max: '20', step: '0.5', guidance: [], levels: [] };
const rubric = {
  criteria: [
    { ...criterion, id: 'need', name: '需求' },
    { ...criterion, id: 'team', name: '团队' },
  ],
};
const receipt = { code: '7F2A-91C2', seq: 9, hash: 'a'.repeat(64), at: 1, signature: '' };

async function open(twice = false, answers: Parameters<typeof stubServer>[0] = {}) {
  const asked = stubServer({
    '/read-back': () => [200, {}],
    '/paper-sheets': () => [200, { entry: 10, receipt }],
    ...answers,
  });
  const desk = mount(PaperDesk, {
    props: {
      competition: 'c1',
      state: consoleFixture(),
      rubric,
      twice,
      readers: [
        { account: 'u4', name: '统分人甲' },
        { account: 'u3', name: '承办方甲' },
      ],
    },
    attachTo: document.body,
    ...(await signedIn('tally_clerk')),
  });
  const [judge, project] = desk.findAll('select');
  await judge?.setValue('j1');
  await project?.setValue('p2');
  await flushPromises();
  return { asked, desk };
}
const press = async (desk: VueWrapper, words: string) => {
  const button = desk.findAll('button').find((one) => one.text().includes(words));
  if (!button) throw new Error(`no button ${words}: ${desk.text()}`);
  await button.trigger('click');
  await flushPromises();
};
async function key(desk: VueWrapper, values: Record<string, string>) {
  for (const [id, value] of Object.entries(values)) await desk.find(`#paper-${id}`).setValue(value);
}
async function readBy(desk: VueWrapper, reader: string, secret: string) {
  await desk.find('select').setValue(reader);
  await desk.find('input[type=password]').setValue(secret);
}

describe('keying a paper sheet', () => {
  it('chosen → the total is asked for first', async () => {
    const { desk } = await open();
    expect(document.activeElement?.id).toBe('paper-control');
    await press(desk, '录好了');
    expect(desk.text()).toContain('请先录纸上手写的合计');
    desk.unmount();
  });

  it('marks that do not add up → stopped before anything is sent', async () => {
    const { asked, desk } = await open();
    await key(desk, { control: '27', need: '18.5', team: '8' });
    await press(desk, '录好了');
    expect(desk.text()).toContain('各项相加是 26.5，纸上手写的合计是 27');
    expect(asked).toEqual([]);
    desk.unmount();
  });

  it('agreed, read back by somebody else → sent as strings, then read back; the receipt is shown', async () => {
    const { asked, desk } = await open();
    await key(desk, { control: '26.5', need: '18.5', team: '8' });
    await press(desk, '录好了');
    expect(desk.findAll('select option').map((one) => one.text())).not.toContain('统分人甲');
    await readBy(desk, 'u3', '246810');
    await press(desk, '读对无误');
    expect(asked.map(({ path }) => path.split('/').slice(4).join('/'))).toEqual([
      'paper-sheets',
      'paper-sheets/10/read-back',
    ]);
    expect(asked[0]?.body).toMatchObject({
      judge: 'j1',
      proposal: 'p2',
      control: '26.5',
      marks: { need: '18.5', team: '8' },
      again: null,
    });
    expect(asked[1]?.body['reader']).toEqual({ approver: 'u3', secret: '246810' });
    expect(desk.text()).toContain('7F2A-91C2');
    expect(desk.emitted('entered')).toHaveLength(1);
    desk.unmount();
  });

  it('wrong secret → the sheet is not keyed a second time, only read back again', async () => {
    let wrong = true;
    const { asked, desk } = await open(false, {
      '/read-back': () => (wrong ? [403, fault('approval_refused', '复核密码不对')] : [200, {}]),
    });
    await key(desk, { control: '26.5', need: '18.5', team: '8' });
    await press(desk, '录好了');
    await readBy(desk, 'u3', '000000');
    await press(desk, '读对无误');
    expect(desk.text()).toContain('复核密码不对');
    wrong = false;
    await desk.find('input[type=password]').setValue('246810');
    await press(desk, '读对无误');
    expect(asked.filter(({ path }) => path.endsWith('/paper-sheets'))).toHaveLength(1);
    expect(desk.emitted('entered')).toHaveLength(1);
    desk.unmount();
  });

  it('keyed twice, one mark differs → marked on both sides, nothing is sent until they agree', async () => {
    const { asked, desk } = await open(true);
    await key(desk, { control: '26.5', need: '18.5', team: '8' });
    await press(desk, '第二位再录');
    expect(desk.find('#paper-control').exists()).toBe(false);
    expect(desk.html()).not.toContain('18.5');
    await key(desk, { need: '18.5', team: '3' });
    await press(desk, '核对两遍');
    expect(desk.text()).toContain('有 1 项两遍不同');
    expect(desk.findAll('.is-other').map((row) => row.find('input').attributes('id'))).toEqual([
      'paper-team',
    ]);
    expect(asked).toEqual([]);
    await key(desk, { team: '8' });
    await press(desk, '核对两遍');
    await readBy(desk, 'u3', '246810');
    await press(desk, '读对无误');
    expect(asked[0]?.body['again']).toEqual({ need: '18.5', team: '8' });
    desk.unmount();
  });
});
