import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Checked } from '../../../src/check/check-paper.ts';
import { addressKey, type Redirects } from '../../../src/hosts/redirect.ts';
import type { Report } from '../../../src/import/writer/report.ts';
import { topicKey } from '../../../src/schemas/topic.ts';
import { newsroom } from '../../fixtures/moving-in/write.ts';
import {
  bytesOf,
  checked,
  expected,
  type ExpectedEntry,
  heldBack,
  importNewsroom,
  newContent,
  pages,
  posts,
  reportIn,
} from './newsroom.ts';

let content: string;
let paper: Checked;
let report: Report;
let said: string;

beforeAll(async () => {
  content = await newContent();
  const { code, errors, out } = await importNewsroom(content);
  said = out;
  expect(errors).toBe('');
  // Two pictures of one story are lost.
  expect(code).toBe(2);
  report = reportIn(content);
  paper = await checked(content);
});

test('says at its end what the check finds in the paper', () => {
  expect(paper.mistakes).toEqual([]);
  expect(said).toContain('The check finds no mistakes.');
});

const lineOf = ({ id }: ExpectedEntry) => report.entries.find((line) => line.id === String(id));

const storyOf = (entry: ExpectedEntry) => {
  const line = lineOf(entry);
  const story = paper.copy.articles.find(
    ({ file }) => file === path.join(content, line?.file ?? '-'),
  );
  if (!line || !story) throw new Error(`There is no story of entry ${String(entry.id)}.`);
  return { ...story, address: line.address ?? '' };
};

const pageOf = (entry: ExpectedEntry) => {
  const line = lineOf(entry);
  const page = paper.copy.pages.find(({ file }) => file === path.join(content, line?.file ?? '-'));
  if (!line || !page) throw new Error(`There is no page of entry ${String(entry.id)}.`);
  return { ...page, address: line.address ?? '' };
};

const titleOf = (section: string): string | undefined =>
  paper.copy.sections.find(({ id }) => id === section)?.data.title;

/** Where hosts send a request for an old address: to itself if a page is there. */
const answerTo = ({ exact, queried, folders }: Redirects, address: string): string | undefined => {
  const { pathname, searchParams } = new URL(address, 'https://old.example');
  const key = addressKey(pathname);
  const byQuery = queried.find(
    ({ path: at, query }) =>
      addressKey(encodeURI(at)) === key &&
      query.every(([name, value]) => searchParams.get(name) === value),
  );
  const same = [...exact].find(({ path: at }) => addressKey(encodeURI(at)) === key);
  const folder = folders.find(({ path: at }) => key.startsWith(addressKey(encodeURI(at))));
  const to = (byQuery ?? (searchParams.size === 0 ? (same ?? folder) : undefined))?.to;
  return to === undefined ? undefined : decodeURI(to);
};

const answers = (entry: ExpectedEntry, own: string): Record<string, string | undefined> =>
  Object.fromEntries(
    (entry.formerUrls ?? []).map((address) => [
      address,
      addressKey(address) === addressKey(own) ? own : answerTo(paper.redirects, address),
    ]),
  );

const allAt = (entry: ExpectedEntry, own: string): Record<string, string> =>
  Object.fromEntries((entry.formerUrls ?? []).map((address) => [address, own]));

test('the paper that comes of it has no mistakes', () => {
  expect(paper.mistakes.map(({ file, found }) => `${file}: ${found}`)).toEqual([]);
});

test('everything is there, and everything that is not public is missing', () => {
  const { counts } = expected;
  expect(paper.copy.articles).toHaveLength(counts.articles);
  expect(paper.copy.pages).toHaveLength(counts.pages);
  expect(paper.copy.sections.length).toBeGreaterThanOrEqual(counts.sectionsAtLeast);
  expect(report.counts).toMatchObject({ stories: counts.articles, pages: counts.pages });
  expect(report.publication).toMatchObject({ timeZone: expected.zone });
  expect(posts).toHaveLength(counts.articles);
  expect(heldBack).toHaveLength(counts.heldBack);
});

test.each(heldBack)('entry $id is held back: $why', (entry) => {
  // A revision and a reusable block are counted, not entries.
  const line = lineOf(entry);
  if (entry.id !== 127 && entry.id !== 901) expect(line).toMatchObject({ result: 'held back' });
  expect(line?.title).toBeUndefined();
  expect(line?.file).toBeUndefined();
});

