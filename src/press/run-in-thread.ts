import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a thread of its own. Its small heap is collected quickly while the main thread fills a large one, and
 * it never waits for the main thread. It does not keep the process alive unless somebody awaits it.
 * @param module the address of its file
 * @param work what it starts with, as `workerData`
 * @returns waits until the thread has ended; throws what the thread threw
 */
export const runInThread = (module: URL, work: object): (() => Promise<void>) => {
  const worker = new Worker(module, { workerData: work });
  worker.unref();
  const ended = once(worker, 'exit');
  // A failure reaches whoever awaits the thread, not a page that happens to be rendering.
  ended.catch(() => undefined);
  return async () => {
    worker.ref();
    const [code] = (await ended) as [number];
    if (code !== 0)
      throw new Error(
        `${module.pathname.split('/').at(-1) ?? 'A thread'} ended before its work was done.`,
      );
  };
};
