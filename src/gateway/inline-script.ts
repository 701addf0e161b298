import { minifySync } from 'rolldown/utils';

const minified = new Map<string, string>();

/**
 * Minifies a script for inlining, because every page carries it.
 * @throws {SyntaxError} if it is not valid JavaScript
 */
export const inlineScript = (source: string): string => {
  const known = minified.get(source);
  if (known !== undefined) return known;
  const { code, errors } = minifySync('inline.js', source);
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('\n'));
  const short = code.trim();
  minified.set(source, short);
  return short;
};
