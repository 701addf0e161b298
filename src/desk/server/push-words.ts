/** Why nothing was pushed. */
export interface PushFailure {
  why: 'no-remote' | 'behind' | 'signed-out' | 'offline' | 'refused';
  /** The same in a sentence. */
  message: string;
}

const kept = 'It is committed on this machine; nothing is lost.';

const known: [RegExp, PushFailure][] = [
  [
    /fetch first|non-fast-forward|stale info/,
    {
      why: 'behind',
      message: `Others have published meanwhile. ${kept} Fetch their work, then publish again.`,
    },
  ],
  [
    /could not read Username|Authentication failed|Permission denied|terminal prompts disabled|returned error: 40[13]/i,
    {
      why: 'signed-out',
      message: `The server did not let you in. ${kept} Run git push once in a terminal to sign in, then publish again.`,
    },
  ],
  [
    /Could not resolve host|Failed to connect|Connection (?:refused|timed out|reset)|unable to access|Network is unreachable/i,
    {
      why: 'offline',
      message: `The server cannot be reached. ${kept} Publish again once you are online.`,
    },
  ],
];

/**
 * Why git did not push, in a sentence.
 * @param said everything that git printed
 * @param shown what of it to show if it is not known
 */
export const pushWords = (said: string, shown: string): PushFailure =>
  known.find(([pattern]) => pattern.test(said))?.[1] ?? {
    why: 'refused',
    message: `The server refused it. ${kept} It said:\n${shown}`,
  };
