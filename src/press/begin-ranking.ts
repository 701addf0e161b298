import { hash } from 'node:crypto';
import { digestOfCode } from '../code-digest.ts';
import type { Parts } from '../edition/counted-terms.ts';
import type { FiledCopy } from '../copy/read.ts';
import { partsOf } from '../edition/likeness.ts';
import { isShown, type Scope } from '../edition/public.ts';
import { rankedPerStory, type RelatedLists, withTopicSlugs } from '../edition/related-lists.ts';
import type { Publication } from '../schemas/publication.ts';
import { readTerms } from './kept-terms.ts';
import type { RankingWork } from './ranking-worker.ts';
import { runInThread } from './run-in-thread.ts';

/** How related stories are worked out for an edition. */
interface Ranking extends Scope {
  publication: Publication;
  /** Where the words that were counted are kept. */
  cacheDir: string;
}

/**
 * Starts to work out the related stories of every story, in a thread, while Astro bundles what makes pages of them. Words
 * are counted once for each text.
 * @returns a function that waits for the lists
 */
export const beginRanking = (
  { articles, topics: described }: FiledCopy,
  { publication, cacheDir, ...scope }: Ranking,
): (() => Promise<RelatedLists>) => {
  const { language, lists } = publication;
  const code = digestOfCode(
    [
      'src/edition/{counted-terms,likeness,word-tokens}.ts',
      // What makes a headline and a body of a file.
      'src/copy/{collections,frontmatter,read-entry,rest,sound-text,text-file,yaml}.ts',
      'src/schemas/{article,empty,values}.ts',
    ],
    [language, process.version],
  );
  const shown = articles.filter(({ data }) => isShown(data, scope) && data.withdrawn === undefined);
  const known = readTerms(cacheDir);
  const unknown = new Map<string, Parts>();
  // Bodies are not asked for where the words are known: most were not even read.
  const unread = shown.map((story) => ({ id: story.id, data: story.data, story }));
  const stories = withTopicSlugs(unread, described).map(({ id, data, story, topics }) => {
    const { headline, standfirst, section, published, related } = data;
    const digest = hash('sha256', `${code} ${story.digest}`, 'base64url');
    if (!known.has(digest)) {
      unknown.set(digest, partsOf({ headline, standfirst, body: story.body }));
    }
    return { id, section, published, related, digest, topics };
  });
  const ranked = runInThread(new URL('ranking-worker.ts', import.meta.url), {
    stories,
    known,
    unknown,
    language,
    limit: rankedPerStory(lists),
    cacheDir,
  } satisfies RankingWork);
  return async () => (await ranked()) as RelatedLists;
};
