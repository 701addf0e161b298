import { digestOfCode } from '../code-digest.ts';

/** The files that decide each part of a paper, by patterns. */
export const parts = {
  /** Everything that decides how the body of a text is printed: code, settings and package versions. */
  copy: [
    'src/{astro,copy,edition,schemas,language}/**/*.ts',
    'src/{addresses,escape-html,percent-decoded}.ts',
    'src/press/{body-setting,copy-to-print,markdown-setting}.ts',
    'astro.config.mjs',
    'package-lock.json',
  ],
  /** Everything except copy and settings that decides what a page looks like. */
  pages: [
    'src/**/*.{astro,css,js,ts}',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ],
  pictures: ['src/press/{picture-service,originals-at-hand}.ts', 'src/darkroom/*.ts'],
  /** Everything that decides how an edition is described for the next one. */
  edition: ['src/kept.ts', 'src/press/{changed-files,edition-list,written-files}.ts'],
  /** Everything except stories that decides what is in a search index. */
  search: ['src/search/*.ts', 'src/press/print-search.ts', 'package-lock.json'],
};

/**
 * A digest of the code that makes one part of a paper.
 * @param settings what the part depends on besides code
 */
export const codeDigest = (part: keyof typeof parts, settings: unknown = []): string =>
  digestOfCode(parts[part], settings);
