/** Says whether one more request from somewhere is too many. */
export type Limiter = (from: string) => number;

/** Beyond this, senders are too many to remember, and new ones must wait. */
const mostSenders = 100_000;

/**
 * Makes a limit on how often something may happen, for each sender apart. It is kept in memory: a restart begins anew.
 * @param most how often it may happen; 0 sets no limit
 * @param seconds within this time, which begins with a sender's first request; 0 sets no limit
 * @returns a function that counts a request, and returns the seconds until the next one is welcome: 0 if this one is
 */
export const limiter = (most: number, seconds: number, now: () => number = Date.now): Limiter => {
  const senders = new Map<string, { began: number; count: number }>();
  return (from) => {
    if (most <= 0 || seconds <= 0) return 0;
    const time = now();
    // Those that began first come first.
    for (const [name, { began }] of senders) {
      if (time - began < seconds * 1000) break;
      senders.delete(name);
    }
    const sender = senders.get(from);
    if (sender === undefined) {
      if (senders.size >= mostSenders) return seconds;
      senders.set(from, { began: time, count: 1 });
      return 0;
    }
    if (sender.count >= most) return Math.ceil((sender.began + seconds * 1000 - time) / 1000);
    sender.count += 1;
    return 0;
  };
};

const numberIn = (env: NodeJS.ProcessEnv, name: string, usual: number): number => {
  const value = env[name] ?? '';
  if (value === '') return usual;
  if (/^\d+$/.test(value)) return Number(value);
  throw new Error(`${name} must be a whole number, not "${value}".`);
};

/** The limits of the server, each for one address and for all together. */
export interface Limits {
  /** Of any kind. */
  requests: Limiter[];
  comments: Limiter[];
  signIns: Limiter[];
}

const forAll =
  (limit: Limiter): Limiter =>
  () =>
    limit('');

/**
 * The limits that the environment sets.
 * @throws when one of them is not a whole number
 */
export const limitsFrom = (env: NodeJS.ProcessEnv): Limits => {
  const requests = numberIn(env, 'REQUESTS_PER_MINUTE', 300);
  return {
    requests: [limiter(requests, 60), forAll(limiter(10 * requests, 60))],
    comments: [
      limiter(1, numberIn(env, 'IPQPS', 5)),
      limiter(numberIn(env, 'COMMENTS_PER_HOUR', 60), 3600),
      forAll(limiter(numberIn(env, 'COMMENTS_PER_MINUTE', 120), 60)),
    ],
    signIns: [limiter(10, 60), forAll(limiter(30, 60))],
  };
};

/** Counts a request against several limits, in order. @returns the seconds to wait, or 0 */
export const waitFor = (limits: readonly Limiter[], from: string): number => {
  for (const limit of limits) {
    const seconds = limit(from);
    if (seconds > 0) return seconds;
  }
  return 0;
};
