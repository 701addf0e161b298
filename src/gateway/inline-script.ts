import { minifySync } from 'vite';

const minified = new Map<string, string>();

/**
 * A script of ours as it stands in a page: every page carries it, so it is as short as it can be.
 * @throws when it is not JavaScript
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
