import { addressed, type Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';

/** Finds stories whose `thread` belongs to another story, so that both would show the same comments. */
export const threadMistakes = (
  { articles }: Pick<Copy, 'articles'>,
  addresses: Pick<Addresses, 'article' | 'thread'>,
): Mistake[] => {
  if (articles.every(({ data }) => data.thread === undefined)) return [];
  const owners = new Map<string, string>();
  const threads = articles.map((story) => {
    const { thread } = story.data;
    const place = addressed(story);
    return {
      file: story.shown,
      named: thread !== undefined,
      thread: addresses.thread({ ...place, thread }) ?? addresses.article(place),
    };
  });
  // Stories that name no thread come first: theirs follows from their address and cannot change.
  return [
    ...threads.filter(({ named }) => !named),
    ...threads.filter(({ named }) => named),
  ].flatMap(({ file, named, thread }) => {
    const owner = owners.get(thread);
    owners.set(thread, owner ?? file);
    if (owner === undefined || !named) return [];
    return [
      {
        file,
        field: 'thread',
        found: `"${thread}", the thread of ${owner}`,
        expected: 'a thread of its own',
        fix: 'Correct it, or leave it out: the address of the story then identifies its thread.',
      },
    ];
  });
};
