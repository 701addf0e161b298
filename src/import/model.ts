/*
 * What every reader (WordPress, feeds, Ghost, Markdown) makes of its source, and what the writer turns into a paper.
 * Texts are decoded (no HTML entities in names and titles); ids are the source's own and mean nothing to the paper.
 */

/** A moment as the source has it. At least one of the two is given. */
export interface SourceMoment {
  /** Without an offset, in the site's time zone: `2024-03-15T09:30:00`. */
  local?: string | undefined;
  /** ISO 8601 with an offset or `Z`. */
  utc?: string | undefined;
}

/** What is known about the whole site. */
export interface SourceSite {
  type: 'site';
  title?: string | undefined;
  description?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  /** IANA, if the source says it. */
  timeZone?: string | undefined;
  /** Every origin with its folder that the site had, without a slash at the end: `https://www.example.com`. */
  addresses: string[];
}

/** Somebody who wrote. Logins and e-mail addresses are never brought. */
export interface SourceAuthor {
  type: 'author';
  /** What entries name the author by. */
  id: string;
  name: string;
  bio?: string | undefined;
  links?: string[] | undefined;
  isOrganization?: boolean | undefined;
}

/** A category or a tag. */
export interface SourceTerm {
  type: 'section' | 'topic';
  /** What entries name it by: a term's number, or its slug where the source has no numbers. */
  id: string;
  slug: string;
  name: string;
  description?: string | undefined;
  /** The id of the section that contains it. */
  parent?: string | undefined;
}

/** A file in the source's library of media. */
export interface SourceFile {
  type: 'file';
  id: string;
  /** The entry that it was uploaded to. */
  entry?: string | undefined;
  /** Its path below the folder of uploads: `2024/03/weir.jpg`. The original, never a smaller copy. */
  path?: string | undefined;
  /** Every address that it had. */
  urls: string[];
  title?: string | undefined;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  /** The address of its own page. */
  page?: string | undefined;
}

/** Text that entries show by reference, such as a reusable block. */
export interface SourcePart {
  type: 'part';
  id: string;
  isPublic: boolean;
  text: SourceText;
}

/** A text as its source wrote it: HTML of WordPress with blocks and shortcodes, plain HTML, or Markdown. */
export interface SourceText {
  format: 'wordpress' | 'html' | 'markdown';
  value: string;
}

export interface SourceComment {
  id: string;
  /** The comment that it answers. */
  parent?: string | undefined;
  name: string;
  link?: string | undefined;
  /** Only for services that keep it apart from what is published. */
  email?: string | undefined;
  /** ISO 8601 in UTC. */
  moment: string;
  /** HTML as readers could write it. */
  html: string;
  isApproved: boolean;
  /** True for pingbacks and trackbacks. */
  isPing: boolean;
}

/**
 * An entry that may become a story or a page. Of a withheld one, readers hand over what identifies it and nothing else: no
 * text, notes, standfirsts, pictures or comments.
 */
export interface SourceEntry {
  type: 'entry';
  id: string;
  /** What the source calls its type: `post`, `page`, or a type of its own. */
  kindOfEntry: string;
  /** Only a public entry is published; a draft is brought on request; a withheld one never. */
  state: 'public' | 'draft' | 'withheld';
  /** Why it is not public, in a word: private, password, future, trash, revision … */
  why?: string | undefined;
  /** Never empty: where the source has none, it is made of the title, or is the id. */
  slug: string;
  /** Its address, as the source has it. */
  link?: string | undefined;
  guid?: string | undefined;
  title: string;
  published?: SourceMoment | undefined;
  modified?: SourceMoment | undefined;
  /** Candidates for the standfirst, the best first, as HTML or plain text; each says where it is from. */
  standfirsts: { from: string; html: string }[];
  /** Ids of authors, in order. */
  authors: string[];
  /** The id of the section that the source prefers, if it says so. */
  primarySection?: string | undefined;
  sections: string[];
  topics: string[];
  /** The id of the file that is its lead picture, or its address. */
  leadPicture?: { file?: string | undefined; url?: string | undefined } | undefined;
  /** A recording that stands where the lead picture would: the address of a film. */
  leadVideo?: string | undefined;
  source?: { name?: string | undefined; url?: string | undefined } | undefined;
  isSticky?: boolean | undefined;
  /** False if it is closed to comments. */
  takesComments?: boolean | undefined;
  /** Slugs that it had before. */
  oldSlugs: string[];
  /** Paths and addresses that it had before, where the source keeps those instead of slugs. */
  oldAddresses?: string[] | undefined;
  /** Days that it was dated before, as addresses had them: `2024-03-15`. */
  oldDays?: string[] | undefined;
  /** The entry that contains it, for pages below pages. */
  parent?: string | undefined;
  text: SourceText;
  /** Notes that the text refers to by id, as HTML. */
  notes: { id: string; html: string }[];
  comments: SourceComment[];
}

