import { faultOf, saidIn } from './faults.ts';
import { ForgeError } from './forge.ts';

export interface Question {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  accept?: string;
  /** Refusals that the caller understands: these answers are returned, not thrown. */
  allow?: readonly number[];
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Its JSON, if it is that; null otherwise. */
  body: unknown;
}

/** Puts questions to a forge, signed in. Its methods throw a {@link ForgeError}. */
export interface Ask {
  /** The answer's JSON. */
  json: <Body>(address: string, question?: Question) => Promise<Body>;
  /** The answer itself, for whoever needs its status or headers. */
  answer: (address: string, question?: Question) => Promise<Answer>;
  /** The answer's bytes, or undefined for a 404. */
  bytes: (address: string, accept?: string) => Promise<ArrayBuffer | undefined>;
}

/** A picture may be on its way for long on a phone. */
const patience = 120_000;

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Runs a part of a request that fails when the network does. */
const online = async <Result>(part: () => Promise<Result>): Promise<Result> => {
  try {
    return await part();
  } catch (error) {
    if (error instanceof ForgeError) throw error;
    throw new ForgeError({ kind: 'offline' }, { cause: error });
  }
};

/** Asks a forge with these headers, which are made anew for each question because tokens are renewed. */
export const askWith = (headersNow: () => Promise<Record<string, string>>): Ask => {
  const send = async (address: string, question: Question): Promise<Response> => {
    const { method = 'GET', body, accept = 'application/json', allow = [] } = question;
    const headers: Record<string, string> = { accept, ...(await headersNow()) };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await online(() =>
      fetch(address, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A list from a minute ago would show stories that were deleted.
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patience),
      }),
    );
    if (response.ok || allow.includes(response.status)) return response;
    const text = await online(() => response.text());
    throw new ForgeError(faultOf(response, saidIn(asJson(text))));
  };

  const answer: Ask['answer'] = async (address, question = {}) => {
    const response = await send(address, question);
    const text = await online(() => response.text());
    return { status: response.status, headers: response.headers, body: asJson(text) };
  };

  return {
    answer,
    json: async <Body>(address: string, question?: Question) => {
      const { body } = await answer(address, question);
      // A network that asks for a sign-in of its own answers everything with a page.
      if (body === null) throw new ForgeError({ kind: 'offline' });
      return body as Body;
    },
    bytes: async (address, accept = '*/*') => {
      const response = await send(address, { accept, allow: [404] });
      return response.status === 404 ? undefined : online(() => response.arrayBuffer());
    },
  };
};

/** A path in an address: each part encoded, the slashes left. */
export const inAddress = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');
