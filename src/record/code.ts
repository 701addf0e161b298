import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';

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
export const recordCode = (language: string): string => {
  const hash = createHash('sha256').update(`${language} ${process.versions.icu ?? ''}`);
  const text = (name: string): string =>
    // A checkout on Windows may have other line endings.
    readFileSync(join(engineFolder, name), 'utf8').replaceAll('\r\n', '\n');
  const { dependencies } = JSON.parse(text('package.json')) as {
    dependencies: Record<string, string>;
  };
  hash.update(
    JSON.stringify(
      ['satteri', 'htmlparser2', 'diff', 'js-yaml', 'zod'].map((name) => dependencies[name]),
    ),
  );
  const room = globSync('*.ts', { cwd: join(engineFolder, 'src/record') });
  for (const name of [...room.map((file) => `record/${file}`), ...parts].sort()) {
    hash.update(text(`src/${name}`));
  }
  return hash.digest('hex').slice(0, 16);
};
