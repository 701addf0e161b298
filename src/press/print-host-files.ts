import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Addresses } from '../addresses.ts';
import { type HeaderRule, headerRules } from '../hosts/headers.ts';
import { hostFiles } from '../hosts/host-files.ts';
import { writeCompressedCopies } from '../hosts/compressed-copies.ts';
import { deskFolder, deskHeaders } from '../hosts/desk-headers.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { redirectFiles, redirectPage } from '../hosts/redirect-page.ts';
import type { Files } from '../hosts/served.ts';
import { stateRights } from '../feeds/uses.ts';
import { opensWindows } from '../comments/origins.ts';
import { backendOf } from '../desk/desk-settings.ts';
import type { DeskBackend } from '../desk/settings.ts';
import { forgeAddresses } from '../policy/desk-policy.ts';
import { policyIn, sitePolicy } from '../policy/site-policy.ts';
import type { Publication } from '../schemas/publication.ts';
import { contentsOf, filesAmong } from './contents.ts';
import type { FilesBeside, HostPlaces } from './host-places.ts';

/** Writes files one after another, which is fastest for tens of thousands of small ones. */
const write = (dir: string, files: Files, flag?: 'wx'): void => {
  for (const [name, text] of Object.entries(files)) {
    const file = join(dir, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag });
  }
};

/** The files that are kept from the last edition, by their paths from its folder. */
interface KeptFiles {
  dir: string;
  files: ReadonlyMap<string, unknown>;
}

const headersOfDesk = (backend: DeskBackend): HeaderRule[] =>
  deskHeaders(forgeAddresses(backend), backend.proxy !== undefined);

/** In characters: hosts accept header lines of about two thousand. */
const longestPolicy = 1700;

/**
 * One policy for all pages of an edition. There is none if it would be too long, or if a page from `public/` has no
 * policy of its own and might break under one made for others.
 * @param dir the folder of new files
 * @param kept the files that are kept from the last edition
 * @param pages the pages whose policy is known, by their paths from that folder
 * @param hasDesk whether the desk is printed with the paper: its pages are sent with policies of their own
 */
const policyOf = (
  dir: string,
  kept: KeptFiles,
  pages: ReadonlyMap<string, { policy?: string | undefined }>,
  hasDesk: boolean,
): string | undefined => {
  const isOther = (path: string): boolean =>
    path.endsWith('.html') &&
    !pages.has(path) &&
    !/(?:^|\/)\./.test(path) &&
    !(hasDesk && path.startsWith(`${deskFolder}/`));
  const others = new Map<string, string>();
  for (const path of kept.files.keys()) if (isOther(path)) others.set(path, join(kept.dir, path));
  for (const path of filesAmong(contentsOf(dir)))
    if (isOther(path)) others.set(path, join(dir, path));
  // Tens of thousands of pages have the same few.
  const policies = new Set<string | undefined>();
  for (const [file, { policy }] of pages) if (file.endsWith('.html')) policies.add(policy);
  for (const file of others.values()) policies.add(policyIn(readFileSync(file, 'utf8')));
  const known = [...policies].filter((policy) => policy !== undefined);
  const policy = sitePolicy(known);
  return known.length === policies.size && policy.length <= longestPolicy ? policy : undefined;
};

/**
 * Writes what hosts need besides the pages: a page at each old address, the files of the chosen hosts, and compressed
 * copies.
 * @param printed the folder of new files
 * @param places where they will be, once everything is printed
 * @param pages all pages of the edition, by their files
 * @returns the files that belong outside the paper's folder
 * @throws if there is already a page at an old address
 */
export const printHostFiles = async (
  printed: string,
  places: HostPlaces,
  {
    publication,
    addresses,
    redirects,
    pages,
    kept = { dir: printed, files: new Map() },
    isClosed,
  }: {
    publication: Publication;
    addresses: Addresses;
    redirects: Redirects;
    pages: ReadonlyMap<string, { policy?: string | undefined }>;
    kept?: KeptFiles;
    /** Whether it is an edition for the newsroom's own eyes. */
    isClosed?: boolean;
  },
): Promise<FilesBeside> => {
  const { hosting, language, comments, desk, rights } = publication;
  const { base } = addresses;
  const dir = resolve(printed);

  for (const [file, to] of redirectFiles(redirects.exact, base)) {
    if (pages.has(file))
      throw new Error(`${file} is a page, but an old address redirects from there.`);
    write(dir, { [file]: redirectPage(to, addresses.absolute(to), language) }, 'wx');
  }
  if (hosting.compressedCopies.length > 0)
    await writeCompressedCopies(dir, hosting.compressedCopies);

  const setting = {
    httpsOnly: hosting.httpsOnly,
    opensWindows: opensWindows(comments),
    rights: rights && stateRights(rights, addresses),
    isClosed,
  };
  const files = hostFiles(
    {
      origin: new URL(addresses.absolute(base)).origin,
      base,
      headers: headerRules({ ...setting, policy: policyOf(dir, kept, pages, desk !== undefined) }),
      headersApart: headerRules(setting),
      desk: desk === undefined ? [] : headersOfDesk(backendOf(desk)),
      redirects,
      compressed: hosting.compressedCopies,
    },
    hosting.hosts,
  );
  write(dir, files.paper);
  const { outside } = files;
  if (places.root === undefined) {
    write(dir, files.root);
    return { root: {}, outside };
  }
  return {
    root: { ...files.root, '404.html': readFileSync(join(dir, '404.html'), 'utf8') },
    outside,
  };
};
