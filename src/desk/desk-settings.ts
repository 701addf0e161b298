import { relative } from 'node:path';
import type { Desk } from '../schemas/desk.ts';
import type { Publication } from '../schemas/publication.ts';
import type { DeskBackend, DeskSettings } from './settings.ts';

/** Where each forge is, unless it is on a server of one's own, and where its API is from there. */
const forges: Record<Desk['backend']['name'], { site: string; apiOf: (site: string) => string }> = {
  github: {
    site: 'https://github.com',
    apiOf: (site) => (site === 'https://github.com' ? 'https://api.github.com' : `${site}/api/v3`),
  },
  gitlab: { site: 'https://gitlab.com', apiOf: (site) => `${site}/api/v4` },
  gitea: { site: 'https://codeberg.org', apiOf: (site) => `${site}/api/v1` },
};

/** The repository that a publication names, with the addresses that follow from the name of its forge. */
export const backendOf = ({ backend }: Pick<Desk, 'backend'>): DeskBackend => {
  const forge = forges[backend.name];
  const site = backend.site ?? forge.site;
  return { ...backend, site, api: backend.api ?? forge.apiOf(site) };
};

/** What the desk needs of a publication: not what only concerns readers, services and the desk itself. */
const ofPaper = (publication: Publication): Publication => ({
  ...publication,
  desk: undefined,
  analytics: { provider: 'none' },
  comments: { provider: 'none' },
  newsletter: { provider: 'none' },
});

/** Where a paper is, on this machine and on the web. */
export interface PaperPlace {
  paperDir: string;
  contentDir: string;
  /** The public origin. */
  origin: string;
  /** The base path: `/`, or `/paper/`. */
  base: string;
}

/**
 * What the desk's page is told about a paper. Anybody can read it, so it holds nothing that is not public.
 * @param desk where the paper's files are, and how they are saved
 */
export const deskSettings = (
  publication: Publication,
  { paperDir, contentDir, origin, base }: PaperPlace,
  desk: Pick<DeskSettings, 'backend' | 'review' | 'folder' | 'realPreview'>,
): DeskSettings => ({
  ...desk,
  content: `${relative(paperDir, contentDir).replaceAll('\\', '/')}/`,
  front: `${origin}${base}`,
  base,
  publication: ofPaper(publication),
});

/** The same for the desk that is printed with the paper; undefined if the publication names none. */
export const hostedSettings = (
  publication: Publication,
  place: PaperPlace,
): DeskSettings | undefined => {
  const { desk } = publication;
  if (desk === undefined) return undefined;
  const { review, folder } = desk;
  return deskSettings(publication, place, {
    backend: backendOf(desk),
    review,
    folder,
    realPreview: false,
  });
};
