import type { IncomingMessage } from 'node:http';
import { type Limits, waitFor } from './limits.ts';
import { messagesIn } from './messages.ts';
import { commentIn, lengths, readBody, textIn } from './posted.ts';
import { languageOf, listQuery, threadQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Editor, Kept, Register } from './register.ts';
import { reservedNames } from './reserved-names.ts';

/** A request for the API. */
export interface Asked {
  request: IncomingMessage;
  query: URLSearchParams;
  /** Where it comes from, as far as limits go. */
  network: string;
  /** Who is signed in. */
  editor: Editor | undefined;
  register: Register;
  limits: Limits;
  /** Names that only editors may use, besides their own. */
  reserved: readonly string[];
}

/** What Waline is asked: only what has been checked. */
export interface Passed {
  url: string;
  body?: object;
}

const onlyEditors = ({ editor }: Asked): Editor => {
  if (editor) return editor;
  throw new Refusal(401, 'Only editors may do this. Please sign in.', {
    'WWW-Authenticate': 'Bearer',
  });
};

const tooMany = (message: string, seconds: number): Refusal =>
  new Refusal(429, message.replace('{n}', String(seconds)), { 'Retry-After': String(seconds) });

const readComments = async (asked: Asked): Promise<Passed> => {
  const { query } = asked;
  if (!query.has('type')) return { url: `/api/comment?${threadQuery(query)}` };
  if (query.get('type') !== 'list') throw new Refusal(400, '"type" is not valid.');
  onlyEditors(asked);
  return Promise.resolve({ url: `/api/comment?${listQuery(query)}` });
};

const postComment = async (asked: Asked): Promise<Passed> => {
  const { request, query, editor, register, limits, network } = asked;
  const language = languageOf(query);
  const say = messagesIn(language);
  const posted = commentIn(await readBody(request), language, editor?.name);
  const { nick, mail, url, pid } = posted;
  const parent = pid === undefined ? undefined : register.comment(pid);
  if (pid !== undefined && (parent?.url !== url || /^(?:waiting|spam)$/.test(parent.status))) {
    throw new Refusal(400, say.gone);
  }
  if (!editor) {
    const editors = register.editors();
    const isReserved = reservedNames([...editors.map(({ name }) => name), ...asked.reserved]);
    const isTheirs = editors.some(({ email }) => email.toLowerCase() === mail?.toLowerCase());
    if (isReserved(nick) || isTheirs) throw new Refusal(403, say.reservedName);
    const seconds = waitFor(limits.comments, network);
    if (seconds > 0) throw tooMany(say.tooFast, seconds);
  }
  return {
    url: `/api/comment?${new URLSearchParams({ lang: language }).toString()}`,
    body: { ...posted, rid: parent?.rid },
  };
};

const existing = ({ register }: Asked, id: string): Kept => {
  const comment = register.comment(Number(id));
  if (comment) return comment;
  throw new Refusal(404, 'This comment is not there any more.');
};

const judgeComment = async (asked: Asked, id: string): Promise<Passed> => {
  onlyEditors(asked);
  const { pid } = existing(asked, id);
  if (pid && !asked.register.comment(pid)) {
    throw new Refusal(409, 'The comment that it replies to has been deleted: delete it too.');
  }
  const status = textIn(await readBody(asked.request), 'status', 20) ?? '';
  if (!/^(?:approved|waiting|spam)$/.test(status)) {
    throw new Refusal(400, '"status" must be approved, waiting or spam.');
  }
  return { url: `/api/comment/${id}`, body: { status } };
};

const deleteComment = async (asked: Asked, id: string): Promise<Passed> => {
  onlyEditors(asked);
  existing(asked, id);
  return Promise.resolve({ url: `/api/comment/${id}` });
};

const signIn = async ({ request, limits, network }: Asked): Promise<Passed> => {
  const body = await readBody(request);
  const [email = '', password = '', code = ''] = ['email', 'password', 'code'].map((field) =>
    textIn(body, field, lengths.mail),
  );
  if (email === '' || password === '') throw new Refusal(400, 'Address or password is missing.');
  const seconds = waitFor(limits.signIns, network);
  if (seconds > 0) throw tooMany('Too many attempts. Please wait {n} s.', seconds);
  return { url: '/api/token', body: { email, password, code } };
};

const changeProfile = async (asked: Asked): Promise<Passed> => {
  onlyEditors(asked);
  const body = await readBody(asked.request);
  const name = textIn(body, 'display_name', lengths.nick)?.trim();
  const password = textIn(body, 'password', lengths.mail);
  if (password && password.length < 12) {
    throw new Refusal(400, 'The password must have at least 12 characters.');
  }
  return {
    url: '/api/user',
    body: { ...(name && { display_name: name }), ...(password && { password }) },
  };
};

/** Everything that the paper and the editors' page ask for; Waline could do more. */
const routes: [
  method: string,
  path: RegExp,
  route: (asked: Asked, id: string) => Promise<Passed>,
][] = [
  ['GET', /^\/api\/comment$/, readComments],
  ['POST', /^\/api\/comment$/, postComment],
  ['PUT', /^\/api\/comment\/(\d{1,15})$/, judgeComment],
  ['DELETE', /^\/api\/comment\/(\d{1,15})$/, deleteComment],
  ['POST', /^\/api\/token$/, signIn],
  ['PUT', /^\/api\/user$/, changeProfile],
];

/**
 * Checks a request.
 * @param path without its query
 * @returns what Waline is to be asked
 * @throws {Refusal} when it may not be asked that
 */
export const checked = async (path: string, asked: Asked): Promise<Passed> => {
  if (!asked.editor) {
    const seconds = waitFor(asked.limits.requests, asked.network);
    if (seconds > 0) throw tooMany('Too many requests. Please wait {n} s.', seconds);
  }
  for (const [method, pattern, route] of routes) {
    const found = pattern.exec(path);
    if (found && asked.request.method === method) return route(asked, found[1] ?? '');
  }
  throw new Refusal(404, 'There is nothing at this address.');
};
