import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import GDrawer from './GDrawer.vue';

let drawer: VueWrapper;
afterEach(() => {
  drawer.unmount();
  document.body.innerHTML = '';
  vi.unstubAllGlobals();
});

/** A window in which the query of the drawer holds or not. */
function onWindow(narrow: boolean) {
  const list = { matches: narrow, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => list);
}

async function open() {
  document.body.innerHTML = '<button id="score"></button><main></main>';
  document.getElementById('score')?.focus();
  drawer = mount(GDrawer, {
    props: { open: false, label: 'derivation', closeLabel: 'close' },
    attachTo: 'main',
  });
  await drawer.setProps({ open: true });
  await nextTick();
}

describe('GDrawer', () => {
  test('beside the page on a wide window → no dialog, but it takes the focus', async () => {
    onWindow(false);
    await open();
    const box = drawer.find('aside');
    expect([box.attributes('role'), box.attributes('aria-label')]).toEqual([undefined, 'derivation']);
    expect(document.activeElement).toBe(box.element);
  });

  test('over the page on a narrow window → a modal dialog', async () => {
    onWindow(true);
    await open();
    expect([drawer.find('aside').attributes('role'), drawer.find('aside').attributes('aria-modal')]).toEqual([
      'dialog',
      'true',
    ]);
  });

  test('the cross or Esc → close; once closed the focus is back on the number', async () => {
    onWindow(true);
    await open();
    await drawer.find('button').trigger('click');
    await drawer.find('aside').trigger('keydown', { key: 'Escape' });
    expect(drawer.emitted('close')?.length).toBe(2);
    await drawer.setProps({ open: false });
    await nextTick();
    expect(document.activeElement?.id).toBe('score');
  });
});
