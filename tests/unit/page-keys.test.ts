import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { leavesOf } from '../../src/edition/leaves.ts';
import { type Paper, paper, printedWith } from './keyed-paper.ts';
import { addresses } from './listed-paper.ts';

/** The keys of every page and feed of a paper, keyed by address. */
function keysOf(change: Partial<Paper> = {}): Map<string, string | undefined> {
  const { edition, lists, keys } = printedWith(change);
  return new Map([
    ...edition.articles.map((each): [string, string] => [`/${each.id}/`, keys.story(each)]),
    ...edition.articles.map((each): [string, string] => [`/text/${each.id}/`, keys.text(each)]),
    ...edition.articles
      .filter(({ id }) => change.versions?.[id])
      .map((each): [string, string] => [`/${each.id}/changes/`, keys.alone(each)]),
    ...edition.articles
      .filter(({ state }) => state)
      .map((each): [string, string] => [`/${each.id}/live.json`, keys.live(each)]),
    ...lists
      .filter(({ definition }) => definition.page !== 'own')
      .flatMap((list) =>
        leavesOf(list.stories).map((leaf): [string, string] => [
          addresses.leaf(list.path, leaf.number).slice('/paper'.length),
          keys.list(list, leaf),
        ]),
      ),
    ...lists
      .filter(({ definition }) => definition.feeds?.items === 'stories')
      .map((list): [string, string | undefined] => [
        `${list.path.slice('/paper'.length)}feed`,
        keys.feed(list, list.stories),
      ]),
  ]);
}

const usual = keysOf();

/** The pages and feeds that must be rebuilt after a change, sorted. */
function rebuilt(change: Partial<Paper>): string[] {
  const now = keysOf(change);
  return [...new Set([...usual.keys(), ...now.keys()])]
    .filter((address) => usual.get(address) !== now.get(address))
    .sort();
}

const edited = (id: string, rest: Partial<Article>): Partial<Paper> => ({
  stories: { ...paper.stories, [id]: { ...paper.stories[id], ...rest } },
});

const pages = [...usual.keys()].filter((address) => !address.endsWith('feed')).sort();
const feeds = [...usual.keys()].filter((address) => address.endsWith('feed')).sort();

describe('if nothing has changed', () => {
  test('every page and feed is reused', () => {
    expect(rebuilt({})).toEqual([]);
  });

  test('no two addresses share a key', () => {
    const known = [...usual.values()].filter((key) => key !== undefined);
    expect(new Set(known).size).toBe(known.length);
  });

  test('an empty feed has no key, because it contains its edition’s moment', () => {
    expect(keysOf({ stories: {} }).get('/town/feed')).toBeUndefined();
  });
});

describe('what is rebuilt when a story changes', () => {
  test('its body: its own pages and the feeds that carry it, but no list', () => {
    expect(rebuilt(edited('opera', { body: 'An overture, three acts.' }))).toEqual([
      '/arts/feed',
      '/author/critic/feed',
      '/feed',
      '/opera/',
      '/text/opera/',
    ]);
  });

  test('its body, where a theme may show how long it is: also every page that lists it', () => {
    const themed = { teasersShowWholeStories: true };
    const before = keysOf(themed);
    const after = keysOf({ ...themed, ...edited('mill', { body: 'The mill rests.' }) });
    expect([...after.keys()].filter((key) => before.get(key) !== after.get(key)).sort()).toEqual([
      '/author/reporter/',
      '/author/reporter/feed',
      '/feed',
      '/harbour/',
      '/latest/',
      '/mill/',
      '/text/mill/',
      '/topic/bells/',
      '/topic/bells/feed',
      '/town/',
      '/town/feed',
    ]);
  });

  test('its record: its own pages, which say how often it changed, and the feeds that carry it', () => {
    expect(rebuilt({ versions: { mill: ['one', 'two'] } })).toEqual([
      '/author/reporter/feed',
      '/feed',
      '/mill/',
      '/mill/changes/',
      '/text/mill/',
      '/topic/bells/feed',
      '/town/feed',
    ]);
  });

  test('once more: the earlier versions stay as they are, but for the one that was the last', () => {
    const keysWith = (...mill: string[]) => {
      const { edition, keys } = printedWith({ versions: { mill } });
      const story = edition.articles.find(({ id }) => id === 'mill');
      return story
        ? [keys.timemap(story), ...[1, 2, 3].map((number) => keys.version(story, number))]
        : [];
    };
    const [list, first, second] = keysWith('one', 'two');
    const [longer, ...again] = keysWith('one', 'two', 'three');
    expect(again[0]).toBe(first);
    expect(again[1]).not.toBe(second);
    expect(longer).not.toBe(list);
    expect(keysWith('other', 'two', 'three')[1]).not.toBe(first);
  });

  test('its headline: also every page that shows its teaser', () => {
    expect(rebuilt(edited('opera', { headline: 'Encore' }))).toEqual([
      '/arts/',
      '/arts/feed',
      '/author/critic/',
      '/author/critic/feed',
      '/feed',
      '/latest/',
      '/opera/',
      '/text/opera/',
    ]);
  });

  test('its lead image, under the same name', () => {
    expect(rebuilt({ leadImages: { opera: 'lead.two.jpg' } })).toEqual([
      '/arts/',
      '/arts/feed',
      '/author/critic/',
      '/author/critic/feed',
      '/feed',
      '/latest/',
      '/opera/',
      '/text/opera/',
    ]);
  });

  test('a Must Read rank: every story that shows the list', () => {
    expect(rebuilt(edited('opera', { mustRead: 1 }))).toEqual(
      expect.arrayContaining(['/harbour/', '/mill/', '/opera/']),
    );
  });
});

