import { digestOfCode, versionsOf } from '../code-digest.ts';

/** What decides it outside of this room. */
export const parts = [
  'copy/frontmatter.ts',
  'copy/html-names.ts',
  'copy/live.ts',
  'copy/pieces.ts',
  'copy/plain-signs.ts',
  'copy/sanitise.ts',
  'copy/tags.ts',
  'copy/yaml.ts',
  'edition/public.ts',
  'schemas/values.ts',
];

/** A digest of everything but the texts themselves that decides what is read from them. */
export const recordCode = (language: string): string =>
  digestOfCode(
    ['src/record/*.ts', ...parts.map((part) => `src/${part}`)],
    [
      language,
      process.versions.icu,
      ...versionsOf('satteri', 'htmlparser2', 'diff', 'js-yaml', 'zod'),
    ],
  );