/** Something that is counted, not brought: menus, revisions, templates … */
export interface SourceRest {
  type: 'rest';
  what: string;
}

/** What could not be read. The rest goes on. */
export interface SourceFault {
  type: 'fault';
  file: string;
  line?: number | undefined;
  column?: number | undefined;
  found: string;
  /** True if it was repaired and nothing was lost. */
  repaired: boolean;
}

export type SourceItem =
  | SourceSite
  | SourceAuthor
  | SourceTerm
  | SourceFile
  | SourcePart
  | SourceEntry
  | SourceRest
  | SourceFault;

/**
 * A source that can be read more than once: first for a survey of everything that is in it, then to write. Items come in
 * the source's own order, one at a time, so that a source of any size fits into memory.
 */
export interface Source {
  /** What it is, for the report: `WordPress export (WXR 1.2)`. */
  name: string;
  /** The folder below which the paths of its files are, where it brings them along, as a folder of Markdown does. */
  uploads?: string | undefined;
  items: () => AsyncIterable<SourceItem>;
}

/** A picture or file that a text shows, which the writer must find and place beside the story. */
export interface BodyFile {
  /** What stands in the Markdown for its path until it has been placed: unique in the body, letters and digits only. */
  mark: string;
  kind: 'picture' | 'recording' | 'download';
  /** The id in the source's library, if the text names one. */
  file?: string | undefined;
  /** The addresses to look under, the best first (originals before smaller copies). */
  urls: string[];
  alt: string;
  /** Without the credit. */
  caption: string;
  credit: string;
}

/** What was lost from a text, or needs an editor's eye. */
export interface Loss {
  /** What it is: `shortcode`, `embed`, `form`, `picture without alt` … */
  what: string;
  /** The thing itself, shortened: `[contact-form-7]`, an address. */
  found: string;
  /** True if no word of the story is lost by it: furniture, for example. */
  harmless: boolean;
}

/** A text turned into Markdown of the paper. */
export interface Body {
  markdown: string;
  files: BodyFile[];
  /** Visible words, in order, without captions' doubles; to prove that none is lost. */
  words: number;
  /** Names of shortcodes that are not known here, for the mapping file. */
  shortcodes: string[];
  /** Addresses of embeds that became cards. */
  embeds: string[];
  losses: Loss[];
}

/** What the conversion of a text asks of the rest of the import. */
export interface BodySetting {
  /** The library's file, by id or by any of its addresses (of any size or host). */
  fileOf: (key: { id?: string | undefined; url?: string | undefined }) => SourceFile | undefined;
  /** The part with this id, if it is public. */
  partOf: (id: string) => SourcePart | undefined;
  /**
   * Where a link leads in the paper; undefined to leave it as it is, false if its page is gone: then only its words stay.
   * Called with absolute addresses.
   */
  linkOf: (url: string) => string | false | undefined;
  /** What becomes of shortcodes that are not known: their words stay, unless this says otherwise. */
  shortcodes?: Readonly<Record<string, 'words' | 'drop'>> | undefined;
  /** Files uploaded to this entry, in order: `[gallery]` without ids shows them. */
  attached: readonly SourceFile[];
  notes: SourceEntry['notes'];
  /** The address of the entry, against which relative links are resolved. */
  base: string;
}