describe('what is rebuilt when a neighbour in the section changes', () => {
  /** Three stories of one section that have nothing else in common, and one that comes between two of them. */
  const row: Paper['stories'] = {
    dawn: { section: 'town', published: '2025-02-10T09:00:00Z', body: 'Larks.' },
    noon: { section: 'town', published: '2025-02-11T09:00:00Z', body: 'Bread.' },
    dusk: { section: 'town', published: '2025-02-12T09:00:00Z', body: 'Owls.' },
  };
  const alone = { mustRead: 0, related: -1 };
  const keys = (stories: Paper['stories']) => keysOf({ stories, ...alone });
  const changed = (stories: Paper['stories']): string[] => {
    const [before, after] = [keys(row), keys(stories)];
    return ['/dawn/', '/noon/', '/dusk/'].filter((page) => before.get(page) !== after.get(page));
  };

  test('its headline: the pages of the stories just before and after it', () => {
    expect(changed({ ...row, dawn: { ...row['dawn'], headline: 'Daybreak' } })).toEqual([
      '/dawn/',
      '/noon/',
    ]);
  });

  test('a story comes between two others: the pages of both', () => {
    const tea = { section: 'town', published: '2025-02-11T17:00:00Z', body: 'Cups.' };
    expect(changed({ ...row, tea })).toEqual(['/noon/', '/dusk/']);
  });
});

describe('what is rebuilt when a series grows', () => {
  const inSeries = (...names: ('harbour' | 'mill' | 'opera')[]): Partial<Paper> => ({
    ...{ related: -1, mustRead: 0 },
    stories: Object.fromEntries(
      Object.entries(paper.stories).map(([id, rest]) => {
        const part = names.findIndex((name) => name === id) + 1;
        return [id, part === 0 ? rest : { ...rest, series: { id: 'the-river', part } }];
      }),
    ),
  });
  const changed = (before: Partial<Paper>, after: Partial<Paper>): string[] => {
    const [was, is] = [keysOf(before), keysOf(after)];
    return [...is.keys()].filter((address) => was.get(address) !== is.get(address));
  };

  test('the page of every part, its text page and the list of parts', () => {
    const grown = changed(inSeries('opera', 'mill'), inSeries('opera', 'mill', 'harbour'));
    for (const name of ['opera', 'mill', 'harbour']) {
      expect(grown).toEqual(expect.arrayContaining([`/${name}/`, `/text/${name}/`]));
    }
    expect(grown).toEqual(expect.arrayContaining(['/series/the-river/', '/arts/feed']));
  });

  test('nothing of a story that is in none', () => {
    const grown = changed(inSeries('mill'), inSeries('mill', 'harbour'));
    expect(grown.filter((address) => address.includes('opera'))).toEqual([]);
  });
});

describe('what is rebuilt when stories grow old', () => {
  const alone = { related: -1, mustRead: 0 };
  const at = (moment: string) => keysOf({ ...alone, moment });
  const opera = ['/opera/', '/text/opera/'];

  test('their pages, on the day that they are more than a year old', () => {
    const [before, after] = [at('2026-02-11T09:00:00Z'), at('2026-02-11T09:00:01Z')];
    expect([...after.keys()].filter((key) => before.get(key) !== after.get(key))).toEqual(opera);
  });

  test('none on any other day', () => {
    expect(at('2026-09-02T09:00:00Z')).toEqual(at('2026-09-01T09:00:00Z'));
  });
});

