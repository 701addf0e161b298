import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { engineFolder } from '../engine-folder.ts';

/** Markdown's WebAssembly comes from another package of the same project, and under its licence. */
const besides = [fileURLToPath(import.meta.resolve('satteri'))];

const licenceFile = /^(?:licen[cs]e|copying|notice)/i;

/** The folder of the package that a file belongs to; undefined for the paper's own. */
const packageOf = (file: string): string | undefined =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];

/** What a package says of itself, and its licence in full, if it has a file of it. */
const licenceOf = (folder: string): string => {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as {
    name: string;
    version: string;
    license: string;
    author?: string | { name: string };
  };
  const texts = readdirSync(folder)
    .filter((name) => licenceFile.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  // Some packages only name it.
  const named = `${typeof author === 'object' ? author.name : (author ?? name)}: https://spdx.org/licenses/${license}`;
  return [`${name} ${version} (${license})`, ...(texts.length > 0 ? texts : [named])].join('\n\n');
};

/**
 * Prints the licences of all packages whose code or files really are in a bundle, as `files/licences.….txt`.
 * @returns a plugin for the bundle, and one for each bundle that it loads, such as workers
 */
export const printLicences = (): { forPage: Plugin; forWorker: () => Plugin } => {
  const packages = new Set<string>();
  const note = (file: string): void => {
    const folder = packageOf(file.replace(/^\0/, '').replace(/\?.*$/, ''));
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) packages.add(folder);
  };
  const noteAll = (bundle: Rolldown.OutputBundle): void => {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset') {
        for (const name of file.originalFileNames) note(join(engineFolder, name));
      } else {
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          if (renderedLength > 0) note(id);
        }
      }
    }
  };
  return {
    forWorker: () => ({
      name: 'note-licences',
      generateBundle: (_, bundle) => {
        noteAll(bundle);
      },
    }),
    forPage: {
      name: 'print-licences',
      generateBundle(_, bundle) {
        besides.forEach(note);
        noteAll(bundle);
        const own = readFileSync(join(engineFolder, 'LICENSE'), 'utf8').trim();
        const source = [own, ...[...packages].sort().map(licenceOf)].join(
          `\n\n${'-'.repeat(80)}\n\n`,
        );
        this.emitFile({ type: 'asset', name: 'licences.txt', source: `${source}\n` });
      },
    },
  };
};
