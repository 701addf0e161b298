import { newSource } from '../source/source.ts';
import type { Desk } from './desk.ts';
import { goTo } from './router.ts';
import { viewOfFile } from './file-kinds.ts';

/** Begins a new file on this device, and opens it. It is in the paper once it is saved. */
export const beginFile = async (desk: Desk, path: string, fields: object): Promise<void> => {
  const draft = {
    path,
    text: newSource(path, fields, ''),
    baseText: '',
    pictures: [],
    when: desk.clock(),
  };
  await desk.drafts.keep(draft);
  goTo(viewOfFile(desk.settings, path), path);
};
