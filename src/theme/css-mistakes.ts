import type { Mistake } from '../copy/mistakes.ts';

/** What lightningcss says of CSS that it cannot read. */
interface CssError extends Error {
  loc?: { line: number };
}

/**
 * What keeps CSS from being printed: the pages' styles are shortened by a parser that is stricter than a browser.
 * @param shown the file as mistakes name it
 */
export const cssMistakes = async (css: string, shown: string): Promise<Mistake[]> => {
  // It is loaded for papers with a theme of their own alone.
  const { transform } = await import('lightningcss');
  try {
    transform({ filename: shown, code: Buffer.from(css), minify: true });
    return [];
  } catch (error) {
    const { loc, message } = error as CssError;
    return [
      {
        file: shown,
        ...(loc && { field: `line ${String(loc.line)}` }),
        found: message,
        expected: 'CSS',
        fix: 'Correct the selector or the value there.',
      },
    ];
  }
};
