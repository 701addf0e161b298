import type { Page } from '@playwright/test';

/** The largest rectangle in an element that nothing is in, in pixels, and the size of the element. */
interface Hole {
  width: number;
  height: number;
  /** Its share of the element's area. */
  share: number;
  /** The width of the element. */
  of: number;
}

/** The grid that the page is measured on, in pixels. */
const cell = 8;

/**
 * Measures the largest hole in each element that a selector finds. Text fills the width of its paragraph and the
 * height of its lines; pictures, and what has a ground of its own, fill
 * their boxes.
 */
export const holesIn = (page: Page, selector: string): Promise<Hole[]> =>
  page.locator(selector).evaluateAll((elements, size) => {
    const filled = (root: Element): DOMRect[] => {
      const boxes: DOMRect[] = [];
      for (const element of root.querySelectorAll('*')) {
        const hasGround = getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
        if (!hasGround && !element.matches('img, p, h2, h3, time, li > a, .by > *')) continue;
        const box = element.getBoundingClientRect();
        if (box.width > 0) boxes.push(box);
      }
      return boxes;
    };
    return elements.map((root) => {
      const frame = root.getBoundingClientRect();
      const columns = Math.floor(frame.width / size);
      const rows = Math.floor(frame.height / size);
      const heights = new Array<number>(columns).fill(0);
      const boxes = filled(root);
      let best = { width: 0, height: 0 };
      for (let row = 0; row < rows; row += 1) {
        const y = frame.top + (row + 0.5) * size;
        const across = boxes.filter(({ top, bottom }) => top <= y && bottom >= y);
        for (let column = 0; column < columns; column += 1) {
          const x = frame.left + (column + 0.5) * size;
          const isEmpty = !across.some(({ left, right }) => left <= x && right >= x);
          heights[column] = isEmpty ? (heights[column] ?? 0) + 1 : 0;
        }
        for (let from = 0; from < columns; from += 1) {
          let least = Infinity;
          for (let to = from; to < columns; to += 1) {
            least = Math.min(least, heights[to] ?? 0);
            if (least === 0) break;
            const [width, height] = [(to - from + 1) * size, least * size];
            if (width * height > best.width * best.height) best = { width, height };
          }
        }
      }
      const share = (best.width * best.height) / (frame.width * frame.height);
      return { ...best, share, of: frame.width };
    });
  }, cell);
