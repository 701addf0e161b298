import type { Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { createBodyRenderer } from '../copy/render.ts';
import type { Scope } from '../edition/public.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { wordsFor } from '../language/words.ts';
import type { Publication } from '../schemas/publication.ts';
import type { ServedFile } from './address-mistakes.ts';
import type { FindFile } from '../darkroom/files-beside.ts';
import { createFileJudge } from './file-faults.ts';
import { guidMistakes } from './guid-mistakes.ts';
import type { Known } from './known-names.ts';
import type { Rendering } from './lost-words.ts';
import { createOwnLinks, type OwnLinks, type Target } from './own-links.ts';
import { createOwners, type OwnersOf } from './picture-mistakes.ts';
import type { Neighbours } from './relative-links.ts';
import { sectionMistakes } from './section-mistakes.ts';
import { seriesMistakes } from './series-mistakes.ts';
import { settleAddresses } from './settle-addresses.ts';
import { threadMistakes } from './thread-mistakes.ts';

/** A paper, as far as the check of its copy needs it. It may be on a disk or in a browser's memory. */
export interface PaperToCheck extends Scope {
  copy: Copy;
  /** All entries that have a file. */
  known: Known;
  /** Undefined if its file is invalid. */
  publication: Publication | undefined;
  /** Its file, as mistakes name it. */
  publicationFile: string;
  addresses: Addresses;
  /** The files that are served as they are. */
  files: readonly ServedFile[];
  /** Whether a file may be served at a path on this site, though it is not among {@link files}; by default, none. */
  mayServe?: ((path: string) => boolean) | undefined;
  /** Whether there is a file or folder, by its absolute path. */
  exists: (file: string) => boolean;
  /** Finds a file that readers may take along; left out, one that is there is good. */
  findFile?: FindFile | undefined;
  /** Settles its addresses; left out, from nothing. */
  settle?: typeof settleAddresses | undefined;
  /** A path with every link on it followed. */
  realPath: (path: string) => string;
}

/** What the check of any text needs to know of the whole paper. It is found out once, and holds for all of them. */
export interface PreparedCheck extends PaperToCheck {
  redirects: Redirects;
  own: OwnLinks;
  neighbours: Neighbours;
  ownersOf: OwnersOf;
  rendering: Rendering;
  /** What is wrong between files: with sections in sections, with addresses, guids, threads and parts of a series that belong to others. */
  between: { sections: Mistake[]; addresses: Mistake[]; names: Mistake[] };
}

/** Prepares the check of a paper. This takes a while in a large one, and its result holds until the paper changes. */
export const prepareCheck = (paper: PaperToCheck): PreparedCheck => {
  const { copy, known, publication, addresses, moment, mayServe, exists, realPath } = paper;
  const { settle = settleAddresses } = paper;
  const { redirects, served, mistakes } = settle(copy, addresses, publication, paper);
  const words = wordsFor(publication?.language ?? 'en');
  const hasPublication = publication !== undefined;
  const entries: Target[] = [...copy.articles, ...copy.pages];
  const ownersOf = createOwners(copy.articles, realPath);
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  return {
    ...paper,
    redirects,
    own: createOwnLinks(copy, {
      ...{ addresses, served, redirects, known, hasPublication, moment },
      mayServe,
    }),
    neighbours: {
      entryIn: (file) => byFile.get(file),
      exists,
      fileFault: createFileJudge(paper, ownersOf),
    },
    ownersOf,
    rendering: {
      render: createBodyRenderer(words),
      // How times read, and where links lead, makes no difference to what is lost.
      setting: { words, link: addresses.link, entryTime: (time: Date) => time.toISOString() },
    },
    between: {
      sections: sectionMistakes(copy),
      addresses: mistakes,
      names: [
        ...guidMistakes(copy),
        ...threadMistakes(copy, addresses),
        ...seriesMistakes(copy, known.articles.size),
      ],
    },
  };
};
