import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { AstroIntegration } from 'astro';
import { createAddresses } from '../addresses.ts';
import { mistakesAsText } from '../copy/mistakes.ts';
import { shownPath } from '../copy/read.ts';
import { topicsFile } from '../copy/topics-file.ts';
import { isPicture } from '../hosts/media-types.ts';
import { feedFormats, isFeed } from '../feeds/formats.ts';
import { cardsOf, paperCard } from '../cards/page-cards.ts';
import { makeAstroRoot } from './astro-root.ts';
import { consentScripts } from './consent-scripts.ts';
import type { Setting } from '../config/setting.ts';
import { printHostFiles } from './print-host-files.ts';
import { filesIn, lastEdition, listEdition, noEdition, type PrintedPage } from './last-edition.ts';
import { progress } from './log.ts';
import { printWorker } from './print-worker.ts';
import { dropOriginals } from './original-pictures.ts';
import { checkPaper } from '../check/check-paper.ts';
import { tellPictureSizes } from './picture-sizes.ts';
import { prepareCards, readDrawing } from '../cards/prepare-cards.ts';
import { beginCards, type BegunCards } from './print-cards.ts';
import { printingPages } from './print-pages.ts';
import { type BegunSearch, beginSearch } from './print-search.ts';
import { summaryOf } from './progress.ts';
import { putOnAir } from './put-on-air.ts';
import { replyFiles } from './reply-files.ts';
import { report } from './report.ts';
import { searchable } from '../search/records.ts';
import type { Switches } from '../config/switches.ts';
import { virtualModules } from './virtual-modules.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that decides how copy becomes a stored entry: rooms, settings, and the versions of all packages. */
const engineFiles = [
  'src/{copy,schemas,language}/*.ts',
  'src/addresses.ts',
  'src/content.config.ts',
  'astro.config.mjs',
  'package-lock.json',
];

