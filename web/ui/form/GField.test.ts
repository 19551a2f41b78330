import { mount, type VueWrapper } from '@vue/test-utils';
import { describe, expect, test } from 'vitest';
import ChoiceGroup from './ChoiceGroup.vue';
import GField from './GField.vue';
import { characterCount } from './character-count.ts';

describe('characterCount', () => {
  test('a rare character of two code units → counts once', () => {
    expect(characterCount('𠮷林')).toBe(2);
  });
});

describe('GField', () => {
  test('label, hint, error and count → tied to the box in this order', () => {
    const field = mount(GField, {
      props: { id: 'f', label: 'need', hint: 'judges read it first', error: 'too short', limit: 300 },
    });
    const box = field.find('input');
    expect([field.find('label').attributes('for'), box.attributes('aria-describedby')]).toEqual([
      'f',
      'f-hint f-error f-count',
    ]);
    expect(box.attributes('aria-invalid')).toBe('true');
  });

  test('typed beyond the limit → kept and marked, not cut', async () => {
    const field: VueWrapper = mount(GField, {
      props: {
        label: 'need',
        limit: 3,
        multiline: true,
        modelValue: '',
        'onUpdate:modelValue': (next: string) => field.setProps({ modelValue: next }),
      },
    });
    await field.find('textarea').setValue('abcd');
    expect(field.find('textarea').element.value).toBe('abcd');
    expect([field.find('.field__count').text(), field.find('.field__count--over').exists()]).toEqual([
      '4 / 3',
      true,
    ]);
  });

  test('attributes → on the box, class on the field', () => {
    const field = mount(GField, { props: { label: 'phone' }, attrs: { inputmode: 'numeric', class: 'num' } });
    expect([field.find('input').attributes('inputmode'), field.classes()]).toEqual([
      'numeric',
      ['field', 'num'],
    ]);
  });
});

describe('ChoiceGroup', () => {
  test('a row pressed → its value; all radios share one name', async () => {
    const group = mount(ChoiceGroup<'yes' | 'later'>, {
      props: {
        modelValue: null,
        legend: 'written?',
        options: [
          { value: 'yes', label: 'yes' },
          { value: 'later', label: 'later' },
        ],
      },
    });
    const radios = group.findAll('input');
    await radios[1]?.setValue(true);
    expect(group.emitted('update:modelValue')).toEqual([['later']]);
    expect(new Set(radios.map((radio) => radio.attributes('name'))).size).toBe(1);
  });
});
