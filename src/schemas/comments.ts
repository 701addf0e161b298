import { z } from 'zod';
import { line, rule } from './values.ts';

/** Whether only this machine reaches the host of an address. */
export const isLocal = (address: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(
    new URL(address).hostname,
  );

/** Whether a server can be asked at this address (WHATWG URL): nothing stands before its host or after its path. */
export const isServer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
};

/** A comment server's address, with its folder if it has one; a slash at its end does not matter. */
const server = z
  .string()
  .trim()
  .refine(isServer, {
    ...rule(
      'the address of a comment server, such as https://comments.news.example',
      'Write the whole address, without anything after its path.',
    ),
    abort: true,
  })
  .refine(
    (text) => text.startsWith('https:') && !isLocal(text),
    rule(
      'an https address that readers can reach',
      'Put the server on the web, or leave `comments` out: `npm start` then uses that of this machine.',
    ),
  )
  .transform((text) => text.replace(/\/+$/, ''));

/** Where readers may write instead when the service fails them: an e-mail address. */
const mail = z
  .string()
  .trim()
  .refine(
    (text) => z.email().safeParse(text).success,
    rule('an e-mail address', 'Write the address alone, or leave it out.'),
  )
  .optional();

const named = (pattern: RegExp, expected: string, fix: string) =>
  z
    .string()
    .trim()
    .refine((text) => pattern.test(text), rule(expected, fix));

/** Comments are closed, and the section says so. */
const none = z.strictObject({ provider: z.literal('none') });

/** Waline (waline.js.org), hosted by yourself: readers write under a name, without an account. */
const waline = z.strictObject({
  provider: z.literal('waline'),
  /** Its address; docs/publishers/comments.md says how to run one. */
  server,
  mail,
});

/** Isso (isso-comments.de), hosted by yourself: readers write without an account. */
const isso = z.strictObject({
  provider: z.literal('isso'),
  /** Its address. */
  server,
  mail,
});

/** Remark42 (remark42.com), hosted by yourself: readers sign in, or write anonymously if you allow it. */
const remark42 = z.strictObject({
  provider: z.literal('remark42'),
  /** Its address. */
  server,
  /** The paper's name there, one of its `SITE`. */
  site: line(60),
  mail,
});

/** giscus (giscus.app): readers need a GitHub account; it loads only when they ask for it. */
const giscus = z.strictObject({
  provider: z.literal('giscus'),
  /** The public repository whose discussions hold the comments: `owner/name`. */
  repository: named(
    /^[\w.-]+\/[\w.-]+$/,
    'a repository, such as owner/name',
    'Copy it from giscus.app.',
  ),
  /** Its id, as giscus.app shows it: `R_…`. */
  repositoryId: line(60),
  /** The category of the discussions, and its id: `DIC_…`. */
  category: line(60),
  categoryId: line(60),
  mail,
});

/** Disqus (disqus.com), which shows advertisements and follows readers; it loads only when they ask for it. */
const disqus = z.strictObject({
  provider: z.literal('disqus'),
  /** The paper's name there: the first part of `news.disqus.com`. */
  shortname: named(
    /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i,
    'the first part of your address at disqus.com',
    'Copy it from your settings there: letters, digits and hyphens.',
  ),
  mail,
});

/** Who runs LEAVE A REPLY, and what they need to know. The docstring of each field is its manual. */
export const commentsSchema = z.discriminatedUnion('provider', [
  none,
  waline,
  isso,
  remark42,
  giscus,
  disqus,
]);

export type Comments = z.output<typeof commentsSchema>;
/** Who runs them, where somebody does. */
export type Provider = Exclude<Comments['provider'], 'none'>;
/** The settings of one provider. */
export type CommentsOf<P extends Provider> = Extract<Comments, { provider: P }>;
