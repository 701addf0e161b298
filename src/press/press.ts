import { fileURLToPath } from 'node:url';
import type { Command } from '../astro/command.ts';
import { workFolder } from '../astro/root.ts';
import type { Switches } from '../config/switches.ts';
import { pressForBuild } from './press-for-build.ts';
import { pressForPreview } from './press-for-preview.ts';
import { pressForTypes } from './press-for-types.ts';
import { pressForWriting } from './press-for-writing.ts';
import type { Press } from './settings.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));

const presses = {
  build: pressForBuild,
  dev: pressForWriting,
  preview: pressForPreview,
  types: pressForTypes,
};

/** Sets Astro up for a command, doing only the work that the command needs. */
export const setUpPress = async (switches: Switches, command: Command): Promise<Press> =>
  presses[command](switches, {
    engine: project,
    dir: switches.outDir,
    cacheDir: switches.cacheDir,
    work: workFolder(switches.cacheDir, project),
  });
