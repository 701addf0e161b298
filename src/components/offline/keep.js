// Once the page has loaded, the paper's service worker is asked to keep it, and again when the reader leaves it: by then
// they have seen all of its pictures.
((page, script, worker) => {
  if (!worker) return;
  const begin = async () => {
    await worker.register(script.worker);
    const { active } = await worker.ready;
    const keep = () =>
      active.postMessage(
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => name.startsWith(location.origin)),
      );
    // What comes from the device already is as old as it says.
    if (script.keep === undefined || page.querySelector('.kept')) return;
    keep();
    page.addEventListener('visibilitychange', () => page.hidden && keep());
  };
  // A page that the browser has only prepared was not read.
  const load = () =>
    page.readyState === 'complete' ? begin() : addEventListener('load', begin, { once: true });
  if (page.prerendering) page.addEventListener('prerenderingchange', load, { once: true });
  else load();
})(document, document.currentScript.dataset, navigator.serviceWorker);
