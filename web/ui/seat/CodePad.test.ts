import { mount, type VueWrapper } from '@vue/test-utils';
import { describe, expect, test } from 'vitest';
import CodePad from './CodePad.vue';

function open(code = ''): VueWrapper {
  const pad: VueWrapper = mount(CodePad, {
    props: {
      modelValue: code,
      'onUpdate:modelValue': (next: string) => pad.setProps({ modelValue: next }),
      length: 4,
      label: 'code',
      enteredLabel: 'entered',
      forgotLabel: 'forgot',
      eraseLabel: 'erase',
    },
  });
  return pad;
}
async function press(pad: VueWrapper, ...words: string[]) {
  for (const word of words) {
    const found = pad
      .findAll('button')
      .find((button) => (button.attributes('aria-label') ?? button.text()) === word);
    await found?.trigger('click');
  }
}

describe('CodePad', () => {
  test('four digits → handed over once, with the last one', async () => {
    const pad = open();
    await press(pad, '0', '7', '1');
    expect(pad.emitted('complete')).toBe(undefined);
    await press(pad, '9');
    expect(pad.emitted('complete')).toEqual([['0719']]);
  });

  test('a fifth digit while the code is being checked → ignored', async () => {
    const pad = open('0719');
    await press(pad, '5');
    expect([pad.emitted('complete'), pad.emitted('update:modelValue')]).toEqual([undefined, undefined]);
  });

  test('erase and the keyboard → the same digits', async () => {
    const pad = open('07');
    await press(pad, 'erase');
    const group = pad.find('[role="group"]');
    await group.trigger('keydown', { key: '3' });
    await group.trigger('keydown', { key: 'Backspace' });
    await group.trigger('keydown', { key: '8' });
    expect(pad.emitted('update:modelValue')?.at(-1)).toEqual(['08']);
  });

  test('two digits in → two dots, the third box is next, and no digit can be read', () => {
    const pad = open('07');
    const boxes = pad.findAll('.code__box').map((box) => box.classes().slice(1));
    expect(boxes).toEqual([['is-full'], ['is-full'], ['is-next'], []]);
    expect(pad.find('.code').text()).toBe('');
  });

  test('forgot → said to the page', async () => {
    const pad = open();
    await press(pad, 'forgot');
    expect(pad.emitted('forgot')?.length).toBe(1);
  });
});
