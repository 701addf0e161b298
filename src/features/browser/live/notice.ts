import { language, words } from 'virtual:feature';
import { make } from '../../../make-element.ts';
import type { Entry } from './ask.ts';

const status = make('p', { role: 'status', className: 'live-new' });
let seen: IntersectionObserver | undefined;
/** Whether what is announced is not in the page yet. */
let waits = false;

const countOf = (count: number): string => {
  const { newEntries } = words;
  const form = newEntries[new Intl.PluralRules(language).select(count)] ?? newEntries.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
};

/** Hides the button as soon as the newest entry is seen, and brings who asks there. */
const leadTo = (button: HTMLButtonElement, entry: HTMLElement | null): void => {
  waits = false;
  button.textContent = words.toNewest;
  button.onclick = () => {
    status.replaceChildren();
    if (!entry) return;
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    entry.scrollIntoView();
  };
  seen = new IntersectionObserver(([first]) => {
    if (first?.isIntersecting && document.activeElement !== button) status.replaceChildren();
  });
  if (entry) seen.observe(entry);
};

/** Makes room for the notice: screen readers speak what changes in an element that is already there. */
export const prepareNotice = (story: HTMLElement): void => {
  story.querySelector('[data-part^=entry]')?.before(status);
};

/**
 * Says how many entries are new, on a button that puts them into the page; or nothing any more, if they were taken back.
 * @param reload the page's link whose copy takes the button's place, because entries between the new ones and those on the page may be
 *   missing from the answer
 */
export const showNotice = (
  fresh: Entry[],
  reload: Node | null | false,
  insert: () => void,
): void => {
  const [newest] = fresh;
  if (!newest) {
    if (waits) status.replaceChildren();
    return;
  }
  waits = true;
  seen?.disconnect();
  if (reload) {
    if (!status.querySelector('a')) status.replaceChildren(reload.cloneNode(true));
    return;
  }
  const button = status.querySelector('button') ?? make('button', { type: 'button' });
  button.textContent = countOf(fresh.length);
  button.onclick = () => {
    insert();
    leadTo(button, document.getElementById(newest.id));
  };
  if (!button.isConnected) status.replaceChildren(button);
};
