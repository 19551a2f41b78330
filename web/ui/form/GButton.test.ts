import { mount } from '@vue/test-utils';
import { describe, expect, test } from 'vitest';
import { nextTick } from 'vue';
import GButton from './GButton.vue';

const reason = 'four criteria have no mark';

describe('GButton', () => {
  test('pressed → press', async () => {
    const button = mount(GButton, { slots: { default: 'check' } });
    await button.find('button').trigger('click');
    expect(button.emitted('press')?.length).toBe(1);
  });

  test('pressed while blocked → no press, the reason shown and said', async () => {
    const button = mount(GButton, { props: { blocked: reason }, slots: { default: 'check' } });
    const described = button.find('button').attributes('aria-describedby') ?? '';
    expect(button.find(`[id="${described}"]`).text()).toBe(reason);
    await button.find('button').trigger('click');
    expect([button.emitted('press'), button.emitted('blocked')]).toEqual([undefined, [[reason]]]);
    expect(button.find('[role="status"]').text()).toBe(reason);
  });

  test('a blocked submit button → the form is not sent', async () => {
    const button = mount(GButton, { props: { blocked: reason, type: 'submit' } });
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    button.find('button').element.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });

  test('no longer blocked → the reason goes and the press comes through', async () => {
    const button = mount(GButton, { props: { blocked: reason } as { blocked?: string | undefined } });
    await button.find('button').trigger('click');
    await button.setProps({ blocked: undefined });
    await button.find('button').trigger('click');
    expect([button.find('[role="status"]').text(), button.emitted('press')?.length]).toEqual(['', 1]);
  });

  test('the reason shown, then a press anywhere else → gone', async () => {
    const button = mount(GButton, { props: { blocked: reason } });
    await button.find('button').trigger('click');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await nextTick();
    expect(button.find('[role="status"]').text()).toBe('');
  });

  test('class to the box, other attributes to the button', () => {
    const button = mount(GButton, { attrs: { class: 'jfoot__go', id: 'go' } });
    expect([button.classes(), button.find('button').attributes('id')]).toEqual([['hold', 'jfoot__go'], 'go']);
  });
});