describe('what is rebuilt of a live story', () => {
  const covered = (state: Article['state'], body = 'Nobody is here.') =>
    edited('opera', { kind: 'live', state, body });
  const changed = (one: Partial<Paper>, other: Partial<Paper>): string[] => {
    const [before, after] = [keysOf(one), keysOf(other)];
    return [...after.keys()].filter((key) => before.get(key) !== after.get(key)).sort();
  };

  test('a new entry: its pages, what open pages ask for, and the feeds that carry it', () => {
    expect(changed(covered('live'), covered('live', 'Somebody has come.'))).toEqual([
      '/arts/feed',
      '/author/critic/feed',
      '/feed',
      '/opera/',
      '/opera/live.json',
      '/text/opera/',
    ]);
  });

  test('a new edition: what compares its moment, until the coverage is over', () => {
    const later = { moment: '2025-03-01T09:00:00Z' };
    const after = (state: Article['state']) =>
      changed(covered(state), { ...covered(state), ...later });
    expect(after('live')).toEqual(['/opera/', '/opera/live.json']);
    expect(after('paused')).toEqual(['/opera/live.json']);
    expect(after('over')).toEqual([]);
  });
});

describe('what is rebuilt when stories come and go', () => {
  test('a new day without stories: nothing', () => {
    expect(rebuilt({ moment: '2025-03-02T00:00:00Z' })).toEqual([]);
    const ad = { link: '/about/', weight: 1, pictures: {} };
    const houseAds = { a: { ...ad, title: 'A' }, b: { ...ad, title: 'B' } };
    const slots = { top: ['a', 'b'] };
    const advertised = keysOf({ houseAds, slots });
    expect(keysOf({ houseAds, slots, moment: '2025-03-02T00:00:00Z' })).toEqual(advertised);
  });

  test('a story that becomes due: its lists, and the pages that link to it', () => {
    const later = {
      ...paper.stories,
      lamp: { section: 'arts', published: '2025-03-02T08:00:00Z' },
    };
    const before = keysOf({ stories: later });
    const after = keysOf({ stories: later, moment: '2025-03-02T08:00:00Z' });
    expect(before.has('/lamp/')).toBe(false);
    for (const address of ['/arts/', '/arts/feed', '/author/reporter/', '/feed']) {
      expect(after.get(address), address).not.toBe(before.get(address));
    }
    expect(after.get('/author/critic/feed')).toBe(before.get('/author/critic/feed'));
  });

  test('a story that pushes others to the next page of a list: both pages', () => {
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, n) => [
        `a${String(n)}`,
        { section: 'arts', published: `2025-02-${String(n + 1).padStart(2, '0')}T09:00:00Z` },
      ]),
    );
    const before = keysOf({ stories: many });
    const after = keysOf({
      stories: { ...many, newest: { section: 'arts', published: '2025-02-27T09:00:00Z' } },
    });
    expect(before.has('/arts/2/')).toBe(true);
    for (const address of ['/arts/', '/arts/2/']) {
      expect(after.get(address), address).not.toBe(before.get(address));
    }
  });

  test('a link to a story that has gone: the text page with the link', () => {
    const links = { harbour: ['/paper/2025/02/mill/'] };
    const { harbour, opera } = paper.stories;
    const others = { harbour: { ...harbour }, opera: { ...opera } };
    const before = keysOf({ links });
    expect(keysOf({ links, stories: others }).get('/text/harbour/')).not.toBe(
      before.get('/text/harbour/'),
    );
    expect(keysOf({ links }).get('/text/harbour/')).not.toBe(usual.get('/text/harbour/'));
  });
});

