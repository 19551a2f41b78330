import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import GDialog from './GDialog.vue';

const open = ref(false);
let page: VueWrapper;

const Page = defineComponent({
  setup: () => () =>
    h('div', [
      h('button', { id: 'opener', onClick: () => (open.value = true) }, 'open'),
      h(
        GDialog,
        { open: open.value, title: 'Return sheet 7?', onClose: () => (open.value = false) },
        {
          default: () => h('input', { id: 'reason' }),
          actions: () => h('button', { id: 'act' }, 'return'),
        },
      ),
    ]),
});

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  open.value = false;
  page = mount(Page, { attachTo: '#app' });
});
afterEach(() => page.unmount());

const opener = () => page.find<HTMLElement>('#opener');
const sheet = () => document.querySelector<HTMLElement>('[role="dialog"]');
const focused = () => document.activeElement?.id;

async function openIt() {
  opener().element.focus();
  await opener().trigger('click');
  await nextTick();
}
async function key(name: string, shiftKey = false) {
  const event = new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  await nextTick();
  await nextTick();
}

describe('GDialog', () => {
  test('opened → modal, named by its title, focused, the page behind hidden from readers', async () => {
    await openIt();
    const title = document.getElementById(sheet()?.getAttribute('aria-labelledby') ?? '');
    expect([sheet()?.getAttribute('aria-modal'), title?.textContent]).toEqual(['true', 'Return sheet 7?']);
    expect(document.activeElement).toBe(sheet());
    expect(document.getElementById('app')?.getAttribute('aria-hidden')).toBe('true');
  });

  test('Tab at the last control and Shift-Tab at the first → stay inside', async () => {
    await openIt();
    document.getElementById('act')?.focus();
    await key('Tab');
    expect(focused()).toBe('reason');
    await key('Tab', true);
    expect(focused()).toBe('act');
  });

  test('Esc → closed, the focus where it was, the page readable again', async () => {
    await openIt();
    await key('Escape');
    expect([sheet(), focused()]).toEqual([null, 'opener']);
    expect(document.getElementById('app')?.hasAttribute('aria-hidden')).toBe(false);
  });

  test('the page goes away while it is open → nothing stays hidden', async () => {
    await openIt();
    page.unmount();
    expect(document.getElementById('app')?.hasAttribute('aria-hidden')).toBe(false);
  });

  test('a press beside the sheet → it stays open', async () => {
    await openIt();
    document.querySelector<HTMLElement>('.dialog')?.click();
    await nextTick();
    expect(sheet()).not.toBe(null);
  });
});
