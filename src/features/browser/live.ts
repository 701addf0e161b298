import { seconds } from 'virtual:feature';
import { type Answer, askFor } from './live/ask.ts';
import { insert } from './live/insert.ts';
import { prepareNotice, showNotice } from './live/notice.ts';

const story = document.querySelector<HTMLElement>('[data-live]');

/** How much more rarely it asks, at most, when answers fail to come. */
const slowest = 16;
const usual = seconds * 1000;
let pause = usual;
let asked = -Infinity;
let timer = 0;
/** The moment of the edition that the page shows, and after that of the newest answer. */
let known = story?.dataset['moment'] ?? '';

const { connection } = navigator as { connection?: EventTarget & { saveData?: boolean } };

const mayAsk = (): boolean =>
  !document.hidden &&
  navigator.onLine &&
  !connection?.saveData &&
  !matchMedia('(prefers-reduced-data: reduce)').matches;

const take = (page: HTMLElement, answer: Answer): void => {
  known = answer.moment ?? known;
  const { state, label } = answer;
  if (state !== 'live') {
    page.dataset['state'] = state;
    const kicker = page.querySelector('[data-live-part=label]');
    kicker?.classList.remove('signal');
    kicker?.replaceChildren(label);
  }
  const fresh = answer.entries.filter(({ id }) => !document.getElementById(id));
  const isMissingSome = fresh.some(({ id }) => id === answer.last);
  showNotice(fresh, isMissingSome && page.querySelector('.without-script a'), () => {
    insert(page, answer, fresh);
  });
};

/** Asks when it is time, if nothing speaks against it; called again whenever that may have changed. */
const plan = (page: HTMLElement): void => {
  clearTimeout(timer);
  if (page.dataset['state'] !== 'live' || !mayAsk()) return;
  timer = window.setTimeout(
    () => {
      asked = performance.now();
      void askFor(page.dataset['live'] ?? '', known)
        .then((answer) => {
          pause = usual;
          take(page, answer);
        })
        // Whatever is wrong, readers need not know.
        .catch(() => (pause = Math.min(pause * 2, usual * slowest)))
        .finally(() => {
          plan(page);
        });
    },
    Math.max(0, asked + pause - performance.now()),
  );
};

if (story) {
  prepareNotice(story);
  const again = (): void => {
    plan(story);
  };
  document.addEventListener('visibilitychange', again);
  addEventListener('online', again);
  addEventListener('offline', again);
  connection?.addEventListener('change', again);
  again();
}
