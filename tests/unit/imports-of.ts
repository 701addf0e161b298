import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The files whose code runs when these do: themselves, and what they import, but not for types. */
export const importsOf = (...files: string[]): Set<string> => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replaceAll(/^import type [^;]+;/gm, '');
    for (const [, name = ''] of text.matchAll(/ from '(\.[^']+)'/g)) {
      visit(path.join(path.dirname(file), name));
    }
  };
  files.forEach(visit);
  return seen;
};
