import { setTimeout as wait } from 'node:timers/promises';

/** How long a receiver is waited for, in milliseconds. */
export interface Patience {
  /** Until it has answered one request. */
  answer: number;
  /** How often it is asked, and how long before the second time; each wait after that is twice as long. */
  attempts: number;
  pause: number;
  /** The longest wait that it may ask for (`Retry-After`). */
  longest: number;
}

export const patience: Patience = { answer: 10_000, attempts: 4, pause: 1_000, longest: 60_000 };

/** What became of a request. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      why: string;
      /** Whether the receiver takes nothing now, whatever it is sent. */
      isAway: boolean;
    };

/** What a receiver asks for in `Retry-After` (RFC 9110, 10.2.3), in milliseconds. */
const askedWait = (value: string | null): number | undefined => {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
};

const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message : error.message;
};

/**
 * Posts to a receiver, again and again if it is away: it does not answer, has a fault of its own (5xx) or is asked too
 * often (429). It waits as long as the receiver asks, but not for ever.
 */
export const post = async (
  address: string,
  request: { type: string; body: string },
  { answer, attempts, pause, longest }: Patience = patience,
): Promise<Outcome> => {
  let why = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    let asked: number | undefined;
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': request.type },
        body: request.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(answer),
      });
      await response.body?.cancel();
      if (response.ok) return { ok: true };
      why = `HTTP ${String(response.status)}`;
      if (response.status !== 429 && response.status < 500)
        return { ok: false, why, isAway: false };
      asked = askedWait(response.headers.get('Retry-After'));
    } catch (error) {
      why = whyOf(error);
    }
    if (asked !== undefined && asked > longest) {
      why += `, to be asked again in ${String(Math.ceil(asked / 1000))} seconds`;
      break;
    }
    if (attempt < attempts) await wait(asked ?? pause * 2 ** (attempt - 1));
  }
  return { ok: false, why, isAway: true };
};
