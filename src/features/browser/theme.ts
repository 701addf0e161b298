import { whenAsked } from './asked.ts';

const page = document.documentElement;

whenAsked('theme', () => {
  const scheme = getComputedStyle(page).colorScheme;
  const isDark =
    scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const theme = isDark ? 'light' : 'dark';
  page.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Without storage, the choice counts only for this page.
  }
});
