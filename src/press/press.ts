import { engineFolder } from '../engine-folder.ts';
import type { Command } from '../astro/command.ts';
import { reportFailures } from '../astro/failure.ts';
import type { Switches } from '../config/switches.ts';
import { buildWithoutAstro, type Next } from './build-without-astro.ts';
import { diskFailure } from './disk-failure.ts';
import { pressForBuild } from './press-for-build.ts';
import { pressForPreview } from './press-for-preview.ts';
import { pressForTypes } from './press-for-types.ts';
import { pressForWriting } from './press-for-writing.ts';
import type { Folders, Press } from './press-settings.ts';

const presses = {
  build: pressForBuild,
  dev: pressForWriting,
  preview: pressForPreview,
  types: pressForTypes,
};

/** Does something with a paper's folders, and ends the process in plain words if a disk is at fault. */
const withFolders = async <Result>(
  { outDir: dir, cacheDir }: Switches,
  work: (folders: Folders) => Promise<Result>,
): Promise<Result> => {
  reportFailures((text) => diskFailure(text, { dir, cacheDir }));
  try {
    return await work({ engine: engineFolder, dir, cacheDir });
  } catch (error) {
    const sentence = diskFailure(String(error), { dir, cacheDir });
    if (sentence === undefined) throw error;
    // Astro would try again, and call it a fault of the configuration.
    console.error(`\n${sentence}\n`);
    return process.exit(1);
  }
};

/** Sets Astro up for a command, doing only the work that the command needs. */
export const setUpPress = (switches: Switches, command: Command): Promise<Press> =>
  withFolders(switches, async (folders) => presses[command](switches, folders));

/** Builds a paper without Astro, if it can: see {@link buildWithoutAstro}. */
export const buildWithoutSettingUp = (switches: Switches): Promise<Next> =>
  withFolders(switches, (folders) => buildWithoutAstro(switches, folders));
