import {
  breakingNews,
  consentScript,
  edition,
  nowTopics,
  publication,
  withDrafts,
} from '../gateway/edition.ts';
import consent from '../styles/consent.css?inline';
import offline from '../styles/offline.css?inline';
import layers from '../styles/layers.css?inline';
import newsletter from '../styles/newsletter.css?inline';
import author from '../styles/rare/author.css?inline';
import authorBox from '../styles/rare/author-box.css?inline';
import bylineFace from '../styles/rare/byline-face.css?inline';
import box from '../styles/rare/box.css?inline';
import banner from '../styles/rare/banner.css?inline';
import age from '../styles/rare/age.css?inline';
import breaking from '../styles/rare/breaking.css?inline';
import changed from '../styles/rare/changed.css?inline';
import changes from '../styles/rare/changes.css?inline';
import republish from '../styles/rare/republish.css?inline';
import code from '../styles/rare/code.css?inline';
import contents from '../styles/rare/contents.css?inline';
import corrections from '../styles/rare/corrections.css?inline';
import days from '../styles/rare/days.css?inline';
import draftBar from '../styles/rare/draft-bar.css?inline';
import details from '../styles/rare/details.css?inline';
import embed from '../styles/rare/embed.css?inline';
import entry from '../styles/rare/entry.css?inline';
import footnotes from '../styles/rare/footnotes.css?inline';
import gallery from '../styles/rare/gallery.css?inline';
import live from '../styles/rare/live.css?inline';
import liveStrip from '../styles/rare/live-strip.css?inline';
import keyPoints from '../styles/rare/key-points.css?inline';
import longName from '../styles/rare/long-name.css?inline';
import manySections from '../styles/rare/many-sections.css?inline';
import menu from '../styles/rare/menu.css?inline';
import now from '../styles/rare/now.css?inline';
import pullQuote from '../styles/rare/pull-quote.css?inline';
import prose from '../styles/rare/prose.css?inline';
import recording from '../styles/rare/recording.css?inline';
import series from '../styles/rare/series.css?inline';
import reporting from '../styles/rare/reporting.css?inline';
import sponsored from '../styles/rare/sponsored.css?inline';
import table from '../styles/rare/table.css?inline';
import typeset from '../styles/rare/typeset.css?inline';
import { type Position, positions } from '../schemas/advertising.ts';
import type { KindTraits } from '../schemas/kinds.ts';

/** The styles of parts that few papers have, for the pages of those that do. */
export const consentStyles = consentScript === undefined ? '' : layers + consent;
export const offlineStyles = publication.offlineReading ? layers + offline : '';
export const breakingStyles = breakingNews ? layers + breaking : '';
/** The footer of a paper with sections in sections, or with more than one column of them. */
export const manySectionsStyles =
  edition.sections.length > 8 || edition.sections.some(({ parent }) => parent !== undefined)
    ? layers + manySections
    : '';
/** Those of the masthead's menu and topics, which no story's page has. */
export const menuStyles = layers + menu + (nowTopics.length > 0 ? now : '');
export const draftStyles = withDrafts ? layers + draftBar : '';
const letters = publication.name.length;
/** The masthead of a paper whose name does not fit between its tools on a phone. */
export const longNameStyles =
  letters > 12 ? `${layers}.wordmark{--letters:${letters}}${longName}` : '';
export const liveStripStyles = layers + liveStrip;
export const daysStyles = layers + days;
export const changesStyles = layers + changes;
/** On the page of a story that others may publish. */
export const republishStyles = layers + republish;
const { houseAds, slots } = publication.advertising;
export const bannerStyles = slots.top?.some((name) => houseAds[name]?.pictures.banner)
  ? layers + banner
  : '';
/** Whether any advertisement in or below a story is set in type, because it has no picture of that shape. */
const isTypeset = (Object.keys(positions) as Position[]).some(
  (position) =>
    !/^(?:front|list)-/.test(position) &&
    slots[position]?.some((name) => {
      const { rectangle, banner, strip } = houseAds[name]?.pictures ?? {};
      return { wide: !banner && !strip, box: !rectangle }[positions[position] as 'wide' | 'box'];
    }),
);
export const typesetStyles = isTypeset ? layers + typeset : '';
export const newsletterStyles =
  publication.newsletter.provider === 'none' ? '' : layers + newsletter;

/** The elements of a text that `prose.css` is about. Standing pages have it always. */
const isProse = /<(?:a|ul|ol|blockquote|code|h3|h4|hr|sup|sub)[ >]/;

/** What to look for in a body's HTML to know that it needs rare styles. */
const styles: readonly [mark: string, css: string][] = [
  ['<table', table],
  ['<pre', code],
  ['<details', details],
  [' data-footnotes', footnotes],
  [' data-embed="', embed],
  [' data-part="gallery"', gallery],
  [' data-part="pull-quote"', pullQuote],
  [' data-part="recording"', recording],
  [' data-part="entry"', entry],
  [' data-part="box"', box],
];

/** The styles that a body's HTML needs. */
export const bodyStyles = (html: string): string => {
  const needed = [
    isProse.test(html) ? prose : '',
    ...styles.filter(([mark]) => html.includes(mark)).map(([, css]) => css),
  ].join('');
  return needed && layers + needed;
};

/**
 * The styles of elements that few pages have, so that ordinary articles do not carry them.
 * @param html the final HTML of the body
 * @param traits the traits of the story's kind, and what its page has besides the text
 */
export const rareStyles = (
  html: string,
  traits?: Partial<
    Pick<KindTraits, 'leads' | 'paid'> & {
      isRunning: boolean;
      hasContents: boolean;
      hasKeyPoints: boolean;
      hasChanges: boolean;
      isRecorded: boolean;
      hasReporting: boolean;
      inSeries: boolean;
      isOld: boolean;
      hasAuthorBox: boolean;
      hasFace: boolean;
    }
  >,
): string => {
  const needed = [
    traits && isProse.test(html) ? prose : '',
    ...styles.filter(([mark]) => html.includes(mark)).map(([, css]) => css),
    traits?.isRunning ? live : '',
    traits?.hasContents ? contents : '',
    traits?.hasKeyPoints ? keyPoints : '',
    traits?.hasChanges ? corrections : '',
    traits?.isRecorded ? changed : '',
    traits?.hasReporting ? reporting : '',
    traits?.inSeries ? series : '',
    traits?.isOld ? age : '',
    traits?.hasAuthorBox ? authorBox : '',
    traits?.hasFace ? bylineFace : '',
    traits?.leads === 'author' ? author : '',
    traits?.paid ? sponsored : '',
  ].join('');
  // Whichever styles come first decide the order of the layers, and these come before the page's own.
  return needed && layers + needed;
};
