import type { IncomingMessage } from 'node:http';
import { messagesIn } from './messages.ts';
import { Refusal } from './refusal.ts';

type Body = Readonly<Record<string, unknown>>;

/** A comment as a reader may send it. */
export interface PostedComment {
  nick: string;
  comment: string;
  /** The thread: the path of a story, or the name it was imported under. */
  url: string;
  mail: string | undefined;
  link: string | undefined;
  /** The comment that it replies to. */
  pid: number | undefined;
}

/** The most characters of each field. */
export const lengths = { nick: 100, comment: 10_000, url: 1000, mail: 254, link: 500, ua: 500 };

const mostBytes = 64 * 1024;

/**
 * Reads the body of a request as a JSON object.
 * @throws {Refusal} when it is not one, or larger than 64 KB
 */
export const readBody = async (request: IncomingMessage): Promise<Body> => {
  // Forms of other sites cannot send this type without asking first (WHATWG Fetch).
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The body must be application/json.');
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) {
      throw new Refusal(413, 'The body is larger than 64 KB.', { Connection: 'close' });
    }
    parts.push(part);
  }
  let body: unknown;
  try {
    body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal(400, 'The body must be a JSON object.');
  }
  return body as Body;
};

/**
 * A field that may be missing, without control characters. Anything but text could become a condition in one of
 * Waline's queries.
 * @param tooLong the message if it is longer than `most` characters
 * @throws {Refusal} when it is not text, or is too long
 */
export const textIn = (
  body: Body,
  field: string,
  most: number,
  tooLong = `"${field}" is longer than ${String(most)} characters.`,
): string | undefined => {
  const value = body[field] ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw new Refusal(400, `"${field}" must be text.`);
  if (value.length > most) throw new Refusal(400, tooLong);
  // Nobody sees control characters, and SQLite's text ends at a NUL.
  return value.replace(/(?![\t\n\r])\p{Cc}/gu, '').toWellFormed();
};

const idIn = (body: Body, field: string): number | undefined => {
  const value = body[field] ?? '';
  if (value === '') return undefined;
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof id === 'number' && Number.isSafeInteger(id) && id > 0) return id;
  throw new Refusal(400, `"${field}" must be the number of a comment.`);
};

/** Blank to a reader: format characters, such as the zero-width ones, do not show. */
const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);

/**
 * The comment in a body. Whatever else is in it is left out, the browser's name too: nobody is shown it.
 * @param language of the messages, a BCP 47 tag
 * @param signedAs the name of whoever is signed in
 * @throws {Refusal}
 */
export const commentIn = (body: Body, language: string, signedAs?: string): PostedComment => {
  const say = messagesIn(language);
  const nick = signedAs ?? textIn(body, 'nick', lengths.nick, say.longName) ?? '';
  const comment = textIn(body, 'comment', lengths.comment, say.longComment) ?? '';
  const url = textIn(body, 'url', lengths.url) ?? '';
  const mail = textIn(body, 'mail', lengths.mail) || undefined;
  const link = textIn(body, 'link', lengths.link) || undefined;
  textIn(body, 'ua', lengths.ua);
  const pid = idIn(body, 'pid');
  if (pid === undefined && idIn(body, 'rid') !== undefined) {
    throw new Refusal(400, 'A reply needs "pid", the comment it replies to.');
  }
  if (isBlank(nick)) throw new Refusal(400, say.missingName);
  if (isBlank(comment)) throw new Refusal(400, say.missingComment);
  if (isBlank(url)) throw new Refusal(400, '"url" must name a thread.');
  if (mail !== undefined && !/^[^\s@<>"']+@[^\s@<>"']+$/.test(mail)) {
    throw new Refusal(400, '"mail" must be an address like name@host.example.');
  }
  if (link !== undefined && !/^https?:\/\//i.test(link)) {
    throw new Refusal(400, '"link" must begin with https:// or http://.');
  }
  return { nick, comment, url, mail, link, pid };
};
