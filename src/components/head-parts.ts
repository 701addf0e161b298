import { colours } from 'virtual:theme';
import { licenseType } from '../feeds/license-xml.ts';
import { miningOf } from '../feeds/mining.ts';
import { openSearchFile, openSearchType } from '../feeds/open-search.ts';
import { rss } from '../feeds/rss.ts';
import { stateRights } from '../feeds/uses.ts';
import { sendsHeaders } from '../hosts/headers.ts';
import type { headOf } from '../metadata/head.ts';
import { isLatin } from '../language/names.ts';
import { iconNames, vectorIcon } from '../metadata/icon-names.ts';
import rememberedScript from './consent/remembered.js?raw';
import loaderScript from './features/loader.js?raw';
import rotateScript from './furniture/rotate.js?raw';
import {
  addresses,
  featurePlace,
  hasVectorIcon,
  isClosed,
  publication,
} from '../gateway/edition.ts';
import { inlineScript } from '../gateway/inline-script.ts';

const stated = publication.rights && stateRights(publication.rights, addresses);

/** What the head of every page says of the paper. */
export const paperOfHead: Parameters<typeof headOf>[1] = {
  name: publication.name,
  tagline: publication.tagline,
  language: publication.language,
  absolute: addresses.absolute,
  feed: isClosed
    ? undefined
    : {
        title: publication.name,
        path: addresses.feedOf(addresses.front, rss.file),
        type: rss.type,
      },
  search: isClosed ? undefined : { path: addresses.file(openSearchFile), type: openSearchType },
  icon: addresses.file(iconNames.favicon),
  vectorIcon: hasVectorIcon ? addresses.file(vectorIcon) : undefined,
  touchIcon: addresses.file(iconNames.touch),
  manifest: addresses.file(iconNames.manifest),
  rights:
    stated && !sendsHeaders(publication.hosting.hosts)
      ? { license: stated.license, type: licenseType, mining: miningOf(stated) }
      : undefined,
  colours: { light: colours.light.paper, dark: colours.dark.paper },
};

/** The script that loads a feature when a reader first asks for it. */
export const featureLoader = inlineScript(
  loaderScript.replace('FOLDER', featurePlace.folder).replace('DIGEST', featurePlace.digest),
);

/** The script that knows what a reader has consented to. */
export const rememberedChoice = inlineScript(rememberedScript);

/** The script with which house advertisements take turns. */
export const rotation = inlineScript(rotateScript);

/**
 * Browsers prepare a page when a reader points at its link or touches it (WICG Speculation Rules), but not files. They
 * refrain when the reader is saving data or power.
 */
export const speculation = JSON.stringify({
  // Every page's address ends with a slash.
  prerender: [{ where: { href_matches: `${addresses.base}{*/}?` }, eagerness: 'moderate' }],
});

/** Whether the paper is in Latin letters, for its styles. */
export const letters = isLatin(publication.language) ? 'latin' : undefined;
