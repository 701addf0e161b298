import { cacheOf, pagesKept } from './caches.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

// Stands where the worker of a paper stood that is read offline no longer: browsers that have that one find this one at
// the reader's next visit, and are rid of both and of what was kept.
const { registration } = self;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('activate', (event) => {
  const remove = async (): Promise<void> => {
    const { scope } = registration;
    const pages = await pagesKept(scope);
    await Promise.all(pages.map((page) => caches.delete(cacheOf(scope, page))));
    await registration.unregister();
  };
  event.waitUntil(remove());
});
