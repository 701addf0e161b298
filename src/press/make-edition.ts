import { join } from 'node:path';
import { workFrom } from '../astro/root.ts';
import { cacheFolders, notePlace } from '../config/folders.ts';
import { markDrafts } from '../config/draft-folder.ts';
import type { Switches } from '../config/switches.ts';
import { letGo } from '../copy/unread-body.ts';
import type { RenderMarkdown } from '../copy/rendered-entry.ts';
import type { WrittenEntry } from '../copy/written.ts';
import { listedIn } from '../edition/listed.ts';
import { likenessIn } from '../edition/related-lists.ts';
import { overFileLimits } from '../hosts/file-limits.ts';
import { isPicture } from '../hosts/media-types.ts';
import { putAtHand } from './at-hand.ts';
import type { BegunBuild } from './begin-build.ts';
import { bodySettingOf } from './body-setting.ts';
import { beginChanges } from './changed-files.ts';
import type { Paper } from './checked-paper.ts';
import { copyToPrint } from './copy-to-print.ts';
import type { Legacy } from './edition-list.ts';
import { hostPlaces, putBeside } from './host-places.ts';
import { cardCacheOf } from './kept-folders.ts';
import type { LastEdition } from './last-edition.ts';
import { prepareEdition } from './prepare-edition.ts';
import type { Folders } from './press-settings.ts';
import { type BegunEdition, beginEdition } from './print-edition.ts';
import { summaryOf } from './progress.ts';
import { leavingIn, putOnAir } from './put-on-air.ts';
import type { Ranker } from './ranker.ts';
import { recorded } from './recorded.ts';
import {
  filesIn,
  goneFrom,
  newIn,
  type PrintedFiles,
  stamped,
  type Written,
} from './written-files.ts';

/** An edition from its check to the moment at which it is on air. Its functions are called once, in this order. */
export interface EditionToMake {
  /** What the drawing of social cards warns of. */
  warnings: readonly string[];
  keep: LastEdition['keep'];
  /** Renders the bodies that are new, and begins to print. */
  begin: (render: RenderMarkdown) => Promise<Pick<BegunEdition, 'pages' | 'isComplete'>>;
  /** Puts at hand what pages are made of, as soon as all of it is known. */
  ready: () => Promise<void>;
  /**
   * Prints everything else once pages and pictures are printed, and puts the edition on air: at once, with the search index
   * of the last one until this one's is made. Ends the build.
   * @param onceOnAir called with the files of the edition, while the cache is still this build's
   */
  finish: (onceOnAir?: (files: PrintedFiles) => void) => Promise<void>;
}

/**
 * Prepares an edition of a paper that was checked and has no mistakes.
 * @param switches those of this edition, with its moment
 */
export const prepareToMake = async (
  paper: Paper,
  switches: Switches,
  folders: Folders,
  build: BegunBuild,
  ranker: Ranker,
): Promise<EditionToMake> => {
  const { publication, checked, addresses, setting } = paper;
  const { withDrafts, contentDir, paperDir, publicDir, themeDir, basePath } = switches;
  const { dir, engine } = folders;
  const { cacheDir, place, next, onAir, lists, progress, end } = build;
  // A build that stops at mistakes leaves the process where it was.
  workFrom(place.work);
  const scope = { moment: switches.moment, withDrafts };
  const listed = listedIn(checked.copy, scope);
  const ranked = ranker.rank(listed);
  const prepared = await prepareEdition(paper, listed, switches, folders, build);
  const guarded = [engine, folders.cacheDir, paperDir, contentDir, publicDir, themeDir];
  const places = hostPlaces(folders, basePath, guarded);
  const { cards, last, making } = prepared;
  let entries: readonly WrittenEntry[] = [];
  let begun: BegunEdition | undefined;

  return {
    warnings: cards.warnings,
    keep: last.keep,
    begin: async (render) => {
      progress.step('rendering bodies');
      const { language, timeZone } = publication;
      entries = await copyToPrint(checked, {
        ...{ ...scope, contentDir, paperDir, language, timeZone, next, render },
        base: setting.base,
        body: bodySettingOf(publication, addresses),
        bodiesDir: join(cacheDir, cacheFolders.bodies),
        root: place.root,
      });
      begun = beginEdition(paper, prepared, {
        ...{ dir, work: place.work, next, hostPlaces: places, progress, withDrafts },
        ...{ paperDir, contentDir },
        cards: cardCacheOf(switches),
      });
      return begun;
    },
    ready: async () => {
      const likeness = likenessIn(await ranked());
      // Their words were counted, and their bodies are rendered: whole archives of texts would lie in memory.
      listed.stories.forEach(letGo);
      const { topics, series } = checked.copy;
      putAtHand(() => ({
        ...{ moment: scope.moment.getTime(), withDrafts, isWriting: false },
        ...{ cards: cards.entries, record: recorded(checked.record), likeness },
        ...{ entries, topics, series },
      }));
    },
    finish: async (onceOnAir) => {
      if (!begun) throw new Error('An edition is finished that was not begun.');
      const made = await begun.finish();
      const { feeds, cards: printedCards, beside, afterwards, pages } = made;
      const printed = new Map<string, Written>();
      let before = onAir.listed?.files;
      let strangers = await prepared.strangers();

      /** Puts on air what is new, beside what is kept. */
      const putOut = (besides: PrintedFiles, search: Legacy['search']) => {
        if (withDrafts) markDrafts(next);
        const arriving = filesIn(next);
        for (const each of arriving) printed.set(...each);
        const files = new Map(last.kept);
        for (const part of [besides, printed]) for (const each of part) files.set(...each);
        const belongs = (file: string): boolean => files.has(file);
        const gone = before && goneFrom(before, files);
        const changed = before && gone && [...gone, ...newIn(arriving, before)];
        const listChanges = beginChanges(cacheDir, changed, belongs);
        notePlace(dir, cacheDir);
        if (withDrafts) markDrafts(dir);
        const there = gone && strangers && { gone, strangers };
        putOnAir(next, dir, leavingIn(dir, belongs, there));
        // What comes next replaces this.
        [before, strangers] = [files, []];
        for (const each of stamped(dir, printed)) files.set(...each);
        lists.write(cacheDir, { ...making, pages, search, files });
        return { files, listChanges };
      };

      progress.step('putting the edition on air');
      let { files, listChanges } = putOut(afterwards?.before ?? new Map(), made.search);
      putBeside(places, beside);
      progress.end();
      if (afterwards) ({ files, listChanges } = putOut(new Map(), await afterwards.print()));
      const published = Array.from(files, ([file, [bytes]]) => [file, bytes] as const);
      const tooMuch = overFileLimits(published, publication.hosting.hosts ?? []);
      const notes = [...places.notes, ...listChanges(), ...tooMuch];
      paper.scripts.keep();
      onceOnAir?.(files);
      await ranker.kept();
      end();
      for (const note of notes) progress.print(note);
      progress.print(
        summaryOf(progress, {
          articles: listed.stories.length,
          heldBack: checked.heldBack.length,
          feeds,
          pictures: published.filter(([file]) => isPicture(file)).length,
          cards: printedCards,
          bytes: published.reduce((sum, [, bytes]) => sum + bytes, 0),
        }),
      );
    },
  };
};
