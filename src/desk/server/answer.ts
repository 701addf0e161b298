import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a request came to. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}

/** Thrown when a request is refused. Its message is a sentence for whoever made it. */
export class RefusedError extends Error {
  readonly status: number;
  /** What the answer's JSON says besides the message. */
  readonly more: object;

  constructor(status: number, message: string, more: object = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

/** An answer in JSON (RFC 8259). */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

/** The answer to a request that failed. */
export const refusal = (error: unknown): Answer => {
  if (error instanceof RefusedError) {
    return json({ message: error.message, ...error.more }, error.status);
  }
  return json({ message: error instanceof Error ? error.message : String(error) }, 500);
};

/** Sends an answer. Nothing is kept by browsers, unless the answer says so. */
export const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Length': String(body === undefined ? 0 : Buffer.byteLength(body)),
    ...headers,
  });
  response.end(body);
};

/** The bytes of a request, or undefined if there are too many: the rest is not read. */
const bytesOf = (request: IncomingMessage, most: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    const read = (part: Buffer): void => {
      length += part.length;
      parts.push(part);
      if (length <= most) return;
      // An iterator would close the connection here, before there is an answer.
      request.off('data', read);
      resolve(undefined);
    };
    request
      .on('data', read)
      .once('end', () => {
        resolve(Buffer.concat(parts));
      })
      .once('close', () => {
        reject(new RefusedError(400, 'The request was cut off.'));
      });
  });

/**
 * Reads what was sent, as JSON.
 * @param most the most bytes that it may have
 * @throws {RefusedError} if it is longer, is cut off or is no JSON object
 */
export const readJson = async (
  request: IncomingMessage,
  most: number,
): Promise<Record<string, unknown>> => {
  const tooLong = new RefusedError(413, `More was sent than ${String(most)} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLong;
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new RefusedError(415, 'Send JSON, with the content type application/json.');
  }
  const bytes = await bytesOf(request, most);
  if (!bytes) throw tooLong;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RefusedError(400, 'What was sent is no JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RefusedError(400, 'What was sent is no JSON object.');
  }
  return value as Record<string, unknown>;
};
