import type { Mounted, Theme } from './contract.ts';

const page = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as the reader's own choice or their system decides it. */
export const themeNow = (): Theme => {
  const { colorScheme } = getComputedStyle(page);
  return colorScheme === 'dark' || (colorScheme !== 'light' && system.matches) ? 'dark' : 'light';
};

/** Makes what is mounted follow the page's toggle, and the system's. */
export const followTheme = ({ setTheme }: Mounted): void => {
  let shown = themeNow();
  const follow = (): void => {
    // The system may change while the reader's own choice stays.
    if (themeNow() === shown) return;
    shown = themeNow();
    setTheme(shown);
  };
  new MutationObserver(follow).observe(page, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', follow);
};
