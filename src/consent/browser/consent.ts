import { scripts } from 'virtual:consent';
import { keepPassedClosed } from './passed-slots.ts';

/** The key in `localStorage` of the reader's answer and its time (milliseconds since 1970). */
const key = 'consent';
type Answer = 'yes' | 'no';

const page = document.documentElement;
const dialog = document.querySelector<HTMLDialogElement>('dialog[data-consent]');

const load = (): void => {
  for (const script of scripts) void import(/* @vite-ignore */ script);
};

const keep = (answer: Answer): void => {
  try {
    localStorage.setItem(key, `${answer} ${String(Date.now())}`);
  } catch {
    // Without storage, the answer counts only for this page.
  }
};

const answered = (answer: Answer): void => {
  const before = page.dataset['consent'];
  page.dataset['consent'] = answer;
  dialog?.close();
  keep(answer);
  if (answer === 'yes' && before !== 'yes') {
    keepPassedClosed();
    load();
  }
  // Scripts that have run can only be undone by loading the page without them.
  if (answer === 'no' && before === 'yes') location.reload();
};

dialog?.addEventListener('click', ({ target }) => {
  const { value } = target as HTMLButtonElement;
  if (value === 'yes' || value === 'no') answered(value);
});
// Escape closes the dialog without an answer; the next page asks again.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-consent-again]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    dialog?.close();
    dialog?.showModal();
  });
}

if (page.dataset['consent'] === 'yes') load();
// `open` rather than `show()`, which would take the focus from somebody who has begun to read.
else if (page.dataset['consent'] === 'asked') dialog?.setAttribute('open', '');
