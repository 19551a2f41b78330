import { afterEach, describe, expect, test } from 'vitest';
import { restoreTextSize, setTextSize, textSize } from './text-size.ts';

afterEach(() => {
  localStorage.clear();
  setTextSize('100');
});

describe('text size', () => {
  test('150, then 125 → one class on the root element', () => {
    setTextSize('150');
    setTextSize('125');
    expect([document.documentElement.className, textSize.value]).toEqual(['text-125', '125']);
  });

  test('the ordinary size → no class', () => {
    setTextSize('175');
    setTextSize('100');
    expect(document.documentElement.className).toBe('');
  });

  test('a remembered size → in force again; anything else remembered → the ordinary one', () => {
    localStorage.setItem('gongping.text-size', '175');
    restoreTextSize();
    expect(textSize.value).toBe('175');
    localStorage.setItem('gongping.text-size', '900');
    restoreTextSize();
    expect(textSize.value).toBe('100');
  });
});
