import { engineFolder } from '../engine-folder.ts';
import type { Command } from '../astro/command.ts';
import { reportFailures } from '../astro/failure.ts';
import type { Switches } from '../config/switches.ts';
import { diskFailure } from './disk-failure.ts';
import { pressForBuild } from './press-for-build.ts';
import { pressForPreview } from './press-for-preview.ts';
import { pressForTypes } from './press-for-types.ts';
import { pressForWriting } from './press-for-writing.ts';
import type { Press } from './press-settings.ts';

const presses = {
  build: pressForBuild,
  dev: pressForWriting,
  preview: pressForPreview,
  types: pressForTypes,
};

/** Sets Astro up for a command, doing only the work that the command needs. */
export const setUpPress = async (switches: Switches, command: Command): Promise<Press> => {
  const { outDir: dir, cacheDir } = switches;
  reportFailures((text) => diskFailure(text, { dir, cacheDir }));
  try {
    return await presses[command](switches, { engine: engineFolder, dir, cacheDir });
  } catch (error) {
    const sentence = diskFailure(String(error), { dir, cacheDir });
    if (sentence === undefined) throw error;
    // Astro would try again, and call it a fault of the configuration.
    console.error(`\n${sentence}\n`);
    return process.exit(1);
  }
};
