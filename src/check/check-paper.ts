import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAddresses } from '../addresses.ts';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { listCopy } from '../copy/copy-files.ts';
import { createPlaces } from '../copy/places.ts';
import { type FiledCopy, readCopy, shownPath } from '../copy/read.ts';
import { createInspector } from '../darkroom/darkroom.ts';
import { createFileFinder, filesAt, type FoundFile } from '../darkroom/files-beside.ts';
import { cacheFolders } from '../config/folders.ts';
import { storyFilesDir } from '../copy/story-files.ts';
import { isShown, openingOf } from '../edition/public.ts';
import { asItStands } from '../edition/withdrawn.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { type PaperRecord, readRecord } from '../record/read-record.ts';
import type { Publication } from '../schemas/publication.ts';
import { accentMistakes } from './accent-mistakes.ts';
import { captionMistakes } from './caption-mistakes.ts';
import { createFactFinder } from './body-facts.ts';
import { changeMistakes } from './change-mistakes.ts';
import { type CheckMemory, createCheckMemory, findingsDependOn } from './check-memory.ts';
import { checkCopy, type Findings } from './check-copy.ts';
import { hostLimitMistakes } from './host-limit-mistakes.ts';
import { knownIds } from './known-names.ts';
import { createPictureJudge, type PictureJudge } from './picture-mistakes.ts';
import { prepareCheck } from './prepare-check.ts';
import { publicFileMistakes, servedFiles, storyFileMistakes } from './public-files.ts';
import { publicationMistakes } from './publication-mistakes.ts';
import { readTheme, type Theme } from '../theme/read-theme.ts';
import { securityMistakes } from './security-mistakes.ts';

/** An article that this edition does not show yet, or never. */
export interface HeldBack {
  file: string;
  /** Its moment, ISO 8601 with offset; undefined for a draft. */
  until: string | undefined;
}

/** What a check of the whole paper found. */
export interface Checked extends Findings {
  publication: Publication | undefined;
  /** How the paper looks, unless its colours have mistakes. */
  theme: Theme | undefined;
  copy: FiledCopy;
  /** The pictures that can be printed, by the files that name them and their paths as written. */
  pictures: PictureJudge['pictures'];
  /** The files that readers of this edition may take along. */
  files: readonly FoundFile[];
  /** Old addresses, and where they redirect in this edition. */
  redirects: Redirects;
  heldBack: HeldBack[];
  /** The earlier versions of its stories. */
  record: PaperRecord;
}

/** The switches that name a publication file. */
const namesPublication: (string | undefined)[] = ['PAPER_DIR', 'PUBLICATION'];

/**
 * Reads the whole paper and finds every mistake in it, in a stable order.
 * @param remembered of earlier checks in this process
 * @param hear called with the publication, if that is valid, before anything else is read
 */
export const checkPaper = async (
  switches: Switches,
  remembered: CheckMemory = createCheckMemory(),
  hear: (publication: Publication) => void = () => undefined,
): Promise<Checked> => {
  const { paperDir, contentDir, publicationFile, siteUrl, basePath, moment } = switches;
  const publicationName = shownPath(publicationFile, paperDir);
  // A missing file is reported once, for the switch that names it.
  const isMissing = switches.mistakes.some(({ field }) => namesPublication.includes(field));
  const loaded = isMissing ? [] : await loadPublication(switches);
  const publication = Array.isArray(loaded) ? undefined : loaded;
  if (publication) hear(publication);
  const expiry = publication && securityMistakes(publicationName, publication, moment);
  const listed = listCopy(contentDir, paperDir);
  const addresses = createAddresses(
    siteUrl ?? publication?.url ?? 'https://paper.invalid',
    basePath,
    publication?.permalink ?? '/{slug}/',
    publication,
  );
  const language = publication?.language ?? 'en';
  const { readings, files } = remembered.ofCopy(switches, findingsDependOn(addresses, language));
  const written = readCopy(contentDir, paperDir, listed, readings.read);
  const articles = written.articles.map((story) => asItStands(story, moment));
  const copy = { ...written, articles };
  const { theme, ...ofTheme } = await readTheme(switches.themeDir, paperDir);
  const memory = remembered.ofPictures(switches);
  const places = createPlaces();
  const seen = { places, files };
  const findFile = createFileFinder([contentDir, paperDir], seen);
  const paper = prepareCheck({
    copy,
    known: knownIds(listed, written),
    publication,
    publicationFile: publicationName,
    addresses,
    files: servedFiles(switches.publicDir, contentDir, paperDir),
    moment,
    withDrafts: switches.withDrafts,
    exists: existsSync,
    findFile,
    realPath: places.realPath,
    settle: remembered.settle,
  });
  const { known, redirects } = paper;
  const inspect = createInspector([contentDir, paperDir], memory, undefined, seen);
  const ofPictures = createPictureJudge(paper.ownersOf, inspect, moment);
  const { judge, pictures } = ofPictures;
  const ofPublication =
    publication && existsSync(contentDir)
      ? await publicationMistakes(publication, switches, known, judge)
      : [];
  const facts = createFactFinder(paper, readings);
  const checked = await checkCopy(copy, paper, ofPictures, facts);
  const limits = hostLimitMistakes(redirects, publication?.hosting.hosts ?? [], publicationName);
  const captions = await captionMistakes(contentDir, paperDir, language, files);
  const record = readRecord({
    ...switches,
    // Nothing is kept in a folder that a switch should not name.
    from: switches.mistakes.length > 0 ? 'none' : (publication?.record ?? 'none'),
    articles: copy.articles,
    language,
    keptDir: join(switches.cacheDir, cacheFolders.record),
  });
  const changes = changeMistakes(
    copy.articles,
    record,
    publication ?? { strictChanges: false },
    publicationName,
  );
  const mistakes = [
    ...switches.mistakes,
    ...(Array.isArray(loaded) ? loaded : []),
    ...ofPublication,
    ...(expiry?.mistakes ?? []),
    ...ofTheme.mistakes,
    ...copy.mistakes,
    ...checked.mistakes,
    ...(theme ? accentMistakes(copy, theme.colours) : []),
    ...publicFileMistakes(switches.publicDir, paperDir),
    ...publicFileMistakes(storyFilesDir(contentDir), paperDir),
    ...storyFileMistakes(contentDir, paperDir),
    ...captions.mistakes,
    ...limits.mistakes,
    ...changes.mistakes,
  ];
  const shownNow = new Set(copy.articles.filter(({ data }) => isShown(data, switches)));
  memory.keep();
  // Nothing is kept in a folder that a switch should not name.
  if (switches.mistakes.length === 0) {
    readings.keep();
    files.keep();
  }
  return {
    publication,
    theme,
    copy,
    pictures,
    files: [...shownNow, ...copy.pages].flatMap((entry) => {
      const { beside } = facts.of(entry);
      return beside ? Object.values(filesAt(beside, entry.file, findFile)) : [];
    }),
    redirects,
    record,
    heldBack: copy.articles
      .filter((story) => !shownNow.has(story))
      .map(({ shown, data }) => ({ file: shown, until: data.draft ? undefined : openingOf(data) })),
    mistakes,
    warnings: [
      ...(expiry?.warnings ?? []),
      ...ofTheme.warnings,
      ...checked.warnings,
      ...ofPictures.warnings,
      ...captions.warnings,
      ...limits.warnings,
      ...changes.warnings,
    ],
  };
};
