/** The signals that end a process without memory: Node ends itself at its own limit, the system at that of the machine. */
const limits: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: 'at the limit that Node sets itself',
  SIGTRAP: 'at the limit that Node sets itself',
  SIGKILL: 'it seems: the system ended it, at the limit of the machine or its container',
};

/**
 * What to say about a build that a signal has ended.
 * @returns undefined if the signal has another meaning
 */
export const outOfMemory = (signal: NodeJS.Signals): string | undefined => {
  const limit = limits[signal];
  return (
    limit &&
    `The build ran out of memory, ${limit}. Nothing was published; the last edition is untouched.\n` +
      'Give it more memory, and let Node use it: NODE_OPTIONS=--max-old-space-size=4096 is four gigabytes.'
  );
};
