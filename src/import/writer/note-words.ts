import type { Loss } from '../model.ts';

/** How much a note matters: something was lost, an editor should look, or it is good to know. */
export type Weight = 'lost' | 'look' | 'know';

/** What is to be said about an entry, or about the whole import. */
export interface Note {
  weight: Weight;
  /** What it is, the same words for every note of its kind: `A picture is missing`. */
  what: string;
  /** The thing itself: an address, a file, a shortcode. */
  found?: string | undefined;
}

/** A kind of note: its heading in the report, and what an editor can do about it. */
interface NoteWords {
  what: string;
  advice?: string;
}

/** What each loss of the words is to an editor: where something is missing, and where nothing of the story is. */
const lossWords: Record<string, { missing?: NoteWords; harmless?: NoteWords }> = {
  words: {
    missing: {
      what: 'Words that may look different from what they did',
      advice: 'Compare the story with its old page.',
    },
  },
  markup: {
    missing: {
      what: 'Markup that was too tangled: the words stay, without pictures and links',
      advice: 'Compare the story with its old page.',
    },
  },
  'words for members': {
    missing: {
      what: 'Words that only members could read: left out',
      advice: 'A paper has no members. Write into the story what everybody may read.',
    },
  },
  picture: {
    missing: {
      what: 'A picture without an address that could be used',
      advice: 'Look at the old page, and put the picture beside the story.',
    },
  },
  file: {
    missing: {
      what: 'A file that the export does not name',
      advice: 'Look at the old page, and put the file beside the story.',
    },
  },
  gallery: { harmless: { what: 'A gallery without pictures' } },
  embed: {
    missing: {
      what: 'An embed that the paper has no card for',
      advice:
        'A link stands in its place; where there was no address, nothing does. Check that the link leads somewhere.',
    },
    harmless: {
      what: 'An embed that was no part of the story, such as a map of the office: left out',
    },
  },
  recording: {
    missing: {
      what: 'A recording that browsers cannot play',
      advice: 'A link stands in its place. Convert the file to MP3 or MP4.',
    },
  },
  shortcode: {
    missing: {
      what: 'A shortcode of a plugin: what it showed is not in the export',
      advice: 'Look at the old page. If it was part of the story, write it into the story.',
    },
    harmless: { what: 'A shortcode that was taken away: words between its marks stay' },
  },
  block: {
    missing: {
      what: 'A block of a plugin: what it showed is not in the export',
      advice: 'Look at the old page. If it was part of the story, write it into the story.',
    },
    harmless: { what: 'A block without words, such as a list of the newest posts: left out' },
  },
  'reusable block': {
    missing: { what: 'A shared block that is not public: left out' },
    harmless: { what: 'A shared block that is not public or shows itself: left out' },
  },
  'hidden text': {
    missing: {
      what: 'Words that were hidden on the old site, and are not now',
      advice: 'If readers were not meant to see them, delete them.',
    },
    harmless: { what: 'Hidden links, as intruders leave them: left out' },
  },
  'picture without alt': {
    missing: {
      what: 'A picture without a description for those who cannot see it',
      advice: 'Its caption, title or name stands in for one. Say in `alt` what it shows.',
    },
  },
  form: { harmless: { what: 'A form: a paper cannot receive it' } },
  script: { harmless: { what: 'A script: left out' } },
  'tracking pixel': { harmless: { what: 'A picture that only counted readers: left out' } },
  furniture: { harmless: { what: 'Buttons and boxes of plugins: left out' } },
  link: { harmless: { what: 'A link that leads nowhere: its words stay' } },
  'linked picture': { harmless: { what: 'A picture that is a link' } },
  'link in a caption': { harmless: { what: 'A link in a caption: its words stay' } },
  'link in code': { harmless: { what: 'A link in lines of code: its words stay' } },
};

/** What the rest of the import has to say. */
const otherWords: NoteWords[] = [
  {
    what: 'Could not be read in the export',
    advice: 'Look at the file at this line. Everything else in it was read.',
  },
  { what: 'A lead picture is not in the export' },
  {
    what: 'A picture is missing',
    advice: 'Put it among the uploads, or allow `--download`, and run the import again.',
  },
  {
    what: 'A file is missing',
    advice: 'Put it among the uploads, or allow `--download`, and run the import again.',
  },
  { what: 'A picture cannot be used', advice: 'Replace the file, and run the import again.' },
  { what: 'A file of this kind is not brought' },
  {
    what: 'A link to the old site leads nowhere',
    advice: 'Its words stay, without the link.',
  },
  { what: 'No title: the first sentence is the headline', advice: 'Write a headline.' },
  { what: 'The title was too long for a headline', advice: 'It was cut. Write a shorter one.' },
  {
    what: 'The summary was too long for a standfirst',
    advice: 'It ends after its last whole sentence that fits.',
  },
  {
    what: 'An author without a name that can be printed',
    advice: 'Write the name into the file in `authors/`.',
  },
  {
    what: 'A picture without a description',
    advice: 'Say in `alt` what it shows, for those who cannot see it.',
  },
  { what: 'Not in the source any more, but left because somebody has edited it' },
];

const ranked: readonly NoteWords[] = [
  ...otherWords,
  ...Object.values(lossWords).flatMap(({ missing }) => missing ?? []),
  ...Object.values(lossWords).flatMap(({ harmless }) => harmless ?? []),
];

/** Kinds of losses that have words here. */
export const knownLosses: readonly string[] = Object.keys(lossWords);

/** What a loss of the words is, for the report. */
export const noteOfLoss = ({ what, found, harmless }: Loss): Note => {
  const { missing, harmless: none } = lossWords[what] ?? {};
  const words = harmless ? (none ?? missing) : (missing ?? none);
  return { weight: harmless ? 'know' : 'look', what: words?.what ?? what, found };
};

/** What an editor can do about notes of a kind, if there is something. */
export const adviceFor = (what: string): string | undefined =>
  ranked.find((words) => words.what === what)?.advice;

/** The place of a kind of note among the others, the one that matters most first. */
export const rankOf = (what: string): number => {
  const rank = ranked.findIndex((words) => words.what === what);
  return rank === -1 ? ranked.length : rank;
};
