import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';

/** A digest of everything but the texts themselves that decides what is read from them. */
export const recordCode = (language: string): string => {
  const hash = createHash('sha256').update(`${language} ${process.versions.icu ?? ''}`);
  const text = (name: string): string =>
    // A checkout on Windows may have other line endings.
    readFileSync(join(engineFolder, name), 'utf8').replaceAll('\r\n', '\n');
  const { dependencies } = JSON.parse(text('package.json')) as {
    dependencies: Record<string, string>;
  };
  hash.update(
    JSON.stringify(['satteri', 'htmlparser2', 'diff', 'js-yaml'].map((name) => dependencies[name])),
  );
  const files = globSync(
    ['src/record/*.ts', 'src/copy/{frontmatter,yaml,plain-signs,pieces,tags}.ts'],
    {
      cwd: engineFolder,
    },
  );
  for (const name of files.sort()) hash.update(text(name));
  return hash.digest('hex').slice(0, 16);
};
