import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asked, shown } from '../../src/search/joined-words.ts';
import { makeIndex } from '../../src/search/make-index.ts';
import { marked } from '../../src/search/story-page.ts';

interface Engine {
  search: (words: string) => Promise<{ results: { data: () => Promise<{ excerpt: string }> }[] }>;
}

/** A paper of one story in each language, and queries with the words that they mark in it. */
const papers: Record<string, { text: string; queries: [query: string, ...marked: string[]][] }> = {
  en: {
    text: 'The deal—brokered in Riyadh—collapsed. A Kyiv–Moscow train, and/or bus, NATO-led force, e-mail. Wait…what? Zelenskyy/Trump at O’Brien’s pub, 3.14 and 10,000. One handle\u200Bzero. Read 北京的新闻 on an iPhone发布, or المدينة والمدينة. He wrote “never”again in a ﬁnance page.',
    queries: [
      ['brokered', 'brokered'],
      ['collapsed', 'collapsed.'],
      ['riyadh', 'Riyadh—'],
      ['Moscow', 'Moscow'],
      ['Kyiv–Moscow', 'Kyiv–Moscow'],
      ['Kyiv Moscow', 'Kyiv–Moscow'],
      ['or', 'or'],
      ['led', 'NATO-led'],
      ['NATO-led', 'NATO-led'],
      ['email', 'e-mail.'],
      ['what', 'what?'],
      ['Trump', 'Trump'],
      ['Brien', 'O’Brien’s'],
      ["O'Brien", 'O’Brien’s'],
      ['obrien', 'O’Brien’s'],
      ['3.14', '3.14'],
      ['10,000', '10,000.'],
      ['zero', 'zero.'],
      ['again', 'again'],
      ['finance', 'finance'],
      ['新闻', '新闻'],
      ['iphone', 'iPhone'],
      ['发布', '发布,'],
      ['مدينة', 'المدينة', 'والمدينة.'],
      ['المدينة', 'المدينة', 'والمدينة.'],
    ],
  },
  fr: {
    text: "L’école d’Orléans et l’œuvre de l’Élysée. Aujourd’hui, c’est l'État qui paie ce qu’elle doit. Un Paris–Lyon.",
    queries: [
      ['école', 'école'],
      ['ecole', 'école'],
      ['l’école', 'école'],
      ["l'ecole", 'école'],
      ['Orléans', 'Orléans'],
      ['d’Orléans', 'Orléans'],
      ['œuvre', 'œuvre'],
      ['oeuvre', 'œuvre'],
      ['Élysée', 'Élysée.'],
      ['État', 'État'],
      ['etat', 'État'],
      ['aujourd’hui', 'Aujourd’hui,'],
      ["aujourd'hui", 'Aujourd’hui,'],
      ['elle', 'elle'],
      ['Lyon', 'Lyon.'],
    ],
  },
  uk: {
    text: "У Кам’янці відкрили міст. Об'єднання громад, сімʼя. Потяг Київ–Москва і NATO–Росія.",
    queries: [
      ["Кам'янці", 'Кам’янці'],
      ['Кам’янці', 'Кам’янці'],
      ['Камʼянці', 'Кам’янці'],
      ['обʼєднання', 'Об’єднання'],
      ["сім'я", 'сім’я.'],
      ['Москва', 'Москва'],
      ['Росія', 'Росія.'],
      ['Ки\u2060їв', 'Київ–'],
    ],
  },
  ar: {
    text: 'افتُتحت المكتبة أمس. زار والوزير القرية، ولمدرسة الحي باب. سافر للمدينة وبالقطار، وقال لبنان–سوريا عن iPhone. عاد للبنان.',
    queries: [
      ['مكتبة', 'المكتبة'],
      ['المكتبة', 'المكتبة'],
      ['وزير', 'والوزير'],
      ['الوزير', 'والوزير'],
      ['مدرسة', 'ولمدرسة'],
      ['مدينة', 'للمدينة'],
      ['للمدينة', 'للمدينة'],
      ['قطار', 'وبالقطار،'],
      ['لبنان', 'لبنان–', 'للبنان.'],
      ['سوريا', 'سوريا'],
      ['iphone', 'iPhone.'],
    ],
  },
};

const search = async (folder: string, language: string, text: string): Promise<Engine> => {
  const record = {
    url: '/a/',
    file: 'a/index.html',
    meta: { title: '–', section: '–', date: '–', published: '2025' },
    filters: { section: [], topic: [], year: [] },
    moment: 1,
  };
  const index = path.join(folder, language);
  const content = marked(`<article data-story><p>${text}</p></article>`, record);
  await makeIndex([{ url: '/a/', content }], language, index);
  vi.stubGlobal('fetch', (address: string) => {
    const file = path.join(index, address.replace(/^https:\/\/index\.example\/|\?.*$/g, ''));
    return Promise.resolve(
      existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 }),
    );
  });
  const engine = path.join(folder, `${language}.mjs`);
  await copyFile(path.join(index, 'pagefind.js'), engine);
  const { createInstance } = (await import(pathToFileURL(engine).href)) as {
    createInstance: (options: object) => Engine;
  };
  return createInstance({ basePath: 'https://index.example/', baseUrl: '/', noWorker: true });
};

describe.each(Object.entries(papers))('a paper in the language %s', (language, paper) => {
  let folder = '';
  let engine: Engine;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'search-words-'));
    engine = await search(folder, language, paper.text);
  });

  afterAll(async () => {
    vi.unstubAllGlobals();
    await rm(folder, { recursive: true });
  });

  test.each(paper.queries)('finds %s, and marks it', async (query, ...words) => {
    const [hit] = (await engine.search(asked(query))).results;
    const excerpt = shown((await hit?.data())?.excerpt ?? '');
    expect([...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word)).toEqual(words);
  });
});
