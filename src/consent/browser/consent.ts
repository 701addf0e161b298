import { expires, scripts } from 'virtual:consent';

/** What a reader decided, and when (milliseconds since 1970), as the browser keeps it. */
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
    // Storage is refused: the answer counts for this page.
  }
};

const answered = (answer: Answer): void => {
  const before = page.dataset['consent'];
  page.dataset['consent'] = answer;
  dialog?.close();
  keep(answer);
  if (answer === 'yes' && before !== 'yes') load();
  // What has run cannot be taken back but by a page without it.
  if (answer === 'no' && before === 'yes') location.reload();
};

dialog?.addEventListener('click', ({ target }) => {
  const { value } = target as HTMLButtonElement;
  if (value === 'yes' || value === 'no') answered(value);
});
// Escape closes it without an answer; it is asked again on the next page.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-consent-again]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    dialog?.close();
    dialog?.showModal();
  });
}

const kept = Number(page.dataset['consentAt']);
const isOld = kept > 0 && Date.now() - kept > expires;
if (page.dataset['consent'] === 'yes' && !isOld) load();
// Opened by its attribute, it does not take the focus from somebody who has begun to read.
else if (page.dataset['consent'] === 'asked' || isOld) dialog?.setAttribute('open', '');
