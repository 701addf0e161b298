import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createAddresses } from '../addresses.ts';
import { slotPictures } from '../advertising/slots.ts';
import { mistakesAsText, warningsAsText } from '../copy/mistakes.ts';
import { shownPath } from '../copy/read.ts';
import { topicsFile } from '../copy/topics-file.ts';
import { isLocal } from '../schemas/comments.ts';
import type { Publication } from '../schemas/publication.ts';
import { consentScripts } from './consent-scripts.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { cardsOf, paperCard } from './cards.ts';
import { printHostFiles } from './host-files.ts';
import { printWorker } from './offline.ts';
import { type Checked, checkPaper } from './paper.ts';
import { tellPictureSizes } from './picture-sizes.ts';
import { type CardEntry, prepareCards, type PreparedCards, readDrawing } from './prepare-cards.ts';
import { printCards } from './print-cards.ts';
import { replyFiles } from './reply-files.ts';
import { printSearchIndex, searchable } from './search-index.ts';
import type { Switches } from './switches.ts';
import { beginBuild, endBuild } from './unfinished.ts';

/** What a build passes on to the pages, as `virtual:publication`. Where any of it changes, every page is printed anew. */
export interface Setting {
  publication: Publication;
  /** The public origin. */
  origin: string;
  /** The address of the script that opens LEAVE A REPLY, where somebody runs it. */
  replyScript: string | undefined;
  /** What the paper says of its topics. */
  topics: DescribedTopics;
  /** The address of the script that asks for a reader's agreement, where something configured needs it. */
  consentScript: string | undefined;
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder that keeps set bodies between builds. */
  bodiesDir: string;
  /** Changes when the code that prints a body changes, so that no body of an older engine is reused. */
  engine: string;
  /** Changes with any code of the paper's. Astro does not see all of it: the middleware prints on every page, too. */
  code: string;
}

/** What is of one edition alone, as `virtual:edition`. The key of a page holds what the page shows of it. */
export interface EditionSetting {
  /** The edition's moment, in milliseconds since 1970. */
  moment: number;
  /** The social cards, by the path of the page that each stands for; while somebody writes, the paper's own alone. */
  cards: Record<string, CardEntry>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that decides how copy becomes a stored entry: rooms, settings, and the versions of all packages. */
const engineFiles = [
  'src/{copy,schemas,language}/*.ts',
  'src/addresses.ts',
  'src/edition/kinds.ts',
  'src/content.config.ts',
  'astro.config.mjs',
  'package-lock.json',
];

const codeDigest = (patterns: string[], setting?: unknown): string => {
  const hash = createHash('sha256').update(JSON.stringify(setting ?? []));
  for (const name of globSync(patterns, { cwd: root, exclude: ['src/content'] }).sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(root, name)));
  }
  return hash.digest('hex').slice(0, 16);
};

const exported = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');

const virtualModules = (setting: Setting, edition: EditionSetting) => {
  const modules: Record<string, () => string> = {
    'virtual:publication': () => exported(setting),
    'virtual:edition': () => exported(edition),
    'virtual:publication-pictures': () => {
      const paths = slotPictures(setting.publication.advertising, new Date(edition.moment));
      return [
        ...paths.map(
          (path, n) =>
            `import p${String(n)} from ${JSON.stringify(join(setting.contentDir, path))};`,
        ),
        `export const pictures = { ${paths.map((path, n) => `${JSON.stringify(path)}: p${String(n)}`).join(', ')} };`,
      ].join('\n');
    },
  };
  return {
    name: 'publication',
    resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
    load: (id: string) => {
      const code = modules[id.slice(1)]?.();
      // The mark by which Astro leaves a module out of what decides whether printed pages are used again.
      const kind = id === '\0virtual:edition' ? 'content-data' : undefined;
      return code === undefined ? undefined : { code, meta: { astroIncremental: { kind } } };
    },
  };
};

/** Tells whoever prints the paper what it holds back and what it still lacks. */
const report = (
  { publication, heldBack, mistakes, warnings }: Checked,
  { warnings: cardWarnings }: PreparedCards,
  { siteUrl, moment }: Switches,
  log: { info: (text: string) => void; warn: (text: string) => void },
): void => {
  if (mistakes.length > 0) log.warn(`\n${mistakesAsText(mistakes)}\n`);
  if (warnings.length > 0) log.warn(`\n${warningsAsText(warnings)}\n`);
  for (const { file, until } of heldBack) {
    log.info(
      until === undefined ? `draft, held back: ${file}` : `held back until ${until}: ${file}`,
    );
  }
  for (const warning of cardWarnings) log.warn(warning);
  if (
    publication &&
    siteUrl === undefined &&
    new URL(publication.url).hostname.endsWith('.example')
  ) {
    log.warn(
      `The paper's address is the placeholder ${publication.url}: set \`url\` in publication.ts, or SITE_URL.`,
    );
  }
  if (publication?.comments.provider === 'waline' && isLocal(publication.comments.server)) {
    log.warn('Only this machine reaches the comments of this paper: do not publish it.');
  }
  log.info(`The edition of ${moment.toISOString()}.`);
};

/**
 * Reads and checks the paper before Astro does, so that every mistake is told at once and nothing is lost.
 * @returns Astro's settings that follow from the publication, and the integration that prints it
 */
export const setUpPress = async (switches: Switches) => {
  const checked = await checkPaper(switches);
  const { publication, mistakes, redirects } = checked;
  const command = process.argv.find((word) => /^(?:dev|build|sync|check|preview)$/.test(word));
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
  const addresses = createAddresses(origin, basePath, publication.permalink);
  const drawing = readDrawing();
  const cards = await prepareCards(
    [
      paperCard(publication, { addresses, file: shownPath(publicationFile) }),
      ...(command === 'build' ? cardsOf(checked.copy, { publication, addresses, moment }) : []),
    ],
    drawing,
    addresses,
  );
  const consent = await consentScripts(publication, addresses);
  const reply = await replyFiles(publication, addresses);
  const setting: Setting = {
    publication,
    origin,
    replyScript: reply.script,
    topics: checked.copy.topics,
    consentScript: consent.script,
    contentDir,
    bodiesDir: resolve(root, switches.cacheDir, 'bodies'),
    engine,
    code: codeDigest(['src/**/*.{astro,css,js,ts}']),
  };

  const records = searchable(checked.copy, { publication, addresses, moment });

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
        if (publication.offlineReading) {
          injectRoute({ pattern: '/offline', entrypoint: './src/pages/_offline.astro' });
        }
        if (task === 'build' || task === 'dev') report(checked, cards, switches, logger);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(reply.serve);
      },
      'astro:build:start': () => {
        beginBuild(resolve(root, switches.cacheDir));
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        const folder = fileURLToPath(dir);
        const files = [...assets.values()].flat().map((file) => fileURLToPath(file));
        await reply.printInto(folder);
        await tellPictureSizes(folder, files, addresses);
        await consent.printInto(folder);
        await printWorker(folder, publication, addresses);
        await printSearchIndex(records, folder, {
          folder: addresses.parameter(addresses.searchIndex),
          language: publication.language,
        });
        const { printed, drawn } = await printCards(cards.printable, {
          dir: folder,
          cache: resolve(root, switches.cacheDir, 'cards'),
          colours: drawing.colours,
        });
        logger.info(`${printed} social cards, ${drawn} of them drawn anew.`);
        // Last, because it packs what the others have printed.
        await printHostFiles(folder, { publication, addresses, redirects });
        endBuild(resolve(root, switches.cacheDir));
      },
    },
  };
  return { integration, origin, language: publication.language };
};
