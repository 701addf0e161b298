import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Addresses } from '../addresses.ts';
import { headerRules } from '../hosts/headers.ts';
import { apart, hostFiles } from '../hosts/host-files.ts';
import { writeCompressedCopies } from '../hosts/compressed-copies.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { redirectFiles, redirectPage } from '../hosts/redirect-page.ts';
import type { Files } from '../hosts/served.ts';
import { opensWindows } from '../comments/origins.ts';
import { policyIn, sitePolicy } from '../policy/site-policy.ts';
import type { Publication } from '../schemas/publication.ts';

/**
 * The root of the site that a paper is printed into: the folder above, as often as its path ends in the base path
 * (`site/paper` with `/paper/` is in `site`); else the paper's own, as where files would be written above among those of
 * the project, its cache or a paper.
 * @param guarded folders that belong to somebody else, absolute
 */
export const siteRoot = (dir: string, base: string, guarded: readonly string[]): string => {
  if (base === '/' || !`${dir}/`.endsWith(base)) return dir;
  const above = dir.slice(0, -base.length + 1);
  return guarded.some((folder) => resolve(folder) === above) ? dir : above;
};

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

/**
 * One policy for all pages of an edition; none where it is too long, or where a page, put there as it is, has none of its
 * own and would not run under that of others.
 * @param dir the folder of all that is new
 * @param pages those whose policy is known, by their files from there
 */
const policyOf = (
  dir: string,
  pages: ReadonlyMap<string, { policy?: string | undefined }>,
): string | undefined => {
  const others = globSync('**/*.html', { cwd: dir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !pages.has(relative(dir, file).replaceAll('\\', '/')));
  const policies = [
    ...[...pages].filter(([file]) => file.endsWith('.html')).map(([, { policy }]) => policy),
    ...others.map((file) => policyIn(readFileSync(file, 'utf8'))),
  ];
  const known = policies.filter((policy) => policy !== undefined);
  const policy = sitePolicy(known);
  return known.length === policies.length && policy.length <= longestPolicy ? policy : undefined;
};

/**
 * Prints what hosts need beside a paper that is printed: a page at each old address, the files of the chosen hosts, and
 * packed copies. What no reader is to get lies beside the site, in a folder of its name that ends in `-hosting`.
 * @param printed the folder of all that is new
 * @param place the paper's folder, into which that will be put when all is printed
 * @param pages all pages of the edition, by their files
 * @throws when a page is at an old address already
 */
export const printHostFiles = async (
  printed: string,
  place: string,
  {
    publication,
    addresses,
    redirects,
    pages,
    guarded,
  }: {
    publication: Publication;
    addresses: Addresses;
    redirects: Redirects;
    pages: ReadonlyMap<string, { policy?: string | undefined }>;
    /** Folders that belong to somebody else: see `siteRoot`. */
    guarded: readonly string[];
  },
): Promise<void> => {
  const { hosting, language, comments } = publication;
  const { base } = addresses;
  const dir = resolve(printed);
  const final = resolve(place);
  const root = siteRoot(final, base, guarded);

  for (const [file, to] of redirectFiles(redirects.exact, base)) {
    if (pages.has(file)) throw new Error(`${file} is a page, and an old address leads elsewhere.`);
    write(dir, { [file]: redirectPage(to, addresses.absolute(to), language) }, 'wx');
  }
  if (hosting.compressedCopies.length > 0)
    await writeCompressedCopies(dir, hosting.compressedCopies);

  const setting = { httpsOnly: hosting.httpsOnly, opensWindows: opensWindows(comments) };
  const files = hostFiles(
    {
      origin: new URL(addresses.absolute(base)).origin,
      base,
      headers: headerRules({ ...setting, policy: policyOf(dir, pages) }),
      headersApart: headerRules(setting),
      redirects,
      compressed: hosting.compressedCopies,
    },
    hosting.hosts,
  );
  const isApart = root !== final;
  write(isApart ? root : dir, files.root);
  write(dir, files.paper);
  if (isApart) write(root, { '404.html': readFileSync(join(dir, '404.html'), 'utf8') });
  const beside = `${root}-hosting`;
  for (const host of apart) {
    rmSync(join(beside, host), { recursive: true, force: true });
  }
  if (existsSync(beside) && readdirSync(beside).length === 0) rmdirSync(beside);
  write(beside, files.outside);
};