/** Everything but copy and settings that decides what is printed. */
const codeFiles = [
  'src/**/*.{astro,css,js,ts}',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Everything but stories that decides what a search index is. */
const searchFiles = ['src/search/*.ts', 'src/press/print-search.ts', 'package-lock.json'];

/** Everything but a picture and what is asked for that decides how it is encoded. */
const pictureFiles = ['src/press/{picture-service,picture-settings}.ts', 'package-lock.json'];

/** A route that not every paper has. Astro's own way to it would begin at the root, which is not the project's. */
const route = (file: string): URL => new URL(`../pages/${file}`, import.meta.url);

const codeDigest = (patterns: string[], setting?: unknown): string => {
  const hash = createHash('sha256').update(JSON.stringify(setting ?? []));
  for (const name of globSync(patterns, { cwd: root, exclude: ['src/content'] }).sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, 16);
};

/**
 * Reads and checks the paper before Astro does, so that every mistake is told at once and nothing is lost.
 * @returns Astro's settings that follow from the publication, and the integration that prints it
 */
export const setUpPress = async (switches: Switches) => {
  const command = process.argv.find((word) => /^(?:dev|build|sync|check|preview)$/.test(word));
  const isBuild = command === 'build';
  if (isBuild) {
    // Left to itself, V8 lets the heap of a large archive grow to three times what is in use before it tidies.
    setFlagsFromString('--heap-growing-percent=80');
    progress.step('reading and checking copy');
  }
  const checked = await checkPaper(switches);
  const { publication, mistakes, redirects } = checked;
  const mayGoOn = command === 'preview' || (command === 'dev' && publication !== undefined);
  if (mistakes.length > 0 && !mayGoOn) {
    // A development server that starts again for a changed setting lives on with the last good one.
    if (command === 'dev') throw new Error(`\n${mistakesAsText(mistakes)}\n`);
    console.error(`\n${mistakesAsText(mistakes)}\n`);
    process.exit(1);
  }
  if (!publication) throw new Error('The publication file is broken.');

  const { basePath, contentDir, moment, publicationFile } = switches;
  const origin = switches.siteUrl ?? publication.url.replace(/\/$/, '');
  const engine = codeDigest(engineFiles, [basePath, publication.language, publication.timeZone]);
  const addresses = createAddresses(origin, basePath, publication.permalink, publication);
  const drawing = readDrawing();
  const cards = await prepareCards(
    [
      paperCard(publication, { addresses, file: shownPath(publicationFile) }),
      ...(isBuild ? cardsOf(checked.copy, { publication, addresses, moment }) : []),
    ],
    drawing,
    addresses,
  );
  const consent = await consentScripts(publication, addresses);
  const reply = await replyFiles(publication, addresses);
  const cacheDir = resolve(root, switches.cacheDir);
  const dir = resolve(root, switches.outDir);
  // An edition is printed beside the one on air, which stays as it is until all is done.
  const next = join(cacheDir, 'next');
  const astroRoot = isBuild || command === 'dev' ? makeAstroRoot(cacheDir, root) : root;
  const setting: Setting = {
    publication,
    origin,
    base: basePath,
    replyScript: reply.script,
    topics: checked.copy.topics,
    consentScript: consent.script,
    contentDir,
    astroRoot,
    bodiesDir: join(cacheDir, 'bodies'),
    engine,
  };
  // Node brings the words for days and numbers.
  const code = codeDigest(codeFiles, [setting, process.version]);
  const making = { dir, code, packing: publication.hosting.compressedCopies.join() };
  const last = isBuild ? lastEdition(cacheDir, making) : noEdition;

  const records = searchable(checked.copy, { publication, addresses, moment });

  const pages = new Map<string, PrintedPage>();
  // Astro ends no build that it has not started.
  let begunCards: BegunCards;
  let begunSearch: BegunSearch;

  const integration: AstroIntegration = {
    name: 'press',
    hooks: {
      'astro:config:setup': ({
        command: task,
        logger,
        updateConfig,
        addWatchFile,
        injectRoute,
      }) => {
        addWatchFile(switches.publicationFile);
        addWatchFile(topicsFile(contentDir));
        const inEdition = { moment: moment.getTime(), cards: cards.entries };
        updateConfig({ vite: { plugins: [virtualModules(setting, inEdition)] } });
        for (const { file } of feedFormats) {
          injectRoute({ pattern: `/[...list]/${file}`, entrypoint: route('_feed.ts') });
        }
        if (publication.offlineReading) {
          injectRoute({ pattern: '/offline', entrypoint: route('_offline.astro') });
        }
        if (isBuild) report(checked, cards, switches, { info: progress.tell, warn: progress.tell });
        else if (task === 'dev') report(checked, cards, switches, logger);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(reply.serve);
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        // Astro leaves some of what a build that failed has left.
        rmSync(next, { recursive: true, force: true });
        begunSearch = beginSearch(records, {
          dir,
          last,
          index: addresses.parameter(addresses.searchIndex),
          volumes: addresses.parameter(addresses.searchVolumes),
          work: join(cacheDir, 'search'),
          language: publication.language,
          engine: codeDigest(searchFiles),
          least: publication.lists.searchVolume,
        });
        setPrerenderer(
          printingPages(last, {
            next,
            base: basePath,
            awaited: begunSearch.awaited,
            printed: (file, page, text) => {
              pages.set(file, page);
              begunSearch.printed(file, text);
            },
            kept: (file, page) => {
              pages.set(file, page);
              begunSearch.kept(file);
              progress.usedAgain();
            },
          }),
        );
        begunCards = await beginCards(cards.printable, {
          cache: {
            folder: join(switches.pictureCache ?? cacheDir, 'cards'),
            isShared: switches.pictureCache !== undefined,
          },
          colours: drawing.colours,
        });
      },
      'astro:build:done': async () => {
        progress.step('finishing feeds and scripts');
        const feeds = [...pages.keys()].filter(isFeed);
        await tellPictureSizes(
          next,
          feeds.filter((file) => !last.kept.has(file)),
          addresses,
        );
        dropOriginals(next, pages.values());
        await reply.printInto(next);
        await consent.printInto(next);
        await printWorker(next, publication, addresses);
        progress.step('indexing for search');
        const { legacy: search } = await begunSearch.printInto(next);
        progress.step('drawing social cards');
        const printedCards = await begunCards.printInto(next, last);
        progress.step('writing what hosts read');
        // Last, because it packs what the others have printed.
        await printHostFiles(next, dir, { publication, addresses, redirects, pages, cacheDir });
        progress.step('putting the edition on air');
        const files = new Map([...last.kept, ...filesIn(next)]);
        putOnAir(next, dir, (file) => files.has(file));
        listEdition(cacheDir, { ...making, files, pages, search });
        progress.end();
        progress.tell(
          summaryOf(progress, {
            articles: records.length,
            heldBack: checked.heldBack.length,
            feeds: feeds.length,
            pictures: [...files.keys()].filter(isPicture).length,
            cards: printedCards,
            bytes: [...files.values()].reduce((sum, [bytes]) => sum + bytes, 0),
          }),
        );
      },
    },
  };
  return {
    integration,
    root: astroRoot,
    outDir: isBuild ? next : dir,
    pictureCache: switches.pictureCache && {
      folder: join(switches.pictureCache, 'pictures'),
      code: codeDigest(pictureFiles),
    },
    origin,
    language: publication.language,
    // While somebody writes, and for every other command, Astro's own.
    logger: isBuild ? { entrypoint: new URL('log.ts', import.meta.url) } : undefined,
  };
};
