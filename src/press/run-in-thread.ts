import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own. It never waits for the main thread, and garbage collection of its small heap is
 * fast while the main thread fills a large one. It does not keep the process alive unless somebody awaits it.
 * @param module the URL of its file
 * @param work its input, passed as `workerData`
 * @param hear called with each message that it posts
 * @returns a function that waits until the thread has ended, and throws what the thread threw; it returns the last
 *   message that the thread posted
 */
export const runInThread = (
  module: URL,
  work: object,
  hear: (message: unknown) => void = () => undefined,
): (() => Promise<unknown>) => {
  const worker = new Worker(module, { workerData: work });
  let posted: unknown;
  worker.on('message', (message: unknown) => {
    posted = message;
    hear(message);
  });
  // After that, because whoever listens to a thread keeps it alive.
  worker.unref();
  const ended = once(worker, 'exit');
  // A failure is reported where the thread is awaited, not on a page that happens to be rendering.
  ended.catch(() => undefined);
  return async () => {
    worker.ref();
    const [code] = (await ended) as [number];
    if (code !== 0)
      throw new Error(
        `${module.pathname.split('/').at(-1) ?? 'A thread'} ended before its work was done.`,
      );
    return posted;
  };
};
