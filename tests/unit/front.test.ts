import { describe, expect, test } from 'vitest';
import type { FrontLayout } from '../../src/schemas/front.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import { editionOf, ids, story } from './stories.ts';

const frontOf = (articles: Parameters<typeof editionOf>[0], layout?: FrontLayout) =>
  editionOf(articles).front(layout);

type FrontPage = ReturnType<typeof frontOf>;

const shown = ({ lead, secondaries, strip, blocks, mustRead }: FrontPage): string[] =>
  ids([
    ...(lead ? [lead] : []),
    ...secondaries,
    ...strip,
    ...blocks.flatMap(({ articles }) => articles),
    ...mustRead,
  ]);

/** Stories a, b, c … of the section World, newest first. */
const stories = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    story(String.fromCharCode(97 + n), {
      published: `2025-02-${String(28 - n).padStart(2, '0')}T00:00:00Z`,
    }),
  );

const older = '2024-01-01T00:00:00Z';

describe('a live story above all others', () => {
  const live = (state: 'live' | 'paused' | 'over') => [
    ...stories(12),
    story('flood', { kind: 'live', state, published: '2025-02-28T12:00:00Z' }),
  ];

  test.each(['live', 'paused'] as const)('is shown there alone while it is %s', (state) => {
    const front = frontOf(live(state), { live: 'flood', lead: 'flood' });
    expect(front.live?.id).toBe('flood');
    expect(shown(front)).not.toContain('flood');
    expect(ids([...front.latest, ...front.leadRelated])).not.toContain('flood');
    expect(front.lead?.id).toBe('a');
  });

  test('goes when its coverage is over, and stands where any story would', () => {
    const front = frontOf(live('over'), { live: 'flood' });
    expect(front.live).toBeUndefined();
    expect(front.lead?.id).toBe('flood');
  });

  test('is there only if an editor says so, and only if it is live', () => {
    expect(frontOf(live('live')).live).toBeUndefined();
    expect(frontOf(live('live'), { live: 'b' }).live).toBeUndefined();
  });
});

describe('a strip', () => {
  test('has the stories that the editor named, even those ranked for Must Read', () => {
    const ranked = stories(12).map((each) => (each.id === 'c' ? { ...each, mustRead: 1 } : each));
    const front = frontOf(ranked, { lead: 'a', secondaries: ['e', 'f'], strip: ['b', 'c', 'd'] });
    expect(ids(front.strip)).toEqual(['b', 'c', 'd']);
    expect(ids(front.mustRead)).not.toContain('c');
  });
});

