declare module 'virtual:publication' {
  type Setting = import('./config/page-settings.ts').Setting;
  export const publication: Setting['publication'];
  export const origin: Setting['origin'];
  export const base: Setting['base'];
  export const replyScript: Setting['replyScript'];
  export const consentScript: Setting['consentScript'];
  export const featurePlace: Setting['featurePlace'];
  export const hasVectorIcon: Setting['hasVectorIcon'];
  export const logo: Setting['logo'];
  export const teasersShowWholeStories: Setting['teasersShowWholeStories'];
}

declare module 'virtual:edition' {
  type AtHand = import('./config/page-settings.ts').AtHand;
  export const moment: AtHand['moment'];
  export const withDrafts: AtHand['withDrafts'];
  export const isWriting: AtHand['isWriting'];
  export const cards: AtHand['cards'];
  export const record: AtHand['record'];
  export const likeness: AtHand['likeness'];
  export const entries: AtHand['entries'];
  export const topics: AtHand['topics'];
  export const series: AtHand['series'];
}

declare module 'virtual:publication-pictures' {
  /** The pictures that the publication's slots show, by the path that it gives them. */
  export const pictures: Record<string, import('astro').ImageMetadata>;
}

declare module 'virtual:theme' {
  /** The address of the typeface of headlines that a page loads ahead, where it has a file. */
  export const headlineFont: string | undefined;
  export const colours: import('./theme/tokens.ts').Palettes;
}

declare module 'astro:asset-imports' {
  const pictures: Map<string, import('astro').ImageMetadata>;
  export default pictures;
}
