import { type Mistake, shown } from '../copy/mistakes.ts';

/** What Vite takes for the end of a path. */
const ends = /[#?]/;

/** The engine's path also stands between quotation marks in code that Astro writes. */
const endsOrQuotes = /['"#?]/;

const fix =
  'Move it, or rename the folder: Vite and Astro, which build the paper, cannot work with such a path.';

/**
 * Finds folders with a path that Astro or Vite would misread, so that a build would end with an unrelated message.
 * @param engine absolute path of the engine
 * @param folders absolute paths of the paper's folders, the one that holds the others first
 */
export const unusablePaths = (engine: string, folders: readonly string[]): Mistake[] => {
  if (endsOrQuotes.test(engine)) {
    return [
      {
        file: 'environment',
        found: `the engine in ${shown(engine)}`,
        expected: 'a path without apostrophe, quotation mark, # and ?',
        fix,
      },
    ];
  }
  const found = folders.find((folder) => ends.test(folder));
  if (found === undefined) return [];
  return [
    {
      file: 'environment',
      found: `a folder of the paper in ${shown(found)}`,
      expected: 'a path without # and ?',
      fix,
    },
  ];
};

/** Whether a mistake is one of these: then nothing can be built or shown. */
export const isOfPath = ({ file, field }: Mistake): boolean =>
  file === 'environment' && field === undefined;
