import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Addresses, createAddresses } from '../addresses.ts';
import { slotPictures } from '../advertising/slots.ts';
import type { Checked } from '../check/check-paper.ts';
import type { Setting } from '../config/page-settings.ts';
import type { Switches } from '../config/switches.ts';
import { vectorIcon } from '../metadata/icon-names.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Theme } from '../theme/read-theme.ts';
import { type ConsentScripts, consentScripts } from './consent-scripts.ts';
import { type FeatureScripts, featureScripts } from './feature-scripts.ts';
import { shelvePictures } from './shelve-pictures.ts';
import { type KeptScripts, newScripts } from './kept-scripts.ts';
import { type ReplyFiles, replyFiles } from './reply-files.ts';
import { type StoryFiles, storyFiles } from './story-files.ts';

/** What has to be read of a paper before any page of it can be shown. */
export type ReadPaper = Pick<Checked, 'pictures' | 'files'>;

/** A paper: what a build, which has checked all of it, and a development server make pages from. */
export interface Paper<Read extends ReadPaper = Checked> {
  publication: Publication;
  theme: Theme;
  addresses: Addresses;
  checked: Read;
  /** The moment for which its advertisements were chosen. */
  moment: Date;
  setting: Setting;
  /** The stand-ins of the publication's own pictures, absolute, by their paths in its file. */
  publicationPictures: ReadonlyMap<string, string>;
  files: StoryFiles;
  /** The scripts whose addresses appear in pages. */
  reply: ReplyFiles;
  consent: ConsentScripts;
  features: FeatureScripts;
  /** Where all of them are from, and others. */
  scripts: KeptScripts;
}

/** The public origin of a paper. */
export const originOf = ({ url }: Publication, { siteUrl }: Switches): string =>
  siteUrl ?? url.replace(/\/$/, '');

/**
 * Makes a paper from what was read of it: its addresses, its scripts, and the settings that pages receive.
 * @param astroRoot absolute path of Astro's root, where stand-ins of pictures are
 * @param scripts what bundles its scripts; they need not be bundled for each build
 */
export const paperOf = async <Read extends ReadPaper>(
  { publication, theme }: Pick<Paper, 'publication' | 'theme'>,
  checked: Read,
  switches: Switches,
  astroRoot: string,
  scripts: KeptScripts = newScripts,
): Promise<Paper<Read>> => {
  const { basePath, contentDir } = switches;
  const { print } = scripts;
  const origin = originOf(publication, switches);
  const addresses = createAddresses(origin, basePath, publication.permalink, publication);
  const consent = await consentScripts(publication, addresses, print);
  const reply = await replyFiles(publication, addresses, print);
  const { language, timeZone, live } = publication;
  const { pollSeconds } = live;
  const features = await featureScripts({ language, timeZone, addresses, pollSeconds }, print);
  const shelved = shelvePictures(checked.pictures, astroRoot, contentDir);
  const setting: Setting = {
    publication,
    origin,
    base: basePath,
    replyScript: reply.script,
    consentScript: consent.script,
    featurePlace: features.place,
    hasVectorIcon: existsSync(join(switches.publicDir, vectorIcon)),
    logo: shelved.logo(publication.publisher.logo),
    teasersShowWholeStories: theme.teasersShowWholeStories,
  };
  return {
    publication,
    theme,
    addresses,
    checked,
    moment: switches.moment,
    setting,
    publicationPictures: shelved.ofPublication,
    files: storyFiles(contentDir, addresses, checked.files),
    reply,
    consent,
    features,
    scripts,
  };
};

/**
 * The same paper with other copy.
 * @param astroRoot absolute path of Astro's root
 * @returns undefined if anything has changed that is bundled with the templates
 */
export const paperAgain = (
  before: Paper,
  checked: Checked,
  switches: Switches,
  astroRoot: string,
): Paper | undefined => {
  const { contentDir, moment } = switches;
  const { publication, theme, addresses, publicationPictures } = before;
  const { ofPublication } = shelvePictures(checked.pictures, astroRoot, contentDir);
  const isSame =
    isDeepStrictEqual(checked.publication, before.checked.publication) &&
    checked.theme?.digest === theme.digest &&
    isDeepStrictEqual(ofPublication, publicationPictures) &&
    isDeepStrictEqual(
      slotPictures(publication.advertising, moment),
      slotPictures(publication.advertising, before.moment),
    );
  if (!isSame) return undefined;
  return { ...before, checked, files: storyFiles(contentDir, addresses, checked.files) };
};
