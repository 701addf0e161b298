import { dump } from 'js-yaml';
import { webUrl } from '../../schemas/values.ts';
import type { PlannedEntry } from '../decisions/plan.ts';
import type { SourceEntry } from '../model.ts';
import { plainText } from '../words/plain.ts';
import { cutAtSentence, cutAtWord, firstSentence, oneLine } from './limits.ts';
import type { Note } from './report.ts';

/** Copy as its file holds it: YAML between dashes, then Markdown. */
export const asFile = (fields: Record<string, unknown>, body: string): string => {
  const given = Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
  return `---\n${dump(given, { lineWidth: -1 })}---\n\n${body.trim()}\n`;
};

/** A file of YAML. */
export const asYaml = (fields: Record<string, unknown>): string => {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return dump(Object.fromEntries(given), { lineWidth: -1 });
};

/** The headline and standfirst of a story, and what an editor should know about them. */
export interface Headings {
  headline: string;
  standfirst: string;
}

/**
 * @param words the words of the body, for an entry that has no title or no summary
 */
export const headingsOf = (
  entry: SourceEntry,
  words: string,
  language: string,
  notes: Note[],
): Headings => {
  const title = oneLine(entry.title);
  const headline =
    title === '' ? firstSentence(oneLine(words), 120, language) : cutAtWord(title, 120);
  if (title === '') {
    notes.push({
      weight: 'look',
      what: 'No title: the first sentence is the headline',
      found: headline,
    });
  } else if (headline !== title) {
    notes.push({ weight: 'look', what: 'The title was too long for a headline', found: title });
  }
  const candidates = entry.standfirsts
    .map(({ html }) => oneLine(plainText(html)))
    .filter((text) => text !== '');
  const [given] = candidates;
  if (given === undefined) {
    notes.push({ weight: 'know', what: 'The standfirst is the beginning of the text' });
  }
  const whole = given ?? (oneLine(words) || headline);
  const standfirst = cutAtSentence(whole, 300, language);
  if (given !== undefined && standfirst !== given) {
    notes.push({ weight: 'look', what: 'The summary was too long for a standfirst', found: given });
  }
  return { headline: headline || 'Untitled', standfirst: standfirst || headline || 'Untitled' };
};

/** Where a syndicated story came from, if the source says so in a way that can be printed. */
export const sourceOf = ({ source }: SourceEntry): { name: string; url?: string } | undefined => {
  const url =
    source?.url !== undefined && webUrl.safeParse(source.url).success ? source.url : undefined;
  const name = oneLine(source?.name ?? '') || (url === undefined ? '' : new URL(url).hostname);
  if (name === '') return undefined;
  return { name: cutAtWord(name, 160), ...(url === undefined ? {} : { url }) };
};

/** The lead picture as frontmatter has it. */
export interface Lead {
  src: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
}

/** The frontmatter of a story. */
export const storyFields = (
  planned: PlannedEntry,
  entry: SourceEntry,
  { headline, standfirst }: Headings,
  rest: { lead: Lead | undefined; formerUrls: readonly string[]; guid: string | undefined },
): Record<string, unknown> => ({
  headline,
  standfirst,
  section: planned.section,
  authors: planned.authors,
  published: planned.published,
  updated: planned.updated,
  kind: planned.kind === 'news' ? undefined : planned.kind,
  // What was imported is no longer running.
  state: planned.kind === 'live' ? 'over' : undefined,
  topics: planned.topics,
  leadImage: rest.lead && {
    src: rest.lead.src,
    alt: rest.lead.alt,
    ...(rest.lead.caption ? { caption: cutAtWord(rest.lead.caption, 400) } : {}),
    ...(rest.lead.credit ? { credit: cutAtWord(rest.lead.credit, 160) } : {}),
  },
  source: sourceOf(entry),
  mustRead: planned.mustRead,
  comments: entry.takesComments === false ? false : undefined,
  draft: planned.draft ? true : undefined,
  guid: rest.guid,
  formerUrls: [...rest.formerUrls],
});
