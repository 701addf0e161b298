import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Runs a module of this room in a thread of its own, whose small heap is quick to tidy while the process that prints
 * fills its own, and which waits for nothing in it. It keeps no process alive that nobody waits in.
 * @param module its file
 * @param work what it is started with
 * @returns waits until it is done; throws what it has thrown
 */
export const beside = (module: string, work: object): (() => Promise<void>) => {
  const worker = new Worker(new URL(module, import.meta.url), { workerData: work });
  worker.unref();
  const ended = once(worker, 'exit');
  // A failure is told to whoever waits, not in the middle of a page that is being printed.
  ended.catch(() => undefined);
  return async () => {
    worker.ref();
    const [code] = (await ended) as [number];
    if (code !== 0) throw new Error(`${module} has ended in the middle of its work.`);
  };
};
