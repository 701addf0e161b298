import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { BareRepository, Signature } from './bare-repository.ts';

/** What a server is to act out. Each is off until a test sets it. */
export interface Trouble {
  /** Tokens are no longer good: 401. */
  expired?: boolean;
  /** The repository is not to be seen for anybody: 404. */
  hides?: boolean;
  /** Too many requests: 429, or 403 as GitHub says it. The seconds are when to come back. */
  limited?: { status: 403 | 429; seconds: number };
  /** The branch takes no direct commits. */
  protects?: string;
  /** Each answer takes so many milliseconds. */
  slow?: number;
  /** The next write is done, but its answer is lost. */
  losesAnswer?: boolean;
  /** Before the next commit, somebody else changes this file. */
  meanwhile?: { path: string; content: string };
  /** The next write is refused with this, whatever it is. */
  refuses?: { status: number; body: unknown };
  /** Deep lists are cut off (GitHub). */
  truncates?: boolean;
  /** Texts above so many bytes are not sent in batches. */
  mostInBatch?: number;
}

/** Somebody with an account. */
export interface Member extends Signature {
  login: string;
  mayWrite: boolean;
}

/** An open request for review. */
export interface OpenRequest {
  number: number;
  title: string;
  head: string;
  base: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is bytes. */
  body: unknown;
}

/** A request, without the server's origin. */
export interface Call {
  method: string;
  /** Undecoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Whose token it has. */
  member: Member;
}

export const jsonIn = ({ body }: Pick<Call, 'body'>): unknown => JSON.parse(body.toString());

export interface ContractServer {
  origin: string;
  repository: BareRepository;
  members: Map<string, Member>;
  trouble: Trouble;
  requests: OpenRequest[];
  /** Every request's method and address, as a log would have them. */
  log: string[];
  close: () => Promise<void>;
}

/** What all requests share, before a server of one forge answers them. */
export interface Contract {
  /** The token in the headers, as this forge reads it. */
  tokenIn: (headers: IncomingMessage['headers']) => string | undefined;
  /** Paths that need no token: sign-in. */
  open?: (call: Omit<Call, 'member'>) => Reply | undefined;
  answer: (call: Call) => Reply;
  refusal: (status: number, message: string) => Reply;
  limitHeaders: (seconds: number) => Record<string, string>;
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
};

/** As the forges allow any page to ask, with a token, and to read these headers. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-github-api-version',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'access-control-expose-headers':
    'Link, Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset, RateLimit-Remaining, RateLimit-Reset',
};

const send = (response: ServerResponse, { status = 200, headers = {}, body }: Reply): void => {
  const bytes = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
  response.writeHead(status, { ...cors, 'content-type': type, ...headers });
  response.end(bytes);
};

/** Starts a server of one forge's contract on this machine. */
export const startContractServer = async (
  repository: BareRepository,
  members: Readonly<Record<string, Member>>,
  contractOf: (server: ContractServer) => Contract,
): Promise<ContractServer> => {
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      send(response, { status: 500, body: { message: String(error) } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: ContractServer = {
    origin: `http://127.0.0.1:${String(port)}`,
    repository,
    members: new Map(Object.entries(members)),
    trouble: {},
    requests: [],
    log: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      repository.remove();
    },
  };
  const contract = contractOf(served);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { trouble } = served;
    const { method = 'GET', headers, url = '/' } = request;
    if (method === 'OPTIONS') {
      response.writeHead(204, cors).end();
      return;
    }
    served.log.push(`${method} ${url}`);
    const { pathname: path, searchParams: query } = new URL(url, served.origin);
    const call = { method, path, query, headers, body: await readBody(request) };
    if (trouble.slow !== undefined) await wait(trouble.slow);
    const open = contract.open?.(call);
    if (open) {
      send(response, open);
      return;
    }
    const member = served.members.get(contract.tokenIn(headers) ?? '');
    if (trouble.expired === true || !member) {
      send(response, contract.refusal(401, 'Bad credentials'));
      return;
    }
    if (trouble.hides === true) {
      send(response, contract.refusal(404, 'Not Found'));
      return;
    }
    if (trouble.limited) {
      const { status, seconds } = trouble.limited;
      const reply = contract.refusal(status, 'API rate limit exceeded');
      send(response, { ...reply, headers: contract.limitHeaders(seconds) });
      return;
    }
    const reply = contract.answer({ ...call, member });
    if (trouble.losesAnswer === true && isWrite(call)) {
      trouble.losesAnswer = false;
      request.socket.destroy();
      return;
    }
    send(response, reply);
  };
  return served;
};

/** Whether a request writes: GraphQL asks everything with POST. */
export const isWrite = ({ method, path, body }: Omit<Call, 'member'>): boolean =>
  method === 'POST' &&
  !path.endsWith('/file-contents') &&
  (!path.endsWith('/graphql') || body.includes('mutation'));

/** Has somebody else change a file, if a test asked for that. */
export const letOthersWrite = ({ trouble, repository }: ContractServer, branch: string): void => {
  const { meanwhile } = trouble;
  if (!meanwhile) return;
  delete trouble.meanwhile;
  const parent = repository.head(branch);
  repository.commit({
    branch,
    ...(parent !== undefined && { parent, expected: parent }),
    files: new Map([[meanwhile.path, meanwhile.content]]),
    message: 'By somebody else',
    author: { name: 'Somebody Else', email: 'else@paper.example' },
  });
};
