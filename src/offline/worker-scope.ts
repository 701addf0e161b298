/**
 * What our workers use of a service worker's global scope (W3C Service Workers). TypeScript's own types for it conflict
 * with those for pages.
 */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting: () => Promise<void>;
  addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void;
}

/** An event that keeps the worker alive until a promise settles. */
interface ExtendableEvent {
  waitUntil: (done: Promise<unknown>) => void;
}

interface WorkerEvents {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  message: ExtendableEvent & { data: unknown; source: { url: string } | null };
  fetch: ExtendableEvent & {
    request: Request;
    /** The response to the request that the browser sent while the worker started, if it supports that. */
    preloadResponse: Promise<Response | undefined>;
    respondWith: (response: Promise<Response>) => void;
  };
}
