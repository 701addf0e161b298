import { base, page } from 'virtual:feature';
import { emptyShelf, readShelf, type Shelf } from './shelf.ts';

/** The end of an address that leads to where the reader stopped. */
export const goOn = '#go';

/** What is on this device; undefined if it cannot be read as a list. */
export const stored = (): Shelf | undefined => {
  let text: string | null = null;
  try {
    text = localStorage.getItem(page);
  } catch {
    // Storage is blocked: nothing is kept.
  }
  return text === null ? emptyShelf() : readShelf(text, base);
};

/**
 * Changes what is on this device. It is read anew each time, because another tab may have changed it.
 * @returns false if the browser refuses
 */
export const store = (change: (shelf: Shelf) => Shelf): boolean => {
  try {
    localStorage.setItem(page, JSON.stringify(change(stored() ?? emptyShelf())));
    return true;
  } catch {
    return false;
  }
};

/** Removes everything. */
export const forget = (): void => {
  try {
    localStorage.removeItem(page);
  } catch {
    // Storage is blocked: nothing was kept.
  }
};