describe.each(posts)('story $id', (entry) => {
  test('has its headings', () => {
    const { data } = storyOf(entry);
    if (entry.headline) expect(data.headline).toBe(entry.headline);
    expect(data.headline.startsWith(entry.headlineStartsWith ?? '')).toBe(true);
    if (entry.standfirst) expect(data.standfirst).toBe(entry.standfirst);
    expect(data.standfirst.startsWith(entry.standfirstStartsWith ?? '')).toBe(true);
    expect(data.headline).not.toBe('');
    expect(data.standfirst).not.toBe('');
  });

  test('has its moments', () => {
    const { data } = storyOf(entry);
    expect(data.published).toBe(entry.published);
    expect(entry.updated ?? [null]).toContainEqual(data.updated ?? null);
  });

  test('is where it belongs, under its authors', () => {
    const { data } = storyOf(entry);
    expect(titleOf(data.section)).toBe(entry.section);
    const names = data.authors.map(
      (author) => paper.copy.authors.find(({ id }) => id === author)?.data.name,
    );
    expect(names).toEqual(entry.authors);
    expect(entry.kind).toContain(data.kind);
    expect(data.kind).toBe(entry.kindBest ?? data.kind);
  });

  test('has its topics', () => {
    const { data } = storyOf(entry);
    const keys = data.topics.map(topicKey);
    const wanted = (entry.topics ?? []).map(topicKey);
    const may = (entry.topicsMay ?? []).map(topicKey);
    expect(keys).toEqual(expect.arrayContaining(wanted));
    expect(keys.filter((key) => !wanted.includes(key) && !may.includes(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
    if (entry.topicCount !== undefined) expect(keys).toHaveLength(entry.topicCount);
  });

  test('keeps its guid, its source and whether it takes comments', () => {
    const { data } = storyOf(entry);
    expect(data.guid).toBe(entry.guid);
    expect(entry.comments).toContain(data.comments);
    if (entry.source) expect(data.source).toMatchObject(entry.source);
    else if (!entry.sourceMay) expect(data.source).toBeUndefined();
  });

  test('is found under every old address', () => {
    const { address } = storyOf(entry);
    const own = decodeURI(address);
    expect(answers(entry, own)).toEqual(allAt(entry, own));
    expect(own.endsWith(entry.addressEndsWith ?? '/')).toBe(true);
  });

  test('shows its pictures', async () => {
    const { file, data, body } = storyOf(entry);
    const folder = path.dirname(file);
    const pictures = [
      ...body.matchAll(
        /!\[(?<alt>(?:[^[\]\\]|\\.)*)\]\(<?(?<src>\.\/[^)\s>]+)>?(?: "(?<caption>[^"]*)")?\)/g,
      ),
    ].map(({ groups = {} }) => ({
      src: groups['src'] ?? '',
      alt: groups['alt'] ?? '',
      caption: groups['caption'] ?? '',
    }));
    if (entry.pictureCountMax !== undefined)
      expect(pictures.length).toBeLessThanOrEqual(entry.pictureCountMax);
    expect(data.leadImage === undefined).toBe(!(entry.pictures ?? []).some(({ lead }) => lead));
    for (const { source, alt, captionHas = '', minWidth = 0, lead, orReported } of entry.pictures ??
      []) {
      const bytes = readFileSync(path.join(newsroom.uploads, source));
      const candidates = lead && data.leadImage ? [{ caption: '', ...data.leadImage }] : pictures;
      const found = candidates.find(({ alt: shown }) => shown === alt);
      expect(found, source).toBeDefined();
      expect(found?.caption).toContain(captionHas);
      const written = path.join(folder, found?.src ?? '');
      // A moving picture may stand still.
      if (!orReported) expect(readFileSync(written).equals(bytes), source).toBe(true);
      expect((await sharp(written).metadata()).width).toBeGreaterThanOrEqual(minWidth);
    }
    const notes = JSON.stringify(lineOf(entry)?.notes);
    for (const lost of entry.picturesReported ?? []) expect(notes).toContain(lost);
  });

  test('brings its files', () => {
    const { body } = storyOf(entry);
    const links = [...body.matchAll(/\]\((\/files\/[^)]+)\)/g)].map(([, link = '']) => link);
    for (const wanted of entry.files ?? []) {
      const bytes = readFileSync(path.join(newsroom.uploads, wanted));
      const link = links.find((one) => one.endsWith(`/${path.basename(wanted)}`)) ?? '';
      expect(readFileSync(path.join(content, decodeURI(link))).equals(bytes)).toBe(true);
    }
    expect(links).toHaveLength(entry.files?.length ?? 0);
  });

  test('links to where its stories are now', () => {
    const { body } = storyOf(entry);
    for (const [words, id] of Object.entries(entry.internalLinks ?? {})) {
      const target = [...posts, ...pages].find((one) => String(one.id) === id);
      const { address } =
        target && posts.includes(target) ? storyOf(target) : pageOf(target ?? entry);
      expect(body).toContain(`[${words}](${address})`);
    }
  });

  test('has no word of what is not for readers, in its whole file', () => {
    const text = readFileSync(storyOf(entry).file, 'utf8');
    expect((entry.mustNotContain ?? []).filter((one) => text.includes(one))).toEqual([]);
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
  });
});

describe.each(pages)('page $id', (entry) => {
  test('has its title and is found under every old address', () => {
    const { data, address } = pageOf(entry);
    expect(data.title).toBe(entry.title);
    if (entry.description !== undefined) expect(data.description).toBe(entry.description);
    const own = decodeURI(address);
    expect(answers(entry, own)).toEqual(allAt(entry, own));
  });
});

test.each(expected.sections)('the section $title is there', ({ title, parent, notId }) => {
  const section = paper.copy.sections.find(({ data }) => data.title === title);
  expect(section).toBeDefined();
  expect(section?.id).not.toBe(notId);
  const above = section?.data.parent;
  expect(above === undefined ? undefined : titleOf(above)).toBe(parent);
});

test.each(Object.entries(expected.formerSectionUrls))(
  '%s leads to the section %s',
  (from, title) => {
    const section = paper.copy.sections.find(({ data }) => data.title === title);
    const own = `/${section?.id ?? ''}/`;
    expect(answerTo(paper.redirects, from)).toBe(own);
    expect(answerTo(paper.redirects, `${from}page/2/`)).toBe(own);
    expect(answerTo(paper.redirects, `${from}feed/`)).toBeDefined();
  },
);

test('nothing that is not public is in any file', () => {
  const found = [...bytesOf(content).keys()].flatMap((file) => {
    const text = readFileSync(path.join(content, file)).toString('utf8');
    return (
      [...expected.mustNotContainAnywhere, ...heldBack.flatMap((one) => one.mustNotContain ?? [])]
        .filter(
          (secret) => text.toLowerCase().includes(secret.toLowerCase()) || file.includes(secret),
        )
        // Names of the page builder's blocks are in the report, for they are furniture of other stories too.
        .filter((secret) => !(file.startsWith('import/') && secret.startsWith('td_block')))
        .map((secret) => `${file}: ${secret}`)
    );
  });
  expect(found).toEqual([]);
});
