import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';
import { deskWords } from '../words/desk.ts';

/** How often a forge is asked, in milliseconds: one request each, so that a day's work stays below every limit. */
const everyMinute = 60_000;
const soon = 3000;

/** Follows what others change: the disk of this machine as it happens, a forge each minute and on coming back to the page. */
export const followChanges = (desk: Desk): void => {
  let isAsking = false;
  let hasMore = false;
  let last = desk.clock();
  const refresh = async (): Promise<void> => {
    last = desk.clock();
    // First, because a story whose request was merged or closed is listed as the branch has it.
    if (desk.settings.review) {
      const before = desk.reviews.value;
      const open = await desk.forge.reviews();
      // A save meanwhile knows of a newer one.
      if (desk.reviews.value === before) desk.reviews.value = open;
    }
    const changed = await desk.files.refresh();
    const [first] = changed;
    if (first === undefined) return;
    const path = changed.length > 1 ? `${first} + ${changed.length - 1}` : first;
    desk.notify(fillIn(desk.words(deskWords).changedElsewhere, { path }));
  };
  const look = (): void => {
    // What has changed since the list was made is not on it.
    if (isAsking) {
      hasMore = true;
      return;
    }
    isAsking = true;
    hasMore = false;
    // What cannot be asked now can be asked later; a save says what is wrong.
    void refresh()
      .catch(() => undefined)
      .finally(() => {
        isAsking = false;
        if (hasMore) look();
      });
  };
  if (desk.local) {
    const { watch } = desk.local;
    const keepWatching = async (): Promise<void> => {
      await watch(look, new AbortController().signal).catch(() => undefined);
      // The server was stopped, or the machine slept: something may have changed meanwhile.
      setTimeout(() => {
        look();
        void keepWatching();
      }, soon);
    };
    void keepWatching();
    return;
  }
  setInterval(() => {
    if (!document.hidden) look();
  }, everyMinute);
  const comeBack = (): void => {
    if (!document.hidden && desk.clock() - last > everyMinute / 4) look();
  };
  document.addEventListener('visibilitychange', comeBack);
  // A window beside this one never hid it.
  addEventListener('focus', comeBack);
};
