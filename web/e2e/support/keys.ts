import type { Locator, Page } from 'playwright-core';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The boxes of all elements, in CSS pixels of the window. */
export const boxesOf = (all: Locator): Promise<Box[]> =>
  all.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );

/** The smallest side of any box, and the smallest gap between two neighbours in a row or a column. */
export function leastSizes(boxes: readonly Box[]): { side: number; gap: number } {
  const side = Math.min(...boxes.flatMap(({ width, height }) => [width, height]));
  const gaps = boxes.flatMap((one) =>
    boxes
      .filter((other) => other !== one)
      .map((other) =>
        Math.max(
          other.x - (one.x + one.width),
          one.x - (other.x + other.width),
          other.y - (one.y + one.height),
          one.y - (other.y + other.height),
        ),
      ),
  );
  return { side, gap: Math.min(...gaps) };
}

/** Whether every box lies inside the window as it is, without scrolling. */
export async function inView(page: Page, boxes: readonly Box[]): Promise<boolean> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  return boxes.every(
    (box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
  );
}

/** What has the focus: its words, whether the focus can be seen, and whether anything lies over it. */
export const focusOf = (page: Page): Promise<{ name: string; visible: boolean; covered: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { name: '', visible: false, covered: false };
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return {
      name:
        element.getAttribute('aria-label') ??
        (element instanceof HTMLTextAreaElement ? element.labels[0] : element)?.textContent.trim() ??
        '',
      visible: outlined || boxShadow !== 'none',
      covered: top === null || !(element.contains(top) || top.contains(element)),
    };
  });
