// Before the first paint: the reader's own choice of light or dark, if there is one. Then, on a click on what has
// `data-feature`, the script of that feature, which gets the click again: not trusted, because a script makes it. What
// readers keep on this device names the pages that show it, so the script of those pages need not wait.
((page) => {
  page.dataset.script = '';
  const load = (name, onload) =>
    page.append(
      Object.assign(document.createElement('script'), {
        type: 'module',
        src: `FOLDER${name}.DIGEST.js`,
        onload,
      }),
    );
  addEventListener('click', (event) => {
    const asked = event.target.closest?.('[data-feature]');
    // With one of these keys, a link opens in a tab of its own.
    if (!asked || !event.isTrusted || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    load(asked.dataset.feature, () => asked.click());
  });
  try {
    const { theme } = localStorage;
    if (theme) page.dataset.theme = theme;
    if (localStorage['SAVED'].includes(`"${location.pathname}"`)) load('saved');
  } catch {
    /* Storage is blocked, or nothing is saved. */
  }
})(document.documentElement);
