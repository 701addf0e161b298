import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { digestOfCode } from '../code-digest.ts';
import type { Parts } from '../edition/counted-terms.ts';
import type { Copy } from '../copy/read.ts';
import { partsOf } from '../edition/likeness.ts';
import { isShown, type Scope } from '../edition/public.ts';
import { rankedPerStory, withTopicSlugs } from '../edition/related-lists.ts';
import type { Publication } from '../schemas/publication.ts';
import { readTerms } from './kept-terms.ts';
import type { RankingWork } from './ranking-worker.ts';
import { runInThread } from './run-in-thread.ts';

/** How related stories are worked out for an edition. */
interface Ranking extends Scope {
  publication: Publication;
  /** Where the words that were counted are kept. */
  cacheDir: string;
  /** The file that the lists are written to, for the pages. */
  into: string;
}

/**
 * Starts to work out the related stories of every story, in a thread, while Astro bundles what makes pages of them. Words
 * are counted once for each text.
 * @returns a function that waits until the lists are written
 */
export const beginRanking = (
  { articles, topics: described }: Copy,
  { publication, cacheDir, into, ...scope }: Ranking,
): (() => Promise<void>) => {
  const { language, lists } = publication;
  const code = digestOfCode(
    ['src/edition/{counted-terms,likeness,word-tokens}.ts'],
    [language, process.version],
  );
  const shown = articles.filter(({ data }) => isShown(data, scope) && data.withdrawn === undefined);
  const known = readTerms(cacheDir);
  const unknown = new Map<string, Parts>();
  const stories = withTopicSlugs(shown, described).map(({ id, body, data, topics }) => {
    const { headline, standfirst, section, published, related } = data;
    const parts = partsOf({ headline, standfirst, body });
    const digest = hash('sha256', JSON.stringify([code, parts]), 'base64url');
    if (!known.has(digest)) unknown.set(digest, parts);
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
  return async () => {
    writeFileSync(into, JSON.stringify(await ranked()));
  };
};
