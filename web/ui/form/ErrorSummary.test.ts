import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import { nextTick } from 'vue';
import ErrorSummary from './ErrorSummary.vue';

let summary: VueWrapper;
afterEach(() => {
  summary.unmount();
  document.body.innerHTML = '';
});

function show() {
  document.body.innerHTML = '<main></main><input id="phone">';
  const faults = [{ fieldId: 'phone', message: 'one digit is missing' }];
  summary = mount(ErrorSummary, { props: { title: '1 to change', faults }, attachTo: 'main' });
}

describe('ErrorSummary', () => {
  test('appears → takes the focus', () => {
    show();
    expect(document.activeElement).toBe(summary.find('.error-summary').element);
  });

  test('a line pressed → its field has the focus and the address stays', async () => {
    show();
    const before = location.href;
    await summary.find('a').trigger('click');
    expect([document.activeElement?.id, location.href]).toEqual(['phone', before]);
  });

  test('submitted again with faults → takes the focus back', async () => {
    show();
    document.getElementById('phone')?.focus();
    await summary.setProps({ faults: [{ fieldId: 'phone', message: 'two digits are missing' }] });
    await nextTick();
    expect(document.activeElement).toBe(summary.find('.error-summary').element);
  });

  test('no faults left → gone', async () => {
    show();
    await summary.setProps({ faults: [] });
    expect(summary.find('.error-summary').exists()).toBe(false);
  });
});
