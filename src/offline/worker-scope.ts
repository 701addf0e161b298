/**
 * What the workers use of the global scope of a service worker (W3C Service Workers): TypeScript's own description of it
 * contradicts the one of pages.
 */
export interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting: () => Promise<void>;
  addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void;
}

/** An event after which the worker goes on until what it does is done. */
interface ExtendableEvent {
  waitUntil: (done: Promise<unknown>) => void;
}

interface WorkerEvents {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  message: ExtendableEvent & { data: unknown; source: { url: string } | null };
  fetch: ExtendableEvent & {
    request: Request;
    /** The answer to a request that went out while the worker started, where the browser can do that. */
    preloadResponse: Promise<Response | undefined>;
    respondWith: (answer: Promise<Response>) => void;
  };
}
