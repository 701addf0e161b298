import { expect, test } from 'vitest';
import { createTermCounter } from '../../src/edition/counted-terms.ts';
import {
  createLikeness as likenessBy,
  type Likeness,
  type LikenessDocument,
  type LikenessText,
  partsOf,
} from '../../src/edition/likeness.ts';
import { createTokenizer } from '../../src/edition/word-tokens.ts';

const day = 24 * 60 * 60 * 1000;

type Document = LikenessDocument & LikenessText;

const createLikeness = (documents: readonly Document[], language: string): Likeness => {
  const count = createTermCounter(language);
  return likenessBy(documents, (document) => count(partsOf(document)));
};

/** A story with the text and fields that a test needs; `age` is in days. */
function story(
  id: string,
  headline: string,
  body: string,
  { age = 0, ...rest }: Partial<Document> & { age?: number } = {},
): Document {
  const published = new Date(Date.UTC(2025, 1, 13) - age * day).toISOString();
  return { id, headline, standfirst: '', body, topics: [], section: 'world', published, ...rest };
}

const grain = story(
  'grain',
  'Grain ships leave Odesa again',
  'Four freighters with wheat and barley sailed from the harbour of Odesa through the mined corridor on Monday. ' +
    'Farmers in the south had waited since the autumn for ships, with silos full of wheat.',
);
const wheat = story(
  'wheat',
  'Silos in the south run over',
  'The harvest of wheat and barley was good, but the freighters do not come. Farmers say that without the corridor ' +
    'from Odesa the silos will be full before the autumn ends.',
  { section: 'economy', age: 40 },
);
const parliament = story(
  'parliament',
  'Parliament votes on the budget',
  'The coalition got its budget through parliament on Monday with a majority of three votes, after the opposition ' +
    'had left the chamber in protest at the minister of finance.',
);
const coalition = story(
  'coalition',
  'Coalition quarrels over taxes',
  'The minister of finance wants higher taxes in the budget; a part of the coalition in parliament does not, and ' +
    'the opposition looks forward to the votes.',
);
const football = story(
  'football',
  'United lose the derby at home',
  'A late penalty decided the derby on Sunday. The goalkeeper got a hand to the ball, and the supporters had ' +
    'left the stadium before the whistle.',
);
const transfer = story(
  'transfer',
  'United sell their goalkeeper',
  'After the derby and its penalty the goalkeeper moves to Turin. The supporters sang for him outside the stadium.',
);
const bees = story(
  'bees',
  'Bees wake early in mild winter',
  'Beekeepers found their hives humming in the first days of the month. Snowdrops flower, but nectar is scarce, and ' +
    'a late frost could starve the swarm.',
);
const paper = [grain, wheat, parliament, coalition, football, transfer, bees];

const relatedIn = (documents: Document[], id: string, limit = 4): string[] =>
  createLikeness(documents, 'en').related(id, limit);

const without = (text: string, words: number): string => text.split(' ').slice(words).join(' ');

test('a story on the same subject is related, even without a shared topic or section', () => {
  expect(relatedIn(paper, 'grain')).toEqual(['wheat']);
});

test('a lone story about bees is not related to politics or sport', () => {
  expect(relatedIn(paper, 'bees')).toEqual([]);
});

test('a rare word in common counts for more than common words', () => {
  const speeches = Array.from({ length: 8 }, (_, n) =>
    story(`speech-${n}`, `Speech on item${n}`, `The minister of finance spoke about item${n}.`),
  );
  const documents = [
    story('read', 'Factories lack krypton', 'The minister of finance spoke about krypton.'),
    story('common', 'Minister on taxes', 'The minister of finance spoke about taxes.'),
    story('rare', 'What krypton is for', 'Lamps need it.', { age: 300, section: 'science' }),
    ...speeches,
  ];
  expect(relatedIn(documents, 'read')).toEqual(['rare']);
});

test('a rare shared topic relates stories with different words', () => {
  const documents = paper.map((document) =>
    ['bees', 'transfer'].includes(document.id) ? { ...document, topics: ['Weather'] } : document,
  );
  expect(relatedIn(documents, 'bees')).toEqual(['transfer']);
});

test('capitals do not create another topic', () => {
  const documents = [
    { ...bees, topics: ['weather'] },
    { ...football, topics: ['WEATHER'] },
    ...paper.filter(({ id }) => !['bees', 'football'].includes(id)),
  ];
  expect(relatedIn(documents, 'bees')).toEqual(['football']);
});

test('a topic shared by half of a large paper does not make stories related', () => {
  const documents = Array.from({ length: 100 }, (_, n) =>
    story(`n${n}`, `unique${n}`, `word${n} other${n}`, { topics: n % 2 ? ['War'] : [] }),
  );
  expect(relatedIn(documents, 'n1')).toEqual([]);
});

test('of equally similar stories, those of the same section come first, then the nearer in time', () => {
  const shared = { topics: ['Weather'] };
  const documents = [
    { ...bees, ...shared, section: 'nature', published: '2021-06-01T00:00:00Z' },
    story('new', 'Flood', 'Rivers rose.', shared),
    story('near', 'Storm', 'Roofs flew.', { ...shared, published: '2021-04-01T00:00:00Z' }),
    story('own', 'Drought', 'Wells dried.', {
      ...shared,
      section: 'nature',
      published: '2021-03-01T00:00:00Z',
    }),
    ...paper.filter(({ id }) => id !== 'bees'),
  ];
  expect(relatedIn(documents, 'bees')).toEqual(['own', 'near', 'new']);
});

