/**
 * Brings a place of a text area to the middle of the screen.
 * @param mirror an element of the same size that shows the same text
 */
export const scrollToOffset = (mirror: HTMLElement, offset: number): void => {
  const [text] = mirror.childNodes;
  if (!(text instanceof Text)) return;
  const range = document.createRange();
  range.setStart(text, Math.min(offset, text.length));
  range.setEnd(text, Math.min(offset + 1, text.length));
  const { top, height } = range.getBoundingClientRect();
  scrollBy({ top: top + height / 2 - innerHeight / 2 });
};
