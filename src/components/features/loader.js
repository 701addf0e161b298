// Before the first paint: the reader's own choice of light or dark, if there is one. Then, on a click on what has
// `data-feature`, the script of that feature, which gets the click again: not trusted, because a script makes it. What
// leads to where a reader stopped in a saved story loads that script at once.
{
  const page = document.documentElement;
  page.dataset.script = 1;
  // While one scrolls down, the bar of the masthead makes room.
  let y = 0;
  onscroll = () => (page.dataset.down = y < (y = scrollY) && y > 9);
  // For everybody on the page: comments load their script with it too.
  load = (name, onload, src = `FOLDER${name}.DIGEST.js`) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = src;
    script.onload = onload;
    page.append(script);
  };
  onclick = (event) => {
    const asked = event.target.closest?.('[data-feature]');
    // With one of these keys, a link opens in a tab of its own.
    if (!asked || !event.isTrusted || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    load(asked.dataset.feature, () => asked.click());
  };
  try {
    page.dataset.theme = localStorage.theme ?? '';
    if (location.hash === '#go') load('saved');
  } catch {
    /* Storage is blocked. */
  }
}