describe('a front page without a layout', () => {
  test('shows no story twice', () => {
    const front = frontOf([...stories(12), story('z', { section: 'arts', mustRead: 1 })]);
    expect(new Set(shown(front)).size).toBe(shown(front).length);
    expect(shown(front).length).toBeGreaterThan(8);
  });

  test('leads with the first Must Read pick, then the newest', () => {
    const front = frontOf([...stories(6), story('pick', { mustRead: 3 })]);
    expect(front.lead?.id).toBe('pick');
    expect(ids(front.secondaries)).toEqual(['a', 'b']);
  });

  test('leads with news rather than newer opinion', () => {
    const [newest, ...rest] = stories(7);
    const front = frontOf([...(newest ? [{ ...newest, kind: 'opinion' as const }] : []), ...rest]);
    expect(front.lead?.id).toBe('b');
    expect(ids(front.secondaries)).toEqual(['c', 'd']);
  });

  test('never puts a sponsored story at the top, unless an editor ranked it', () => {
    const paid = story('paid', { kind: 'sponsored', published: '2025-02-28T10:00:00Z' });
    const front = frontOf([paid, ...stories(6)]);
    const { lead, leadRelated, secondaries, strip, latest } = front;
    expect(
      ids([...(lead ? [lead] : []), ...leadRelated, ...secondaries, ...strip, ...latest]),
    ).not.toContain('paid');
    expect(frontOf([{ ...paid, mustRead: 1 }, ...stories(6)]).lead?.id).toBe('paid');
  });

  test('gives each section a block, in order, unless all its stories are already on the page', () => {
    const { blocks } = frontOf([
      ...stories(7),
      story('play', { section: 'arts', published: older }),
    ]);
    expect(blocks.map(({ section, articles }) => [section, ids(articles)])).toEqual([
      ['arts', ['play']],
    ]);
  });

  test('shows a section of opinions as a strip of bylines', () => {
    const views = ['x', 'y'].map((id) =>
      story(id, { section: 'arts', kind: 'opinion', published: older }),
    );
    const { blocks } = frontOf([...stories(6), ...views]);
    expect(blocks.find(({ section }) => section === 'arts')?.shape).toBe('opinions');
  });

  test('reserves ranked stories for Must Read, and fills it up with stories that no block had room for', () => {
    const ranked = ['x', 'y'].map((id, n) =>
      story(id, { mustRead: n + 1, published: older, section: 'arts' }),
    );
    const front = frontOf([...ranked, ...stories(16)]);
    expect(front.lead?.id).toBe('x');
    expect(ids(front.mustRead)).toEqual(['y', 'l', 'm', 'n', 'o']);
  });

  test('has a strip of four pieces of news below the lead, if there are four', () => {
    const view = story('view', { kind: 'opinion', published: '2025-02-28T09:00:00Z' });
    expect(ids(frontOf([view, ...stories(9)]).strip)).toEqual(['d', 'e', 'f', 'g']);
    expect(frontOf([view, ...stories(6)]).strip).toEqual([]);
  });

  test('names the newest eight beside the lead, opinions too, but nothing else of that row', () => {
    const view = story('view', { kind: 'opinion', published: '2025-02-28T09:00:00Z' });
    const front = frontOf([view, ...stories(14)]);
    expect(ids(front.latest)).toEqual(['view', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
    const few = frontOf(stories(7));
    expect(few.latest).toEqual([]);
  });

  test('links the most related stories under the lead, but nothing else of that row', () => {
    const [lead, ...rest] = stories(14);
    const named = { ...lead, related: ['b', 'm', 'n', 'c', 'l'] } as (typeof rest)[number];
    const front = frontOf([named, ...rest]);
    expect(ids(front.leadRelated)).toEqual(['m', 'n', 'l']);
    expect(ids(front.latest)).not.toContain('m');
    expect(shown(front)).toContain('d');
  });

  test('sets sections with few stories side by side, in pairs', () => {
    const of = (section: string, count: number) =>
      stories(count).map((one) => ({ ...one, id: section + one.id, section, published: older }));
    const halves = (...sections: [string, number][]) =>
      frontOf([...stories(7), ...sections.flatMap(([id, count]) => of(id, count))]).blocks.map(
        ({ section, isHalf }) => [section, isHalf],
      );
    expect(halves(['arts', 2], ['sport', 1])).toEqual([
      ['arts', true],
      ['sport', true],
    ]);
    expect(halves(['arts', 3], ['sport', 1])).toEqual([
      ['arts', false],
      ['sport', false],
    ]);
  });

  test('takes turns with the shapes of its sections', () => {
    const of = (section: string) =>
      stories(5).map((one) => ({ ...one, id: section + one.id, section, published: older }));
    const { blocks } = frontOf([...stories(7), ...of('arts'), ...of('sport'), ...of('world')]);
    expect(blocks.map(({ shape, articles }) => [shape, articles.length])).toEqual([
      ['lead-and-list', 5],
      ['lead-and-three', 4],
      ['row', 3],
    ]);
  });

  test('of a paper with one article shows that article, whatever its kind', () => {
    for (const kind of ['news', 'opinion', 'sponsored'] as const) {
      const front = frontOf([story('only', { kind })]);
      expect(shown(front)).toEqual(['only']);
    }
  });

  test('of a paper without articles is empty, but not an error', () => {
    expect(frontOf([])).toEqual({
      lead: undefined,
      leadRelated: [],
      secondaries: [],
      latest: [],
      strip: [],
      blocks: [],
      mustRead: [],
    });
  });
});

describe('a front page with a layout', () => {
  const layout = (fields: object): FrontLayout => frontSchema.parse(fields);

  test('has the lead, the secondaries and the blocks in the order that the editor chose', () => {
    const front = frontOf(
      [...stories(8), story('play', { section: 'arts', published: older })],
      layout({
        lead: 'c',
        secondaries: ['e', 'a'],
        blocks: [
          { section: 'arts', shape: 'timeline' },
          { title: 'The world', section: 'world', stories: 2 },
        ],
      }),
    );
    expect(front.lead?.id).toBe('c');
    expect(ids(front.secondaries)).toEqual(['e', 'a']);
    expect(front.blocks.map(({ title, shape, articles }) => [title, shape, ids(articles)])).toEqual(
      [
        ['arts', 'timeline', ['play']],
        ['The world', undefined, ['b', 'd']],
      ],
    );
  });

  test('has further secondaries and the strip in a row, and none of its own where blocks are laid out', () => {
    const fields = { secondaries: ['b', 'c', 'd'], strip: ['f', 'draft', 'b'] };
    expect(ids(frontOf(stories(9), layout(fields)).strip)).toEqual(['d', 'f']);
    expect(frontOf(stories(9), layout({ strip: [] })).strip).toEqual([]);
    expect(frontOf(stories(9), layout({ blocks: [{ section: 'world' }] })).strip).toEqual([]);
  });

  test('chooses the links under the lead, or none, and may do without the latest', () => {
    const front = frontOf(stories(12), layout({ leadRelated: ['a', 'b', 'k'], latest: false }));
    expect([ids(front.leadRelated), front.latest]).toEqual([['k'], []]);
    expect(frontOf(stories(12), layout({ leadRelated: [] })).leadRelated).toEqual([]);
  });

  test('sets blocks side by side that are half as wide, if two follow each other', () => {
    const blocks = ['arts', 'sport', 'world'].map((section) => ({ section, half: true }));
    const front = frontOf(
      ['arts', 'sport', 'world'].flatMap((section) =>
        stories(4).map((one) => ({ ...one, id: section + one.id, section })),
      ),
      layout({ blocks }),
    );
    expect(front.blocks.map(({ isHalf }) => isHalf)).toEqual([true, true, false]);
  });

  test('may call a row by its former name, cards', () => {
    const shapes = [undefined, 'row', 'cards', 'timeline'].map(
      (shape) => layout({ blocks: [{ section: 'world', shape }] }).blocks?.[0]?.shape,
    );
    expect(shapes).toEqual([undefined, 'row', 'row', 'timeline']);
  });

  test('skips a story that is not public, and takes the next best lead', () => {
    const draft = story('draft', { draft: true });
    const front = frontOf(
      [draft, ...stories(3)],
      layout({ lead: 'draft', secondaries: ['draft', 'b'] }),
    );
    expect(front.lead?.id).toBe('a');
    expect(ids(front.secondaries)).toEqual(['b']);
  });

  test('may have blocks for a topic and for a kind', () => {
    const front = frontOf(
      [
        ...stories(6),
        story('treaty', { topics: ['NATO'], published: older }),
        story('view', { kind: 'opinion', published: older }),
      ],
      layout({
        blocks: [{ topic: 'nato' }, { kind: 'opinion', title: 'Views', shape: 'opinions' }],
      }),
    );
    expect(front.blocks.map(({ title, articles }) => [title, ids(articles)])).toEqual([
      ['nato', ['treaty']],
      ['Views', ['view']],
    ]);
  });

  test.each([
    ['two sources for one block', { blocks: [{ section: 'world', topic: 'NATO' }] }],
    ['no source for a block', { blocks: [{ shape: 'row' }] }],
    ['a block of a kind without a heading', { blocks: [{ kind: 'opinion' }] }],
    ['an unknown shape', { blocks: [{ section: 'world', shape: 'carousel' }] }],
    ['a mistyped field', { leed: 'a' }],
    ['breaking news without an end', { breaking: { text: 'Now', link: '/a/' } }],
    [
      'breaking news that links to a script',
      { breaking: { text: 'Now', link: 'javascript:alert(1)', until: older } },
    ],
  ])('is rejected with %s', (_, fields) => {
    expect(frontSchema.safeParse(fields).success).toBe(false);
  });
});