describe('what is rebuilt when an editor moves things about', () => {
  /** Three stories without links to each other, so that only lists and their sections connect them. */
  const alone = { related: -1, mustRead: 0 };
  const before = keysOf(alone);
  const changedBy = (stories: Paper['stories'], more: Partial<Paper> = {}): string[] => {
    const now = keysOf({ ...alone, ...more, stories });
    return [...new Set([...before.keys(), ...now.keys()])]
      .filter((address) => before.get(address) !== now.get(address))
      .sort();
  };

  test('a story is added: it, its lists and its neighbours, but no story that does not show it', () => {
    expect(
      changedBy({ ...paper.stories, lighthouse: { section: 'town', topics: ['Lamps'] } }),
    ).toEqual([
      '/author/reporter/',
      '/author/reporter/feed',
      '/feed',
      '/harbour/',
      '/latest/',
      '/lighthouse/',
      '/mill/',
      '/text/lighthouse/',
      '/topic/lamps/',
      '/topic/lamps/feed',
      '/town/',
      '/town/feed',
    ]);
  });

  test('a story that others show is added: those stories too', () => {
    const shown = rebuilt({
      stories: { ...paper.stories, quay: { ...paper.stories['harbour'], mustRead: 1 } },
    });
    expect(shown).toEqual(expect.arrayContaining(['/harbour/', '/mill/', '/opera/']));
    expect(shown).not.toContain('/text/opera/');
  });

  test('another spelling of a topic wins: also a story on it whose own file did not change', () => {
    const topics = ['BELLS'];
    const respelt = (change: Paper['stories']) => {
      const described = { topicTitle: undefined, topicText: undefined, ...alone };
      const old = keysOf(described);
      const now = keysOf({ ...described, stories: change });
      return [...now.keys()].filter((address) => old.get(address) !== now.get(address)).sort();
    };
    const { harbour, mill, opera } = paper.stories;
    const three = { ...paper.stories, ferry: { ...harbour, topics } };
    const all = respelt({ ...three, mill: { ...mill, topics }, opera: { ...opera } });
    expect(all).toEqual(expect.arrayContaining(['/harbour/', '/text/harbour/', '/topic/bells/']));
    expect(all).not.toContain('/opera/');
  });

  test('a story on a later page of a section makes a topic frequent: the first page, which offers it', () => {
    const many = (oldest: Partial<Article>): Paper['stories'] =>
      Object.fromEntries(
        Array.from({ length: 22 }, (_, n) => [
          `a${String(n)}`,
          {
            section: 'arts',
            published: `2025-02-${String(23 - n).padStart(2, '0')}T09:00:00Z`,
            ...(n === 0 && { topics: ['Masks'] }),
            ...(n === 21 && oldest),
          },
        ]),
      );
    const old = keysOf({ ...alone, stories: many({}) });
    const now = keysOf({ ...alone, stories: many({ topics: ['Masks'] }) });
    for (const address of ['/arts/', '/arts/2/']) {
      expect(now.get(address), address).not.toBe(old.get(address));
    }
    expect(now.get('/town/')).toBe(old.get('/town/'));
  });

  test('a story moves to another day: it and its lists', () => {
    const opera = { ...paper.stories['opera'], published: '2024-12-01T09:00:00Z' };
    expect(changedBy({ ...paper.stories, opera })).toEqual([
      '/arts/',
      '/arts/feed',
      '/author/critic/',
      '/author/critic/feed',
      '/feed',
      '/latest/',
      '/opera/',
      '/text/opera/',
    ]);
  });

  test('a story is withdrawn: its lists, its neighbour, and the text page of the story that links to it', () => {
    const links = { harbour: ['/paper/2025/02/mill/'] };
    const withLink = keysOf({ ...alone, links });
    const now = keysOf({
      ...alone,
      links,
      stories: { ...paper.stories, mill: { ...paper.stories['mill'], draft: true } },
    });
    for (const address of [
      '/town/',
      '/town/feed',
      '/topic/bells/',
      '/harbour/',
      '/text/harbour/',
    ]) {
      expect(now.get(address), address).not.toBe(withLink.get(address));
    }
    for (const address of ['/opera/', '/text/opera/', '/arts/', '/arts/feed']) {
      expect(now.get(address), address).toBe(withLink.get(address));
    }
  });

  test('a story is renamed: it under its new address, and its lists', () => {
    const { opera, ...others } = paper.stories;
    expect(changedBy({ ...others, operetta: opera ?? {} })).toEqual([
      '/arts/',
      '/arts/feed',
      '/author/critic/',
      '/author/critic/feed',
      '/feed',
      '/latest/',
      '/opera/',
      '/operetta/',
      '/text/opera/',
      '/text/operetta/',
    ]);
  });
});

