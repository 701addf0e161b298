import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { deskFile } from './desk.ts';
import { limitsFrom } from './limits.ts';
import { Refusal } from './refusal.ts';
import { openRegister } from './register.ts';
import { checked, type Passed } from './routes.ts';
import { addressOf, networkOf, trustedProxies } from './sender.ts';
import { loadWaline, sessionKeyIn } from './waline.ts';

const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Which pages may use the server: its own, those of this machine and those of SITE_HOSTS. Programs without a page may
 * too.
 */
const mayAsk = ({ origin, host }: IncomingMessage['headers']): boolean => {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const hosts = ['localhost', '127.0.0.1', ...listed(process.env['SITE_HOSTS'])];
  return from.host === host || hosts.includes(from.hostname);
};

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

const setHeaders = (response: ServerResponse, headers: Record<string, string>): void => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

const refuse = (response: ServerResponse, error: unknown): void => {
  const known = error instanceof Refusal;
  if (!known) console.error(error);
  const { status, message } = known ? error : { status: 500, message: 'The server failed.' };
  if (known) setHeaders(response, error.headers);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  // In the form of Waline's own answers.
  response.writeHead(status).end(JSON.stringify({ errno: status, errmsg: message }));
};

/**
 * The server: checks each request, answers it or hands what is left of it to Waline. What is wrong with a request is
 * told with a status of 400 to 499, in JSON.
 * @param folder where the database is
 * @throws when a setting in the environment is not valid
 */
export const loadGate = (folder: string): RequestListener => {
  const limits = limitsFrom(process.env);
  const proxies = trustedProxies(process.env['TRUST_PROXY']);
  const reserved = [...listed(process.env['RESERVED_NAMES']), process.env['SITE_NAME'] ?? ''];
  const sessionKey = sessionKeyIn(folder);
  const waline = loadWaline(folder, sessionKey);
  const register = openRegister(folder, sessionKey);

  const pass = (request: IncomingMessage, response: ServerResponse, passed: Passed): void => {
    request.url = passed.url;
    if (passed.body) waline.giveBody(request, passed.body);
    waline.listener(request, response);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers, method } = request;
    setHeaders(response, { ...always, Vary: 'Origin' });
    if (!mayAsk(headers)) throw new Refusal(403, 'This site may not use the comments server.');
    if (headers.origin) response.setHeader('Access-Control-Allow-Origin', headers.origin);
    const [path = '', ...rest] = (request.url ?? '').split('?');
    if (method === 'OPTIONS') {
      // WHATWG Fetch: browsers ask first whether a page may send JSON.
      setHeaders(response, {
        'Access-Control-Allow-Methods': 'GET, POST',
        'Access-Control-Allow-Headers': 'Content-Type',
        'Access-Control-Max-Age': '86400',
      });
      response.writeHead(204).end();
      return;
    }
    const file = method === 'GET' ? deskFile(path) : undefined;
    if (file) {
      setHeaders(response, file.headers);
      response.end(file.text);
      return;
    }
    if (path === '/ui/') {
      response.writeHead(301, { Location: '../ui' }).end();
      return;
    }
    const address = addressOf(request, proxies);
    const network = networkOf(address);
    const editor = register.editorOf(headers.authorization);
    // Waline knows other ways to sign in, and other users.
    if (!editor) delete headers.authorization;
    headers['x-forwarded-for'] = address;
    const query = new URLSearchParams(rest.join('?'));
    const asked = { request, query, network, editor, register, limits, reserved };
    pass(request, response, await checked(path, asked));
  };

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      refuse(response, error);
    });
  };
};
