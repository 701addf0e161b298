import { callsOver } from './calls.ts';
import type { PaperModel } from './paper-model.ts';

const methods = [
  ...['open', 'put', 'putPicture', 'stories', 'names', 'check', 'render', 'newStoryPath'],
] as (keyof PaperModel)[];

/** Starts the worker that has the paper in memory. Every method fails if the worker cannot be loaded. */
export const connectPaperModel = (): PaperModel => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const { methods: model, breakOff } = callsOver<PaperModel>(worker, methods);
  worker.addEventListener('error', ({ message }) => {
    breakOff(new Error(message === '' ? 'The desk’s worker could not be loaded.' : message));
  });
  return model;
};
