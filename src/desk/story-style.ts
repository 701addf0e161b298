import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';

const stylesIn = (path: string): string => join(engineFolder, 'src/styles', path);

/**
 * The style of elements that only some stories have: tables, galleries, boxes. A printed page carries only what its own
 * story needs, so a preview that takes it for another story needs them all.
 */
export const storyStyle = (): string =>
  // The order of the layers comes first.
  [
    'layers.css',
    ...readdirSync(stylesIn('rare'))
      .sort()
      .map((name) => `rare/${name}`),
  ]
    .map((path) => readFileSync(stylesIn(path), 'utf8'))
    .join('\n');
