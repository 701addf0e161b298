import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PagePrinter } from '../astro/prerenderer.ts';
import { isFeed } from '../feeds/formats.ts';
import type { PaperPlace } from '../desk/desk-settings.ts';
import { writeCompressedCopies } from '../hosts/compressed-copies.ts';
import { collectSooner } from './collect-sooner.ts';
import { codeDigest } from './digests.ts';
import { dropLeftovers } from './drop-leftovers.ts';
import { type Legacy, type PrintedPage, shownOn } from './edition-list.ts';
import { isLeftOut } from './draft-edition.ts';
import { areFew } from './few-pages.ts';
import { dropOriginals } from './original-pictures.ts';
import type { Paper } from './checked-paper.ts';
import { unprintedPictures } from './picture-guard.ts';
import { fillInPictureSizes } from './picture-sizes.ts';
import type { PreparedEdition } from './prepare-edition.ts';
import { printDesk } from './print-desk.ts';
import { beginCards, type CardCache, type Printing as PrintedCards } from './print-cards.ts';
import type { FilesBeside, HostPlaces } from './host-places.ts';
import { printHostFiles } from './print-host-files.ts';
import { printPages } from './print-pages.ts';
import { printWorker } from './print-worker.ts';
import type { Progress } from './progress.ts';
import { searchLater } from './search-later.ts';
import type { Folders } from './press-settings.ts';
import type { PrintedFiles } from './written-files.ts';
import { stopAt } from './stop.ts';

/** An edition that is being printed. */
export interface BegunEdition {
  /** Prints its pages and feeds, which Astro renders. */
  pages: PagePrinter;
  /** Whether everything is there that the pages show: new, or kept. */
  isComplete: () => boolean;
  /** Prints everything else, once Astro has printed pictures. */
  finish: () => Promise<PrintedEdition>;
}

/** What was printed, for the next edition and for the summary of the build. */
export interface PrintedEdition extends Legacy {
  /** The search index of the last edition, if that of this one is not made yet, and what prints that one. */
  afterwards: { before: PrintedFiles; print: () => Promise<Legacy['search']> } | undefined;
  feeds: number;
  cards: PrintedCards;
  beside: FilesBeside;
}

/** Where an edition is printed, and where its progress is shown. */
interface Printing extends Pick<Folders, 'dir'>, Pick<PaperPlace, 'paperDir' | 'contentDir'> {
  /** The folder in which the build works, and the one of new files. */
  work: string;
  next: string;
  /** Where the files of hosts go that are not in the paper's folder. */
  hostPlaces: HostPlaces;
  /** Where drawn cards are kept. */
  cards: CardCache;
  progress: Progress;
  /** Whether it is an edition for the newsroom's own eyes. */
  withDrafts: boolean;
}

/**
 * Starts to print an edition into a folder beside the one on air. Social cards are made in a thread while pages are printed, and so
 * is the search index, unless it can wait.
 */
export const beginEdition = (
  { publication, addresses, checked, files, reply, consent, features, setting, scripts }: Paper,
  { cards, drawing, records, last }: PreparedEdition,
  printing: Printing,
): BegunEdition => {
  const { dir, work, next, hostPlaces, cards: cardCache, progress, withDrafts } = printing;
  const pages = new Map<string, PrintedPage>();
  const search = searchLater(records, {
    dir,
    last,
    index: addresses.parameter(addresses.searchIndex),
    volumes: addresses.parameter(addresses.searchVolumes),
    work: join(work, 'search'),
    language: publication.language,
    engine: codeDigest('search'),
    least: publication.lists.searchVolume,
  });
  const begunCards = beginCards(cards.printable, last, {
    cache: cardCache,
    colours: drawing.colours,
  });

  const textFileOf = (file: string): string =>
    addresses.parameter(addresses.text(addresses.file(encodeURI(file))));

  return {
    pages: printPages(last, {
      next,
      ...(withDrafts ? { isLeftOut } : {}),
      first: (files) => {
        collectSooner(!areFew(files));
        // The text edition shows the same bodies, which are then still in memory.
        return search.begin(files).flatMap((file) => [file, textFileOf(file)]);
      },
      printed: (file, page, text) => {
        pages.set(file, page);
        search.printed(file, text);
      },
      kept: (file, page) => {
        pages.set(file, page);
        progress.reused();
      },
    }),
    isComplete: () =>
      [...shownOn(pages.values())].every((file) => last.keep(file) || existsSync(join(next, file))),
    finish: async () => {
      progress.step('finishing feeds and scripts');
      const feeds = [...pages.keys()].filter(isFeed);
      const newFeeds = feeds.filter((file) => !last.kept.has(file));
      await fillInPictureSizes(next, newFeeds, addresses, last.kept);
      const shown = shownOn(pages.values());
      dropOriginals(next, shown);
      dropLeftovers(next);
      const unprinted = await unprintedPictures(next, shown);
      if (unprinted.length > 0) stopAt(unprinted);
      await files.printInto(next);
      await reply.printInto(next);
      await consent.printInto(next);
      await features.printInto(next);
      const held = new Set(checked.heldBack.map(({ file }) => file));
      const gone = checked.copy.articles.filter(
        ({ data, shown }) => data.withdrawn !== undefined && !held.has(shown),
      );
      await printWorker(
        next,
        publication,
        addresses,
        gone.map(({ id, data }) => addresses.article({ ...data, id })),
        scripts.print,
      );
      await printDesk(next, publication, { ...setting, ...printing });
      const before = search.asBefore();
      if (!before) progress.step('indexing for search');
      const legacy = before?.legacy ?? (await search.printInto(next)).legacy;
      progress.step('drawing social cards');
      const printedCards = await begunCards.printInto(next);
      progress.step('writing host files');
      // Last, because it compresses what the other steps have printed.
      const { redirects } = checked;
      const kept = { dir, files: last.kept };
      const about = { publication, addresses, redirects, pages, kept, isClosed: withDrafts };
      const beside = await printHostFiles(next, hostPlaces, about);
      const afterwards = before && {
        before: before.files,
        print: async () => {
          progress.step('indexing for search');
          const { legacy: made } = await search.printInto(next);
          const { compressedCopies } = publication.hosting;
          if (compressedCopies.length > 0) await writeCompressedCopies(next, compressedCopies);
          return made;
        },
      };
      const counts = { feeds: feeds.length, cards: printedCards };
      return { pages, search: legacy, ...counts, beside, afterwards };
    },
  };
};
