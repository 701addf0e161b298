import { describe, expect, test } from 'vitest';
import { frequentTopics } from '../../src/edition/frequent-topics.ts';
import { layOutList } from '../../src/edition/list-layout.ts';
import { leafLength } from '../../src/edition/leaves.ts';
import { gatherTopics } from '../../src/edition/topics.ts';
import { topicChips } from '../../src/lists/topic-chips.ts';
import { editionOf, stories, story } from './stories.ts';

describe('the layout of a list’s page', () => {
  const storiesOf = (count: number) => Array.from({ length: count }, (_, n) => n);

  test.each(
    storiesOf(leafLength + 1).flatMap((count) =>
      [1, 2].flatMap((number) => [true, false].map((leads) => [count, number, leads] as const)),
    ),
  )(
    'with %i stories on page %i (always a lead: %s) shows each once, in order, and leaves no empty cell',
    (count, number, alwaysLeads) => {
      const { lead, seconds, wide, pairs } = layOutList(
        { number, articles: storiesOf(count) },
        alwaysLeads,
      );
      const shown = [lead, ...seconds, wide, ...pairs].filter((one) => one !== undefined);
      expect(shown).toEqual(storiesOf(count));
      expect(pairs.length % 2).toBe(0);
      expect([0, 2]).toContain(seconds.length);
    },
  );

  test('opens a section with a lead and two large stories; further pages are a plain list', () => {
    expect(layOutList({ number: 1, articles: storiesOf(6) }, true)).toEqual({
      lead: 0,
      seconds: [1, 2],
      wide: 3,
      pairs: [4, 5],
    });
    expect(layOutList({ number: 2, articles: storiesOf(6) }, true)).toEqual({
      lead: undefined,
      seconds: [],
      wide: undefined,
      pairs: [0, 1, 2, 3, 4, 5],
    });
  });

  test('opens no other list with a lead if there are few stories', () => {
    expect(layOutList({ number: 1, articles: storiesOf(5) }, false).lead).toBeUndefined();
    expect(layOutList({ number: 1, articles: storiesOf(6) }, false).lead).toBe(0);
  });
});

describe('the topics that a section offers', () => {
  const named = (...lists: string[][]) =>
    lists.map((topics, n) => ({ ...stories(lists.length)[n], topics }) as ReturnType<typeof story>);
  const offered = (articles: ReturnType<typeof named>, limit = 8) =>
    frequentTopics(articles, gatherTopics(articles, {}), limit).map(({ title }) => title);

  test('are those of most stories first, whatever their spelling; ties by the newest story', () => {
    expect(
      offered(named(['Bells', 'Ferries'], ['Mills', 'bells'], ['Ferries', 'Mills'], ['Bells'])),
    ).toEqual(['Bells', 'Ferries', 'Mills']);
  });

  test('are shared by at least two stories, and no more than fit', () => {
    expect(offered(named(['Bells'], ['Ferries']))).toEqual([]);
    expect(offered(named(['A', 'B', 'C'], ['A', 'B', 'C']), 2)).toEqual(['A', 'B']);
  });

  test('are on its first page only, and on no other kind of list', () => {
    const articles = named(['Bells'], ['Bells']);
    const edition = editionOf(articles);
    expect(topicChips({ kind: 'section', stories: articles }, { number: 1 }, edition)).toEqual([
      { slug: 'bells', title: 'Bells' },
    ]);
    expect(topicChips({ kind: 'section', stories: articles }, { number: 2 }, edition)).toEqual([]);
    expect(topicChips({ kind: 'topic', stories: articles }, { number: 1 }, edition)).toEqual([]);
  });
});
