import { z } from 'zod';
import type { Language } from '../../language/names.ts';
import type { Origins } from '../../policy-origins.ts';
import { rule } from '../values.ts';

/**
 * Everything the paper knows about a comment provider outside the reader's browser. Its adapter there is the file of
 * the same name in src/comments/browser/adapters/.
 */
export interface CommentProvider<Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** Its name, as readers see it on the privacy page. */
  title: string;
  /** What a publisher sets besides `provider` and `mail`. The docstring of each field is its manual. */
  settings: Shape;
  /** A complete set of settings, which the tests use. */
  example: z.input<z.ZodObject<Shape>>;
  /** What a page's policy must allow, besides the paper's own files. */
  origins(settings: z.output<z.ZodObject<Shape>>): Origins;
  /** The hosts that the privacy page names. */
  hosts(settings: z.output<z.ZodObject<Shape>>): string[];
  /** Whether it may store something in the reader's browser, or recognise the reader. */
  keeps: boolean;
  /** Present where nothing loads until the reader agrees: the sentence next to the button. */
  consent?: Record<Language, string>;
  /** Whether its frame or script opens a window to sign in and waits for the answer. */
  opensWindows?: boolean;
  /** Set for the one that `npm run comments` starts: COMMENTS_SERVER may then name a server on this machine. */
  runsHere?: boolean;
  /** Its row in docs/publishers/comments.md. */
  docs: { runBy: string; readersNeed: string; goodToKnow: string };
}

/** Describes a provider. It only makes the types of the settings match. */
export const commentProvider = <Shape extends z.ZodRawShape>(
  provider: CommentProvider<Shape>,
): CommentProvider<Shape> => provider;

/** Whether only this machine can reach the host of an address. */
export const isLocal = (address: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(
    new URL(address).hostname,
  );

/** Whether a server can have this address (WHATWG URL): nothing before its host or after its path. */
export const isServer = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username + password + search + hash === '';
};

/** The address of a comment server, with its folder if it has one; a slash at the end does not matter. */
export const server = z
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
      'Put the server on the web, or leave `comments` out: `npm start` then uses the one on this machine.',
    ),
  )
  .transform((text) => text.replace(/\/+$/, ''));

/** A name that must match a pattern. */
export const named = (pattern: RegExp, expected: string, fix: string) =>
  z
    .string()
    .trim()
    .refine((text) => pattern.test(text), rule(expected, fix));
