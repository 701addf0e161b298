// Before the first paint: the reader's own choice of light or dark, if there is one; then the toggle.
((page) => {
  const key = 'theme';
  const choose = (theme) => (page.dataset.theme = theme);
  page.dataset.script = '';
  try {
    const kept = localStorage.getItem(key);
    if (kept) choose(kept);
  } catch {
    /* Storage is blocked. */
  }
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-theme-toggle]')) return;
    const dark = getComputedStyle(page).colorScheme;
    const isDark =
      dark === 'dark' || (dark !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    choose(isDark ? 'light' : 'dark');
    try {
      localStorage.setItem(key, page.dataset.theme);
    } catch {
      /* Storage is blocked. */
    }
  });
})(document.documentElement);
