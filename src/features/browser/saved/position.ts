import { goOn, store, stored } from './storage.ts';

const parts = (): Element[] => [
  ...document.querySelectorAll('[data-story] > :not(header, footer, aside)'),
];

const keepStop = (): void => {
  const path = location.pathname;
  if (!stored()?.stories.some((story) => story.path === path)) return;
  const all = parts();
  // The first one of which anything is in the window.
  const first = all.findIndex((part) => part.getBoundingClientRect().bottom > 0);
  const stop = first < 0 ? all.length : first;
  store((shelf) => ({
    ...shelf,
    stories: shelf.stories.map((story) =>
      story.path === path ? { ...story, stop, of: all.length } : story,
    ),
  }));
};

/** Goes to where the reader stopped, if they ask for that, and notes where they stop if they have saved the story. */
export const followReading = (): void => {
  const kept = stored()?.stories.find(({ path }) => path === location.pathname);
  if (kept && location.hash === goOn) {
    const part = parts()[kept.stop];
    part?.scrollIntoView({ behavior: 'instant' });
  }
  addEventListener('visibilitychange', () => {
    if (document.hidden) keepStop();
  });
  addEventListener('pagehide', keepStop);
};
