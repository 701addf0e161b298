import type { Edit, Selected } from './edits.ts';

/** What is selected in a text area. */
export const selectedIn = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  start: selectionStart,
  end: selectionEnd,
});

/**
 * Makes an edit in a text area as if it were typed, so that the browser's own undo takes it back. `execCommand` is the
 * only way to that; where it does nothing, the text is replaced all the same.
 */
export const applyEdit = (area: HTMLTextAreaElement, { from, to, by, select }: Edit): void => {
  area.focus();
  const wanted = area.value.slice(0, from) + by + area.value.slice(to);
  if (wanted !== area.value) {
    area.setSelectionRange(from, to);
    const command = by === '' ? 'delete' : 'insertText';
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way to an edit that can be undone
    document.execCommand(command, false, by);
    if (area.value !== wanted) {
      area.setRangeText(by, from, to);
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  area.setSelectionRange(select.start, select.end);
};
