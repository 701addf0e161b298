import { existsSync } from 'node:fs';
import { createAddresses } from '../addresses.ts';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { listCopy } from '../copy/copy-files.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { createBodyRenderer } from '../copy/render.ts';
import { type Copy, readCopy, shownPath } from '../copy/read.ts';
import { darkroomCode } from '../darkroom/code.ts';
import { createInspector } from '../darkroom/darkroom.ts';
import { openMemory } from '../darkroom/memory.ts';
import { storyFilesDir } from '../copy/story-files.ts';
import { isShown, openingOf } from '../edition/public.ts';
import { wordsFor } from '../language/words.ts';
import type { Redirects } from '../hosts/redirect.ts';
import type { Publication } from '../schemas/publication.ts';
import { bodyMistakes } from './body-mistakes.ts';
import { embargoMistakes } from './embargo-mistakes.ts';
import { frontMistakes } from './front-mistakes.ts';
import { guidMistakes } from './guid-mistakes.ts';
import { hostLimitMistakes } from './host-limit-mistakes.ts';
import { knownIds } from './known-names.ts';
import { liveMistakes } from './live-mistakes.ts';
import { createOwnLinks } from './own-links.ts';
import { linkMistakes } from './link-mistakes.ts';
import { lostWords } from './lost-words.ts';
import { createPictureJudge, pictureMistakes, type PictureJudge } from './picture-mistakes.ts';
import { publicFileMistakes, storyFileMistakes } from './public-files.ts';
import { publicationMistakes } from './publication-mistakes.ts';
import { referenceMistakes } from './reference-mistakes.ts';
import { sectionMistakes } from './section-mistakes.ts';
import { readTheme, type Theme } from '../theme/read-theme.ts';
import { securityMistakes } from './security-mistakes.ts';
import { settingLinkMistakes } from './setting-links.ts';
import { settleAddresses } from './settle-addresses.ts';
import { threadMistakes } from './thread-mistakes.ts';

/** An article that this edition does not show yet, or never. */
export interface HeldBack {
  file: string;
  /** Its moment, ISO 8601 with offset; undefined for a draft. */
  until: string | undefined;
}

/** What a check of the whole paper found. */
export interface Checked {
  publication: Publication | undefined;
  /** How the paper looks, unless its colours have mistakes. */
  theme: Theme | undefined;
  copy: Copy;
  /** The pictures that can be printed, by the files that name them and their paths as written. */
  pictures: PictureJudge['pictures'];
  /** Old addresses, and where they redirect in this edition. */
  redirects: Redirects;
  heldBack: HeldBack[];
  mistakes: Mistake[];
  /** What will soon become a mistake, is hard to read, or does not work on one of the hosts. */
  warnings: Mistake[];
}

/** The switches that name a publication file. */
const namesPublication: (string | undefined)[] = ['PAPER_DIR', 'PUBLICATION'];

/** Reads the whole paper and finds every mistake in it, in a stable order. */
export const checkPaper = async (switches: Switches): Promise<Checked> => {
  const { paperDir, contentDir, publicationFile, siteUrl, basePath, moment } = switches;
  const publicationName = shownPath(publicationFile, paperDir);
  // A missing file is reported once, for the switch that names it.
  const isMissing = switches.mistakes.some(({ field }) => namesPublication.includes(field));
  const loaded = isMissing ? [] : await loadPublication(switches);
  const publication = Array.isArray(loaded) ? undefined : loaded;
  const expiry = publication && securityMistakes(publicationName, publication, moment);
  const listed = listCopy(contentDir, paperDir);
  const copy = readCopy(contentDir, paperDir, listed);
  const { theme, ...ofTheme } = await readTheme(switches.themeDir, paperDir);
  const known = knownIds(listed);
  const memory = openMemory(switches.cacheDir, darkroomCode());
  const inspect = createInspector([contentDir, paperDir], memory);
  const ofPictures = createPictureJudge(copy, inspect, moment);
  const { judge, pictures } = ofPictures;
  const origin = siteUrl ?? publication?.url ?? 'https://paper.invalid';
  const addresses = createAddresses(
    origin,
    basePath,
    publication?.permalink ?? '/{slug}/',
    publication,
  );
  const {
    redirects,
    served,
    mistakes: addressMistakes,
  } = settleAddresses(copy, addresses, publication, switches);
  const words = wordsFor(publication?.language ?? 'en');
  const rendering = {
    render: createBodyRenderer(words),
    // How times read, and where links lead, makes no difference to what is lost.
    setting: { words, link: addresses.link, entryTime: (time: Date) => time.toISOString() },
  };
  const own = createOwnLinks(copy, {
    addresses,
    served,
    redirects,
    known,
    hasPublication: publication !== undefined,
    moment,
  });
  const links = await linkMistakes(copy, { own, home: origin + addresses.base, rendering });
  const embargoes = embargoMistakes(copy, switches);
  const limits = hostLimitMistakes(redirects, publication?.hosting.hosts ?? [], publicationName);
  const mistakes = [
    ...switches.mistakes,
    ...(Array.isArray(loaded) ? loaded : []),
    ...(publication && existsSync(contentDir)
      ? await publicationMistakes(publication, switches, known, judge)
      : []),
    ...(expiry?.mistakes ?? []),
    ...ofTheme.mistakes,
    ...copy.mistakes,
    ...referenceMistakes(copy, known),
    ...frontMistakes(copy, known),
    ...sectionMistakes(copy),
    ...(await pictureMistakes(copy, judge)),
    ...(await bodyMistakes(copy, judge)),
    ...embargoes.mistakes,
    ...liveMistakes(copy),
    ...links.mistakes,
    ...(publication ? settingLinkMistakes(copy, publication, publicationName, own) : []),
    ...publicFileMistakes(switches.publicDir, paperDir),
    ...publicFileMistakes(storyFilesDir(contentDir), paperDir),
    ...storyFileMistakes(contentDir, paperDir),
    ...addressMistakes,
    ...guidMistakes(copy),
    ...threadMistakes(copy, addresses),
    ...limits.mistakes,
  ];
  memory.keep();
  return {
    publication,
    theme,
    copy,
    pictures,
    redirects,
    heldBack: copy.articles
      .filter(({ data }) => !isShown(data, switches))
      .map(({ shown, data }) => ({ file: shown, until: data.draft ? undefined : openingOf(data) })),
    mistakes,
    warnings: [
      ...embargoes.warnings,
      ...(expiry?.warnings ?? []),
      ...ofTheme.warnings,
      ...(await lostWords(copy, rendering)),
      ...links.warnings,
      ...ofPictures.warnings,
      ...limits.warnings,
    ],
  };
};