test('a repeated story is listed once', () => {
  const again = { ...wheat, id: 'wheat-again', body: `${wheat.body} More follows.` };
  const list = relatedIn([...paper, again], 'grain');
  expect(list.filter((id) => id.startsWith('wheat'))).toHaveLength(1);
});

test('an updated re-run of the current story is not listed', () => {
  const rerun = { ...grain, id: 'rerun', headline: 'Update: grain ships leave Odesa' };
  rerun.body = `Four freighters sailed on Monday. ${without(grain.body, 4)}`;
  expect(relatedIn([...paper, rerun], 'grain')).toEqual(['wheat']);
});

test('the editor’s picks come first, in the editor’s order, even a re-run', () => {
  const rerun = { ...grain, id: 'rerun' };
  const picks = ['bees', 'rerun', 'bees', 'grain', 'not-there'];
  const { related } = createLikeness([...paper, rerun], 'en');
  expect(related('grain', 4, picks)).toEqual(['bees', 'rerun', 'wheat']);
});

test('the list ends at its limit', () => {
  const { related } = createLikeness(paper, 'en');
  expect(related('grain', 1, ['bees', 'football'])).toEqual(['bees']);
  expect(related('grain', 0)).toEqual([]);
});

test('the order of the files does not matter', () => {
  const lists = (documents: Document[]) => {
    const { related } = createLikeness(documents, 'en');
    return paper.map(({ id }) => related(id, 4));
  };
  expect(lists([...paper].reverse())).toEqual(lists(paper));
});

test('the order of calls does not matter', () => {
  const { related } = createLikeness(paper, 'en');
  const first = related('grain', 4);
  related('parliament', 4);
  expect(related('grain', 4)).toEqual(first);
});

test('identical stories are sorted by id', () => {
  const twins = ['c', 'b', 'a'].map((id) => story(id, `unique${id}`, '', { topics: ['Weather'] }));
  expect(relatedIn([...paper, ...twins], 'a')).toEqual(['b', 'c']);
});

test('a story that is not in the edition has no related news', () => {
  expect(relatedIn(paper, 'gone')).toEqual([]);
  expect(createLikeness([], 'en').related('gone', 4)).toEqual([]);
});

test('the only story of a paper has none either', () => {
  expect(relatedIn([grain], 'grain')).toEqual([]);
});

test.each([
  [
    'ja',
    [
      '穀物船がオデーサを出港',
      '小麦と大麦を積んだ貨物船が月曜日に港を出た。農家は秋から待っていた。',
    ],
    ['小麦の倉庫が満杯に', '農家によると、貨物船が来ないため小麦と大麦の倉庫がいっぱいだ。'],
    ['議会が予算案を可決', '連立与党は月曜日に予算案を可決した。野党は抗議して退席した。'],
    ['サッカー代表が敗れる', '終了間際の失点で代表は決勝に進めなかった。'],
  ],
  [
    'ar',
    ['سفن القمح تغادر أوديسا', 'غادرت أربع سفن محملة بالقمح والشعير ميناء أوديسا يوم الاثنين'],
    ['صوامع القمح ممتلئة', 'يقول المزارعون إن صوامع القمح ممتلئة ولا سفن تصل إلى ميناء أوديسا'],
    ['البرلمان يقر الميزانية', 'أقر البرلمان الميزانية يوم الاثنين بعد انسحاب المعارضة'],
    ['المنتخب يخسر المباراة', 'خسر المنتخب بهدف في الدقيقة الأخيرة'],
  ],
])('stories in %s are related by their words', (language, ...texts) => {
  const documents = texts.map(([headline = '', body = ''], n) => story(`${n}`, headline, body));
  const { related } = createLikeness(documents, language);
  expect(related('0', 4)[0]).toBe('1');
  expect(related('3', 4)).toEqual([]);
});

test('hostile copy breaks nothing, and takes no longer', () => {
  const hostile = [
    story('empty', '', ''),
    story('empty-too', '', ''),
    story('emoji', '🔥🔥🔥', '👩‍👩‍👧 '.repeat(500)),
    story('one-word', 'A', 'a'.repeat(200)),
    story('brackets', '](', '<'.repeat(20_000) + ']('.repeat(20_000)),
    story('half-a-pair', '\uD83D', 'wheat \uDC00'),
    story('__proto__', 'constructor', 'toString __proto__ hasOwnProperty'),
  ];
  const { related } = createLikeness([...hostile, ...paper], 'en');
  for (const { id } of hostile) expect(related(id, 4)).not.toContain(id);
  expect(related('empty', 4)).toEqual([]);
  expect(related('grain', 4)).toContain('wheat');
});

test('link targets, addresses and tags do not count as words', () => {
  const words = createTokenizer('en')(
    '**Read** [the report](/2025/secret-path/ "x"), <b class="loud">now</b>: https://example.com/a?b=c',
  );
  expect(words).toEqual(['read', 'the', 'report', 'now']);
});

test.each([
  ['en', 'Kyiv’s “Grain-Deal” ＷＯＲＫＳ', ['kyiv', 's', 'grain', 'deal', 'works']],
  ['fr', 'L’Ukraine, aujourd’hui', ['l', 'ukraine', 'aujourd', 'hui']],
  ['tr', 'DIŞİŞLERİ', ['dışişleri']],
  ['hi', 'हिन्दी में', ['हिन्दी', 'में']],
  ['th', 'ข่าววันนี้', ['ข่าว', 'วัน', 'นี้']],
])('a text in %s is split into its words', (language, text, words) => {
  expect(createTokenizer(language)(text)).toEqual(words);
});
