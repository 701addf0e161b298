import { language, server } from 'virtual:reply';
import { patience } from '../../contract.ts';

/** A comment as Waline returns it. All of it may be what somebody typed: never trust it. */
export interface Comment {
  objectId: string | number;
  nick: string;
  link: string | null;
  /** HTML. */
  comment: string;
  /** Milliseconds since 1970. */
  time: number;
  status: string;
  /** `administrator` if an editor wrote it, signed in. */
  type?: string | null;
  pid: string | number | null;
  rid: string | number | null;
  children?: Comment[];
}

interface Leaf {
  data: Comment[];
  count: number;
  totalPages: number;
}

interface Answer<T> {
  errno: number;
  errmsg: unknown;
  data: T;
}

export type Service = ReturnType<typeof serviceOf>;

/**
 * The two requests to Waline's REST API.
 * Both throw on a timeout, an error status or an invalid answer; the service's own message is the error's `cause`.
 */
export const serviceOf = (thread: string) => {
  const ask = async <T>(query: string, request?: RequestInit): Promise<T> => {
    const response = await fetch(`${server}/api/comment?lang=${language}${query}`, {
      ...request,
      signal: AbortSignal.timeout(patience),
    });
    // What a server that failed says is not meant for readers.
    if (response.status >= 500) throw new Error();
    const { errno, errmsg, data } = (await response.json()) as Answer<T>;
    if (errno || !response.ok || !data) throw new Error('', { cause: errmsg });
    return data;
  };
  return {
    page: (number: number) =>
      ask<Leaf>(`&pageSize=10&page=${String(number)}&path=${encodeURIComponent(thread)}`),
    post: (words: { nick: string; comment: string; pid?: unknown; rid?: unknown }) =>
      ask<Comment>('', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...words, url: thread }),
      }),
  };
};
