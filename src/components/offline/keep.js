// Once the page has loaded, the paper's service worker is asked to keep it, and when the reader leaves it, to keep the
// pictures that they have seen by then.
((page, script, worker) => {
  if (!worker) return;
  const begin = async () => {
    await worker.register(script.worker);
    const { active } = await worker.ready;
    // What comes from the device already is as old as it says.
    if (script.keep === undefined || page.querySelector('[data-kept]')) return;
    const keep = () =>
      active.postMessage({
        leaves: page.hidden,
        files: performance
          .getEntriesByType('resource')
          .filter((file) => /^(img|css|link|script)$/.test(file.initiatorType))
          .map((file) => file.name)
          .filter((name) => new URL(name).origin === location.origin),
      });
    keep();
    page.addEventListener('visibilitychange', () => page.hidden && keep());
  };
  // A page that the browser has only prepared was not read.
  const load = () =>
    page.readyState === 'complete' ? begin() : addEventListener('load', begin, { once: true });
  if (page.prerendering) page.addEventListener('prerenderingchange', load, { once: true });
  else load();
})(document, document.currentScript.dataset, navigator.serviceWorker);
