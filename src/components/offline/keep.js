// Asks the service worker to keep the page once it has loaded and, when the reader leaves it, the pictures that they
// have seen by then.
((page, script, worker) => {
  if (!worker) return;
  const begin = async () => {
    await worker.register(script.worker);
    const { active } = await worker.ready;
    // A page that comes from the device must not be stored again as if it were new.
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
  // A page that the browser has only prepared has not been read.
  const load = () =>
    page.readyState === 'complete' ? begin() : addEventListener('load', begin, { once: true });
  if (page.prerendering) page.addEventListener('prerenderingchange', load, { once: true });
  else load();
})(document, document.currentScript.dataset, navigator.serviceWorker);