describe('what is rebuilt when the paper around the stories changes', () => {
  test.each<[what: string, change: Partial<Paper>]>([
    [
      'breaking news',
      { breaking: { text: 'Bells', link: '/town/', until: '2025-03-01T09:00:00Z' } },
    ],
    ['an author’s portrait', { portrait: 'portrait.two.jpg' }],
    ['the title of a standing page', { standingPage: 'About us' }],
    ['the paper’s own social card', { cards: { '/paper/': { digest: 'other', alt: '' } } }],
    ['the picture of an advertisement', { adPictures: ['banner.two.png'] }],
    [
      'an advertisement that starts',
      {
        houseAds: { fair: { title: 'The fair', link: '/about/', weight: 1, pictures: {} } },
        slots: { top: ['fair'] },
      },
    ],
  ])('%s: every page, and no feed', (_what, change) => {
    expect(rebuilt(change)).toEqual(pages);
  });

  const fair = (window: { from?: string; until?: string }): Partial<Paper> => ({
    houseAds: { fair: { title: 'The fair', link: '/about/', weight: 1, pictures: {}, ...window } },
    slots: { top: ['fair'] },
  });
  test.each([
    ['starts', fair({ from: '2025-03-01T09:00:00Z' })],
    ['ends', fair({ until: '2025-03-01T09:00:00Z' })],
  ])('an advertisement that %s between two editions: every page, and no feed', (_what, ads) => {
    const before = keysOf(ads);
    const after = keysOf({ ...ads, moment: '2025-03-01T10:00:00Z' });
    expect([...usual.keys()].filter((key) => before.get(key) !== after.get(key)).sort()).toEqual(
      pages,
    );
  });

  test('an author’s name: every page, and the feeds with a story by the author', () => {
    expect(rebuilt({ author: { name: 'Rapporteur', bio: 'Reports.' } })).toEqual(
      [...pages, ...feeds.filter((feed) => !/arts|critic/.test(feed))].sort(),
    );
  });

  test('breaking news that has expired: every page that showed it', () => {
    const breaking = { text: 'Bells', link: '/town/', until: '2025-03-01T09:00:00Z' };
    const before = keysOf({ breaking });
    const after = keysOf({ breaking, moment: '2025-03-01T10:00:00Z' });
    expect(pages.filter((address) => before.get(address) === after.get(address))).toEqual([]);
  });

  test('a section’s title: every page, and the feeds that name it', () => {
    expect(rebuilt({ section: { title: 'City', description: 'The town.' } })).toEqual(
      [...pages, ...feeds.filter((feed) => !/arts|critic/.test(feed))].sort(),
    );
  });

  test('the topics of the day: every page, and no feed', () => {
    expect(rebuilt({ nowTopics: ['Bells'] })).toEqual(pages);
  });

  test('a section’s colour: every page, and no feed', () => {
    expect(rebuilt({ section: { ...paper.section, accent: '#123456' } })).toEqual(pages);
  });

  test('an author’s biography: every page, and the author’s feed', () => {
    expect(rebuilt({ author: { name: 'Reporter', bio: 'Reports daily.' } })).toEqual(
      [...pages, '/author/reporter/feed'].sort(),
    );
  });

  test('the way to a list, or the section that the navigation marks: the list', () => {
    const { lists, keys } = printedWith({});
    const list = lists.find(({ path }) => path === '/paper/town/');
    const [leaf] = leavesOf(list?.stories ?? []);
    if (!list || !leaf) throw new Error('The paper has no section.');
    const above = [{ title: 'Region', path: '/paper/region/' }];
    const made = [list, { ...list, above }, { ...list, section: 'arts' }];
    expect(new Set(made.map((each) => keys.list(each, leaf))).size).toBe(3);
  });

  test('a topic’s description: its page and its feed', () => {
    expect(rebuilt({ topicText: 'Every bell.' })).toEqual(['/topic/bells/', '/topic/bells/feed']);
  });

  test('a topic’s title: its lists, the section that offers it, and the pages and feeds of the stories on it', () => {
    expect(rebuilt({ topicTitle: 'Church bells' })).toEqual([
      '/author/reporter/feed',
      '/feed',
      '/harbour/',
      '/mill/',
      '/text/harbour/',
      '/text/mill/',
      '/topic/bells/',
      '/topic/bells/feed',
      '/town/',
      '/town/feed',
    ]);
  });

  test('a story’s social card: its own pages', () => {
    const cards = { ...paper.cards, '/paper/2025/02/opera/': { digest: 'new', alt: '' } };
    expect(rebuilt({ cards })).toEqual(['/opera/', '/text/opera/']);
  });
});
