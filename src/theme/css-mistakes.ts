import type { Mistake } from '../copy/mistakes.ts';

/** The error that lightningcss throws for CSS that it cannot parse. */
interface CssError extends Error {
  loc?: { line: number };
}

/**
 * Finds CSS that would break the build: styles are minified by a parser that is stricter than a browser.
 * @param shown the file as mistakes name it
 */
export const cssMistakes = async (css: string, shown: string): Promise<Mistake[]> => {
  // Imported here because only papers with a theme of their own need it.
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
