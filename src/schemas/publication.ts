import { z } from 'zod';
import { languageOf, languages } from '../language/names.ts';
import { advertisingSchema } from './advertising.ts';
import { analyticsSchema } from './analytics.ts';
import { commentsSchema } from './comments.ts';
import { feedsSchema } from './feeds.ts';
import { adsTxtSchema, aiCrawlersSchema, humansSchema, securitySchema } from './root-files.ts';
import { newsletterSchema } from './newsletter.ts';
import { oldAddress } from './redirects.ts';
import { hostingSchema } from './hosting.ts';
import { entryId, line, path, origin, rule, webUrl } from './values.ts';

/** The placeholders of a permalink pattern. */
export const permalinkParts = ['yyyy', 'mm', 'dd', 'section', 'slug'] as const;

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** The address of an article as a pattern: a path with placeholders. */
const permalinkPattern = path
  .refine(
    (pattern) => pattern.includes('{slug}'),
    rule('a pattern with {slug}', 'Add {slug}: without it two articles would share an address.'),
  )
  .refine(
    (pattern) =>
      [...pattern.matchAll(/\{(.*?)\}/g)].every(([, part]) =>
        (permalinkParts as readonly string[]).includes(part ?? ''),
      ),
    rule(
      `only ${permalinkParts.map((part) => `{${part}}`).join(' ')} in braces`,
      'Correct the placeholder.',
    ),
  )
  .refine(
    (pattern) => !/[?#]/.test(pattern),
    rule('only a path', 'Leave out ? and #: a host ignores what follows them.'),
  );

const presentPermalink = permalinkPattern.refine(
  (pattern) => pattern.endsWith('/'),
  rule('a pattern that ends with a slash', 'Add the slash at its end.'),
);

const formerPermalink = permalinkPattern.refine(
  (pattern) =>
    !pattern.includes('*') && oldAddress.safeParse(pattern.replaceAll(/\{\w+\}/g, 'x')).success,
  rule(
    'a pattern without " < > ^ ` { | } $ * outside its placeholders',
    'Leave them out: hosts’ rules cannot contain them.',
  ),
);

/** What two patterns that lead to the same addresses have in common. */
const patternKey = (pattern: string): string =>
  pattern.toLowerCase().replace(/(?:\/index\.html|\/)?$/, '/');

const fields = z.strictObject({
  /** The paper's name, as on its masthead. */
  name: line(60),
  /** A shorter one for under an icon on a phone, where the name is longer than about 12 characters. */
  shortName: line(20).optional(),
  /** What it stands for, in a line. */
  tagline: line(160),
  /** Its public address without a folder. Until you set one, a reserved `.example` address. */
  url: origin,
  /** Its language (BCP 47), with a region where dates differ by it: `en-GB`. The interface must speak it. */
  language: z
    .string()
    .refine(
      (tag) => languageOf(tag) !== undefined,
      rule(
        `a language tag that begins with one of ${languages.join(', ')}`,
        'Choose one of these, or add the words of another in src/language/.',
      ),
    ),
  /** Its time zone (IANA): dates are shown in it. */
  timeZone: z
    .string()
    .refine(
      isTimeZone,
      rule('a time zone from the IANA list, such as Europe/Kyiv', 'Look the name up in the list.'),
    ),
  /** The addresses of articles, of `{yyyy} {mm} {dd} {section} {slug}`. */
  permalink: presentPermalink.default('/{yyyy}/{mm}/{slug}/'),
  /**
   * What `permalink` was before, the oldest first: `['/{yyyy}/{mm}/{dd}/{slug}/']`. Every old address of an article leads
   * to its new one. Comment services know threads by the first pattern, so that comments stay with their stories.
   */
  formerPermalinks: z.array(formerPermalink).default([]),
  /** The permalink under which comments were opened, where that is not the oldest one. */
  threadPermalink: permalinkPattern.optional(),
  /** The sections in the navigation, in order; all of them where left out. */
  navigation: z.array(entryId).optional(),
  /** Who is responsible for the paper. */
  publisher: z.strictObject({
    /** The organisation's name. */
    name: line(100),
    /** Its logo: a square picture in the content folder, 512 px or more. */
    logo: z.string().trim().min(1),
    /** Its policies: the names of files in `pages/`. Search engines and news services are told of them. */
    policies: z
      .strictObject({
        about: entryId.optional(),
        contact: entryId.optional(),
        /** How mistakes are put right. */
        corrections: entryId.optional(),
        privacy: entryId.optional(),
        /** By what principles it publishes. */
        principles: entryId.optional(),
        /** What its journalists may and may not do. */
        ethics: entryId.optional(),
        /** Who works on it. */
        masthead: entryId.optional(),
        /** Who owns it, and what it lives on. */
        ownership: entryId.optional(),
        /** How readers' objections and hints are dealt with. */
        feedback: entryId.optional(),
        /** How it sees to it that different people speak in it and work on it. */
        diversity: entryId.optional(),
        /** What it covers first, and why. */
        mission: entryId.optional(),
        /** When it quotes people without their names. */
        sources: entryId.optional(),
        /** How it checks facts. */
        verification: entryId.optional(),
      })
      .default({}),
  }),
  /** The accounts of Stay Connected: a count, what is counted, what to do about it, and where. */
  stayConnected: z
    .array(
      z.strictObject({
        /** The platform's name: "Facebook". */
        platform: line(40),
        /** How many follow, as a number. */
        count: z.int().min(0),
        /** What they are called: "Fans". */
        unit: line(30),
        /** What a reader is asked to do: "Like". */
        action: line(30),
        /** Your account's address there. */
        url: webUrl,
      }),
    )
    .default([]),
  /** The house advertisements and the slots that they fill. */
  advertising: advertisingSchema.default({ houseAds: {}, slots: {}, sensitiveTopics: [] }),
  /**
   * Who runs LEAVE A REPLY: one of the services in comment-providers/, or `none`, which closes it. Where it is left out, comments
   * are closed too, but for a server that COMMENTS_SERVER names.
   */
  comments: commentsSchema.default({ provider: 'none' }),
  /** Who counts visits; nobody where left out. */
  analytics: analyticsSchema.default({ provider: 'none' }),
  /** Who sends the newsletter; none where left out. */
  newsletter: newsletterSchema.default({ provider: 'none' }),
  /**
   * Whether the front page and the last 30 stories that a reader opened stay on their device, to be read offline. To end
   * it, set it to false and publish: readers' browsers forget what they kept at their next visit.
   */
  offlineReading: z.boolean().default(false),
  /** What feeds carry. */
  feeds: feedsSchema.default({ content: 'full' }),
  /** Which AI crawlers may read the paper: what `robots.txt` says of them. */
  aiCrawlers: aiCrawlersSchema.optional(),
  /** Who may sell the paper's advertising: `ads.txt`. */
  adsTxt: adsTxtSchema.optional(),
  /** Whom to tell of a hole in the site: `.well-known/security.txt`. */
  security: securitySchema.optional(),
  /** Who makes the paper: `humans.txt`. */
  humans: humansSchema.optional(),
  /** Where the paper is served, and what its addresses were before. */
  hosting: hostingSchema.default({ compressedCopies: [], httpsOnly: 'this-host' }),
  /**
   * How many stories Must Read and Related News list at most, and how many are indexed for search together at least:
   * after an edit a whole volume of them is indexed anew, and a search asks for the parts of each.
   */
  lists: z
    .strictObject({
      mustRead: z.int().min(1).max(20).default(5),
      related: z.int().min(1).max(20).default(4),
      searchVolume: z.int().min(1).default(1000),
    })
    .default({ mustRead: 5, related: 4, searchVolume: 1000 }),
});

/** What a publisher decides, in `publication.ts`. The docstring of each field is its manual. */
export const publicationSchema = fields.superRefine(({ permalink, formerPermalinks }, context) => {
  const known = new Map([[patternKey(permalink), '`permalink`']]);
  for (const [n, pattern] of formerPermalinks.entries()) {
    const field = `formerPermalinks.${String(n)}`;
    const same = known.get(patternKey(pattern)) ?? field;
    known.set(patternKey(pattern), same);
    if (same === field) continue;
    context.addIssue({
      code: 'custom',
      input: pattern,
      path: ['formerPermalinks', n],
      ...rule(`a pattern other than ${same}`, 'Remove it.'),
    });
  }
});

/** What a publisher may write in `publication.ts`. */
export type PublicationCopy = z.input<typeof publicationSchema>;
/** The same, checked and completed. */
export type Publication = z.output<typeof publicationSchema>;
