import { z } from 'zod';
import { languageOf, languages } from '../language/names.ts';
import { advertisingSchema } from './advertising.ts';
import { analyticsSchema } from './analytics.ts';
import { commentsSchema } from './comments.ts';
import { deskSchema } from './desk.ts';
import { kinds } from './kinds.ts';
import { feedsSchema } from './feeds.ts';
import { indexNowSchema } from './index-now.ts';
import { rightsSchema } from './rights.ts';
import { adsTxtSchema, humansSchema, securitySchema } from './root-files.ts';
import { liveSchema } from './live.ts';
import { newsletterSchema } from './newsletter.ts';
import { recordSchema } from './record.ts';
import { oldAddress } from './redirects.ts';
import { hostingSchema } from './hosting.ts';
import { entryId, line, link, path, origin, replaced, rule, webUrl } from './values.ts';

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

const withOneEnd = (pattern: string): string => pattern.replace(/(?:\/index\.html|\/)?$/, '/');

/** What two patterns that lead to the same addresses have in common. */
const patternKey = (pattern: string): string => withOneEnd(pattern).toLowerCase();

/** Kinds of stories, each with the day from which on something is asked of them, or true for always. */
const fromOn = z.partialRecord(z.enum(kinds), z.union([z.literal(true), z.iso.date()]));

