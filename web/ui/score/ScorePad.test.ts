import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import ScorePad, { type PadCriterion } from './ScorePad.vue';
import type { ScorePadText } from './score-pad-text.ts';

const text: ScorePadText = {
  keys: 'keys',
  clear: 'clear',
  back: 'back',
  next: 'next',
  half: 'half',
  chooseFirst: 'whole first',
  aboveMax: 'above the maximum',
  offScale: 'no such mark',
  point: 'point',
  erase: 'erase',
};
const levels = [
  { word: 'A', from: '18', to: '20' },
  { word: 'B', from: '15', to: '17.5' },
  { word: 'C', from: '12', to: '14.5' },
  { word: 'D', from: '0', to: '11.5' },
];
const twenty: PadCriterion = { id: 'c1', no: 1, name: 'need', max: '20', step: '0.5', levels };

let pad: VueWrapper;

/** A page that keeps the mark, as the sheet does. */
function open(criterion: PadCriterion, mark: string | null = null) {
  pad = mount(ScorePad, {
    props: {
      criterion,
      mark,
      fullMark: 'of 20',
      label: 'marking',
      text,
      onChoose: (chosen: string) => pad.setProps({ mark: chosen }),
      onClear: () => pad.setProps({ mark: null }),
    },
    attachTo: document.body,
  });
}
const key = (word: string) => {
  const found = pad.findAll('button').find((button) => button.text() === word);
  if (!found) throw new Error(`No key ${word}`);
  return found;
};
const chosen = () => pad.emitted('choose') ?? [];
const pressed = () => pad.findAll('[aria-pressed="true"]').map((button) => button.text());
const type = (word: string) => pad.find('[role="group"]').trigger('keydown', { key: word });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  pad.unmount();
  vi.useRealTimers();
});

describe('keys', () => {
  test('20 by halves → 21 keys from 20 to 0 and one for the half', () => {
    open(twenty);
    const marks = pad.findAll('[data-mark]').map((button) => button.text());
    expect([marks.length, marks[0], marks[20]]).toEqual([21, '20', '0']);
    expect(key('.5').attributes('aria-label')).toBe('half');
  });

  test('keys of a level → share its tint', () => {
    open(twenty);
    expect(['18', '17', '12', '11'].map((mark) => key(mark).classes().at(-1))).toEqual([
      'key--b1',
      'key--b2',
      'key--b3',
      'key--b4',
    ]);
  });

  test('18, then .5, then .5 again → 18, 18.5, 18; both keys show as chosen in between', async () => {
    open(twenty);
    await key('18').trigger('click');
    await key('.5').trigger('click');
    expect(pressed()).toEqual(['18', '.5']);
    await key('.5').trigger('click');
    expect(chosen()).toEqual([['18'], ['18.5'], ['18']]);
  });

  test('.5 before a whole mark, or above 20 → nothing chosen, and the reason is shown', async () => {
    open(twenty);
    await key('.5').trigger('click');
    expect([chosen(), pad.find('.hold__why').text()]).toEqual([[], 'whole first']);
    await key('20').trigger('click');
    await key('.5').trigger('click');
    expect([chosen(), pad.find('.hold__why').text()]).toEqual([[['20']], 'above the maximum']);
  });

  test('clear, back, next → passed on to the page', async () => {
    open(twenty, '18');
    for (const word of ['clear', 'back', 'next']) await key(word).trigger('click');
    expect(['clear', 'back', 'next'].map((event) => pad.emitted(event)?.length)).toEqual([1, 1, 1]);
  });

  test('another criterion → another scale', async () => {
    open(twenty, '18');
    await pad.setProps({ criterion: { ...twenty, id: 'c4', max: '10', step: '1' }, mark: null });
    expect(pad.findAll('[data-mark]').map((button) => button.text())[0]).toBe('10');
  });
});

describe('keyboard on the keys', () => {
  test('1 and 8 → 18 at once, no 1 in between', async () => {
    open(twenty);
    await type('1');
    await type('8');
    expect(chosen()).toEqual([['18']]);
  });

  test('1 alone → 1 when no second digit follows', async () => {
    open(twenty);
    await type('1');
    expect(chosen()).toEqual([]);
    vi.runAllTimers();
    expect(chosen()).toEqual([['1']]);
  });

  test('1, point, 5 → 1.5 and nothing else', async () => {
    open(twenty);
    for (const typed of ['1', '.', '5']) await type(typed);
    vi.runAllTimers();
    expect(chosen()).toEqual([['1.5']]);
  });

  test('a digit left waiting when the criterion changes → dropped', async () => {
    open(twenty);
    await type('1');
    await pad.setProps({ criterion: { ...twenty, id: 'c2' } });
    vi.runAllTimers();
    expect(chosen()).toEqual([]);
  });

  test('the keys → one stop of Tab, on the chosen one', () => {
    open(twenty, '17.5');
    const stops = pad.findAll('[data-mark]').filter((button) => button.attributes('tabindex') === '0');
    expect(stops.map((button) => button.text())).toEqual(['17']);
  });

  test('arrows → to the neighbour and to the row below; the edge holds', async () => {
    open(twenty);
    const focused = () => document.activeElement?.textContent?.trim();
    (key('20').element as HTMLElement).focus();
    await type('ArrowLeft');
    expect(focused()).toBe('20');
    await type('ArrowRight');
    expect(focused()).toBe('19');
    await type('ArrowDown');
    expect([focused(), chosen()]).toEqual(['14', []]);
  });
});

describe('keypad', () => {
  const hundred: PadCriterion = { id: 'c1', no: 1, name: 'total', max: '100', step: '0.5' };
  const window_ = () => pad.find('.pad__typed b').text();

  test('8, 5, point, 5 → each value as it stands; after the point none is kept', async () => {
    open(hundred);
    for (const word of ['8', '5', '.', '5']) await key(word).trigger('click');
    expect(chosen()).toEqual([['8'], ['85'], ['85.5']]);
    expect([pad.emitted('clear')?.length, window_()]).toEqual([1, '85.5']);
  });

  test('a digit that leads above 100 or off the scale → refused with the reason', async () => {
    open(hundred, '85');
    await key('3').trigger('click');
    expect([window_(), pad.find('.hold__why').text()]).toEqual(['85', 'above the maximum']);
    await key('.').trigger('click');
    await key('3').trigger('click');
    expect([window_(), pad.find('.hold__why').text()]).toEqual(['85.', 'no such mark']);
  });

  test('keyboard: digits and Backspace → as the keys', async () => {
    open(hundred);
    for (const typed of ['9', '0', 'Backspace', '1']) await type(typed);
    expect([window_(), chosen().at(-1)]).toEqual(['91', ['91']]);
  });

  test('a mark that changes outside, as after a conflict → shown', async () => {
    open(hundred, '85');
    await pad.setProps({ mark: '70' });
    await nextTick();
    expect(window_()).toBe('70');
  });
});
