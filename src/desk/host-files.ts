import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Addresses } from '../addresses.ts';
import { headerRules } from '../hosts/headers.ts';
import { hostFiles } from '../hosts/host-files.ts';
import { packCopies } from '../hosts/packed-copies.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { redirectFiles, redirectPage } from '../hosts/redirect-page.ts';
import type { Files } from '../hosts/served.ts';
import { policyIn, sitePolicy } from '../policy/site-policy.ts';
import type { Publication } from '../schemas/publication.ts';

/**
 * The root of the site that a paper is printed into: the folder above, as often as its path ends in the base path
 * (`site/paper` with `/paper/` is in `site`); else the paper's own.
 */
export const siteRoot = (dir: string, base: string): string =>
  base !== '/' && `${dir}/`.endsWith(base) ? dir.slice(0, -base.length + 1) : dir;

/** One after another: of tens of thousands of small files, these are written fastest. */
const write = (dir: string, files: Files, flag?: 'wx'): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag });
  }
};

/** Hosts take headers of some two thousand signs. */
const longestPolicy = 1700;

/** One policy for all pages of a folder; if it is too long, the part of it that no page can say of itself. */
const policyOf = (dir: string): string => {
  const policies = globSync('**/*.html', { cwd: dir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(
      ({ parentPath, name }) => policyIn(readFileSync(join(parentPath, name), 'utf8')) ?? [],
    );
  const policy = sitePolicy(policies);
  return policy.length <= longestPolicy ? policy : sitePolicy([]);
};

/**
 * Prints what hosts need beside a paper that is printed: a page at each old address, the files of the chosen hosts, and
 * packed copies. What no reader is to get lies beside the site, in a folder of its name that ends in `-hosting`.
 * @param printed the paper's folder
 * @throws when a file is at an old address already
 */
export const printHostFiles = async (
  printed: string,
  {
    publication,
    addresses,
    redirects,
  }: { publication: Publication; addresses: Addresses; redirects: Redirects },
): Promise<void> => {
  const { hosting, language } = publication;
  const { base } = addresses;
  const dir = resolve(printed);
  const root = siteRoot(dir, base);
  const headers = headerRules({ httpsOnly: hosting.httpsOnly, policy: policyOf(dir) });

  for (const [file, to] of redirectFiles(redirects.exact, base)) {
    write(dir, { [file]: redirectPage(to, addresses.absolute(to), language) }, 'wx');
  }
  if (hosting.compressedCopies.length > 0) await packCopies(dir, hosting.compressedCopies);

  const files = hostFiles(
    {
      origin: new URL(addresses.absolute(base)).origin,
      base,
      headers,
      redirects,
      packed: hosting.compressedCopies,
    },
    hosting.hosts,
  );
  write(root, files.root);
  write(dir, files.paper);
  if (root !== dir) copyFileSync(join(dir, '404.html'), join(root, '404.html'));
  rmSync(`${root}-hosting`, { recursive: true, force: true });
  write(`${root}-hosting`, files.beside);
};