const fields = z.strictObject({
  /** The paper's name, as on its masthead. */
  name: line(60),
  /** A shorter name to show under the icon on a phone, for names longer than about 12 characters. */
  shortName: line(20).optional(),
  /** What the paper stands for, in one line. */
  tagline: line(160),
  /**
   * Its public address without a folder: `https://news.example`. Until you have one, keep a reserved `.example`
   * address.
   */
  url: origin,
  /** Its language (BCP 47), with a region if dates depend on it: `en-GB`. It must be one of those in src/language/. */
  language: z
    .string()
    .refine(
      (tag) => languageOf(tag) !== undefined,
      rule(
        `a language tag that begins with one of ${languages.join(', ')}`,
        'Choose one of these, or add another language in src/language/.',
      ),
    ),
  /** The time zone (IANA) in which dates are shown: `Europe/Kyiv`. */
  timeZone: z
    .string()
    .refine(
      isTimeZone,
      rule('a time zone from the IANA list, such as Europe/Kyiv', 'Look the name up in the list.'),
    ),
  /** The pattern of article addresses, with `{slug}` and any of `{yyyy}`, `{mm}`, `{dd}` and `{section}`. */
  permalink: presentPermalink.default('/{yyyy}/{mm}/{slug}/'),
  /**
   * Earlier values of `permalink`, the oldest first: `['/{yyyy}/{mm}/{dd}/{slug}/']`. Every old address of an article
   * redirects to its new one. Comment threads are identified by the first pattern, so comments stay with their stories.
   */
  formerPermalinks: z.array(formerPermalink).default([]),
  /**
   * The permalink that was in use when comments were opened, if that is not the oldest one: `permalink` or one of
   * `formerPermalinks`, with or without the slash or `index.html` at its end.
   */
  threadPermalink: permalinkPattern.optional(),
  /** The sections in the navigation, in order. If left out, all of them. */
  navigation: z.array(entryId).optional(),
  /** Who is responsible for the paper. */
  publisher: z.strictObject({
    /** The organisation's name. */
    name: line(100),
    /** Its logo: a square picture in the content folder, 512 px or more. */
    logo: z.string().trim().min(1),
    /**
     * Its policies, as names of files in `pages/`. Structured data links to them for search engines and news services.
     */
    policies: z
      .strictObject({
        about: entryId.optional(),
        contact: entryId.optional(),
        /** How it corrects mistakes. */
        corrections: entryId.optional(),
        privacy: entryId.optional(),
        /** The principles by which it publishes. */
        principles: entryId.optional(),
        /** What its journalists may and may not do. */
        ethics: entryId.optional(),
        /** Who works on it. */
        masthead: entryId.optional(),
        /** Who owns it, and how it is funded. */
        ownership: entryId.optional(),
        /** How it handles complaints and tips from readers. */
        feedback: entryId.optional(),
        /** How it makes sure that it quotes and employs a diversity of people. */
        diversity: entryId.optional(),
        /** What its coverage puts first, and why. */
        mission: entryId.optional(),
        /** When it quotes sources without naming them. */
        sources: entryId.optional(),
        /** How it checks facts. */
        verification: entryId.optional(),
        /** How it reports: what it does to know what it prints. */
        methodology: entryId.optional(),
        /** What it uses AI for, and what it never does. */
        ai: entryId.optional(),
        /** How accessible it is, and whom readers can tell where it is not. */
        accessibility: entryId.optional(),
        /** Who pays for it, if `ownership` does not say so. */
        funding: entryId.optional(),
      })
      .default({}),
    /**
     * Where readers report a mistake: `mailto:` and a mail address, or a page with a form. The story's address is filled
     * in, as the subject or as `about` in the query. If left out, the page of `policies.contact`.
     */
    reportMistakes: link.optional(),
  }),
  /** The accounts in Stay Connected. */
  stayConnected: z
    .array(
      z.strictObject({
        /** The platform's name: "Facebook". */
        platform: line(40),
        /** The number of followers. */
        count: z.int().min(0),
        /** What followers are called: "Fans". */
        unit: line(30),
        /** What readers are asked to do: "Like". */
        action: line(30),
        /** The address of your account. */
        url: webUrl,
      }),
    )
    .default([]),
  /** The house advertisements and the slots that they fill. */
  advertising: advertisingSchema.default({ houseAds: {}, slots: {}, sensitiveTopics: [] }),
  /**
   * The service behind LEAVE A REPLY: one of those in comment-providers/, or `none`, which closes it. If left out,
   * comments are closed too, unless COMMENTS_SERVER names a server.
   */
  comments: commentsSchema.default({ provider: 'none' }),
  /** The service that counts visits. If left out, there is none. */
  analytics: analyticsSchema.default({ provider: 'none' }),
  /** The service that sends the newsletter. If left out, there is none. */
  newsletter: newsletterSchema.default({ provider: 'none' }),
  /** Whether `/credits/` lists who made the paper's pictures, with the stories that show them. */
  credits: z.boolean().default(false),
  /**
   * Whether readers' devices keep the front page and the last 30 stories that they opened, for reading offline. To
   * switch it off, set it to false and publish: browsers then delete what they kept at the reader's next visit.
   */
  offlineReading: z.boolean().default(false),
  /**
   * Whether stories more than a year old say so: news, analysis, live stories and opinion. A story's own `ageNotice:
   * false` leaves the line out.
   */
  ageNotice: z.boolean().default(true),
  /**
   * Where the earlier versions of stories are read from: `git`, the history of the copy, or `folder`, the folder `record`
   * that `npm run record` writes. Stories that changed then link to a page that shows how. With `none`, no page says.
   */
  record: recordSchema.default('none'),
  /**
   * Whether a change of substance without a note is a mistake, and not only a warning: one of more than a twentieth of the
   * words, of a number, or of a name in a quotation. It needs a `record`.
   */
  strictChanges: z.boolean().default(false),
  /** How often the page of a live story asks for new entries. */
  live: liveSchema.default({ pollSeconds: 60 }),
  /**
   * The kinds of stories that must say how they were reported, each with the day from which on, or `true` for all:
   * `{ news: '2025-06-01', analysis: true }`. A story of an agency, with a `source`, need not.
   */
  requireReporting: fromOn.default({}),
  /** Likewise, the kinds of stories that must say whether AI had a part in them. */
  requireAi: fromOn.default({}),
  /** How much of each story feeds contain, and the hub that notifies their subscribers. */
  feeds: feedsSchema.default({ content: 'full' }),
  /** What machines may do with the paper: `robots.txt`, `license.xml`, `tdmrep.json` and headers say it. */
  rights: rightsSchema.optional(),
  /** What `rights` was called when only `robots.txt` said it. */
  aiCrawlers: replaced(
    'the setting `rights`',
    'Rename it to `rights`, and let it decide all three: training, search and userFetch.',
  ),
  /** The key with which search engines are told of changes. If left out, they are not. */
  indexNow: indexNowSchema.optional(),
  /** Who may sell the paper's advertising: `ads.txt`. */
  adsTxt: adsTxtSchema.optional(),
  /** Where to report a security vulnerability: `.well-known/security.txt`. */
  security: securitySchema.optional(),
  /** Who makes the paper: `humans.txt`. */
  humans: humansSchema.optional(),
  /** Where the paper is hosted, and whether it used to run on WordPress. */
  hosting: hostingSchema.default({ compressedCopies: [], httpsOnly: 'this-host' }),
  /**
   * The desk, where the newsroom writes in the browser, printed with the paper at `/desk/`. If left out, there is none.
   * `docs/publishers/desk-hosting.md` explains it.
   */
  desk: deskSchema.optional(),
  /**
   * The maximum number of stories in Must Read and Related News, and the minimum number in a volume of the search
   * index. After an edit a whole volume is indexed again, and a search loads parts of every volume.
   */
  lists: z
    .strictObject({
      mustRead: z.int().min(1).max(20).default(5),
      related: z.int().min(1).max(20).default(4),
      searchVolume: z.int().min(1).default(1000),
    })
    .default({ mustRead: 5, related: 4, searchVolume: 1000 }),
  /** Related stories. With `inline: false`, longer stories have no card of the most related one within their text. */
  related: z.strictObject({ inline: z.boolean().default(true) }).default({ inline: true }),
});

/** What a publisher decides, in `publication.ts`. The docstring of each field is its manual. */
export const publicationSchema = fields.superRefine((publication, context) => {
  const { permalink, formerPermalinks, threadPermalink, record, strictChanges } = publication;
  if (strictChanges && record === 'none') {
    context.addIssue({
      code: 'custom',
      input: strictChanges,
      path: ['strictChanges'],
      ...rule('`false` without a `record`', "Add `record: 'git'`, or remove it."),
    });
  }
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
  // Any other pattern is a typo, and would move the comments of every story to a path that never was.
  const everUsed = [permalink, ...formerPermalinks].map(withOneEnd);
  if (threadPermalink !== undefined && !everUsed.includes(withOneEnd(threadPermalink))) {
    context.addIssue({
      code: 'custom',
      input: threadPermalink,
      path: ['threadPermalink'],
      ...rule(
        '`permalink` or one of `formerPermalinks`',
        'Correct the pattern, or add it to `formerPermalinks`.',
      ),
    });
  }
});

/** What a publisher may write in `publication.ts`. */
export type PublicationCopy = z.input<typeof publicationSchema>;
/** The same, checked and completed. */
export type Publication = z.output<typeof publicationSchema>;
