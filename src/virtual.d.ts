declare module 'virtual:publication' {
  type Setting = import('./config/page-settings.ts').Setting;
  export const publication: Setting['publication'];
  export const origin: Setting['origin'];
  export const base: Setting['base'];
  export const replyScript: Setting['replyScript'];
  export const topics: Setting['topics'];
  export const series: Setting['series'];
  export const consentScript: Setting['consentScript'];
  export const featurePlace: Setting['featurePlace'];
  export const bodiesDir: Setting['bodiesDir'];
  export const hasVectorIcon: Setting['hasVectorIcon'];
  export const contentDir: Setting['contentDir'];
  export const paperDir: Setting['paperDir'];
  export const astroRoot: Setting['astroRoot'];
  export const cacheDir: Setting['cacheDir'];
  export const pictureList: Setting['pictureList'];
  export const logo: Setting['logo'];
  export const teasersShowWholeStories: Setting['teasersShowWholeStories'];
  export const engine: Setting['engine'];
}

declare module 'virtual:edition' {
  type EditionSetting = import('./config/page-settings.ts').EditionSetting;
  export const moment: EditionSetting['moment'];
  export const withDrafts: EditionSetting['withDrafts'];
  export const cards: EditionSetting['cards'];
  export const relatedLists: EditionSetting['relatedLists'];
  export const record: EditionSetting['record'];
  export const isWriting: EditionSetting['isWriting'];
  export const readsCopy: EditionSetting['readsCopy'];
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

declare module 'virtual:written' {
  /** What pages are made of while somebody writes; undefined in a build. */
  export const written: import('./config/page-settings.ts').AtHand | undefined;
}

declare module 'astro:asset-imports' {
  const pictures: Map<string, import('astro').ImageMetadata>;
  export default pictures;
}
