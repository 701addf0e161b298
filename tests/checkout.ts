import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The parts of the project that commands need, without generated files and the project's own copy. */
const needed = [
  'astro.config.mjs',
  'comments-server',
  'package.json',
  'package-lock.json',
  'src',
  'tsconfig.json',
];
const leftBehind = ['src/content', 'comments-server/node_modules', 'comments-server/data'];

/** A separate checkout of the project, which a test may change. */
export type Checkout = {
  folder: string;
  /** The absolute path of a file in the checkout. */
  at: (file: string) => string;
  /** Changes a file in the checkout; throws if the change has no effect. */
  edit: (file: string, change: (text: string) => string) => Promise<void>;
  remove: () => Promise<void>;
};

/** Copies the current checkout, sharing its packages, with a paper of one article. */
export async function copyCheckout(): Promise<Checkout> {
  const folder = await mkdtemp(path.join(tmpdir(), 'checkout-'));
  const at = (file: string): string => path.join(folder, file);
  const isWanted = (file: string): boolean =>
    !leftBehind.includes(path.relative(root, file).replaceAll(path.sep, '/'));
  for (const name of needed) {
    await cp(path.join(root, name), at(name), { recursive: true, filter: isWanted });
  }
  await symlink(path.join(root, 'node_modules'), at('node_modules'), 'junction');
  const fixture = path.join(root, 'tests/fixtures/one-article');
  await cp(path.join(fixture, 'content'), at('src/content'), { recursive: true });
  const publication = await readFile(path.join(fixture, 'publication.ts'), 'utf8');
  await writeFile(at('src/publication.ts'), publication.replaceAll('../../../src/', './'));
  return {
    folder,
    at,
    edit: async (file, change) => {
      const before = await readFile(at(file), 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`Nothing was changed in ${file}.`);
      await writeFile(at(file), after);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
