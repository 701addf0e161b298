import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { AskedPicture } from '../astro/asked-pictures.ts';
import type { PictureSettings } from './picture-settings.ts';
import service from './picture-service.ts';

/** How the pictures of an edition are printed. */
interface Printing {
  /** The folder of new files. */
  next: string;
  settings: PictureSettings;
  /** Keeps a file of the last edition. */
  keep: (file: string) => boolean;
  /** Called for each picture that was printed. */
  printed: () => void;
}

type Config = Parameters<typeof service.transform>[2];
type Logger = Parameters<typeof service.transform>[3];

/** The picture service logs nothing, but its type asks for a logger. */
const logger: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Prints the pictures that pages have asked for, except those that can be kept from the last edition.
 * @returns false if there is one without anything to print it from: only code names it, and Astro has to bundle that again
 */
export const printPictures = async (
  asked: readonly AskedPicture[],
  { next, settings, keep, printed }: Printing,
): Promise<boolean> => {
  const config = { service: { config: settings } } as unknown as Config;
  const wanted = asked.filter(({ to }) => !keep(to));
  if (!wanted.every(({ from }) => existsSync(join(next, from)))) return false;
  const queue = wanted.values();
  const work = async (): Promise<void> => {
    for (const { from, to, transform } of queue) {
      const bytes = readFileSync(join(next, from));
      const { data } = await service.transform(
        bytes,
        { ...transform, src: `/${from}` },
        config,
        logger,
      );
      mkdirSync(dirname(join(next, to)), { recursive: true });
      writeFileSync(join(next, to), data);
      printed();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return true;
};
