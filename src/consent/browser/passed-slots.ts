/**
 * The slots of a network open when a reader agrees. Those that the reader has passed stay closed on this page: opening
 * them would push away what is being read. Call it in the same task as the opening, before anything is painted.
 */
export const keepPassedClosed = (): void => {
  for (const slot of document.querySelectorAll<HTMLElement>('[data-unit]')) {
    if (slot.getBoundingClientRect().top < 0) slot.hidden = true;
  }
};
