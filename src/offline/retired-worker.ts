import { cachedPages, cacheOf } from './caches.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

// Replaces the service worker of a paper that has switched offline reading off. At the reader's next visit, the browser
// installs this one, which deletes the cached pages and unregisters itself.
const { registration } = self;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const remove = async (): Promise<void> => {
    const { scope } = registration;
    const pages = await cachedPages(scope);
    await Promise.all(pages.map((page) => caches.delete(cacheOf(scope, page))));
    await registration.unregister();
  };
  event.waitUntil(remove());
});
