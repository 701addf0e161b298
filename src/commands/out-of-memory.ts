const nodesLimit =
  'The build ran out of memory, at the limit that Node sets itself. Nothing was published; the last edition is untouched.';

/** The signals that end a process without memory: Node ends itself at its own limit, the system at that of the machine. */
const endings: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: nodesLimit,
  SIGTRAP: nodesLimit,
  // A person may have sent this one, and at any moment.
  SIGKILL:
    'The build was killed. If nobody did so, the machine or its container ran out of memory. The next build makes a whole edition.',
};

/**
 * What to say about a build that a signal has ended.
 * @returns undefined if the signal has another meaning
 */
export const outOfMemory = (signal: NodeJS.Signals): string | undefined => {
  const ending = endings[signal];
  return (
    ending &&
    `${ending}\n` +
      'Give it more memory, and let Node use it: NODE_OPTIONS=--max-old-space-size=4096 is four gigabytes.'
  );
};
