import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { largestWidth } from '../../src/darkroom/print.ts';
import { isLabel } from '../../src/darkroom/texts/label.ts';
import { startExiftool } from '../exiftool.ts';
import {
  credited,
  maker,
  oddPictures,
  pictureFolders,
  pictureNames,
  secret,
} from '../fixtures/awkward/pictures.ts';
import { papers } from '../papers.ts';
import { leadArticle, printed } from './printed.ts';
import { readFeeds } from './read-feeds.ts';

const isPicture = (file: string): boolean => /\.(?:jpe?g|png|webp|avif|gif)$/.test(file);

/** What a file may carry beside its pixels. */
const carried = ['exif', 'iptc', 'icc', 'tifftagPhotoshop', 'comments'] as const;

/** All pictures that a build printed; what a publisher puts into `public/` is served as it is. */
const picturesOf = (name: string): string[] => {
  const { files, base } = printed(name);
  const served = new Set(
    globSync('**', { cwd: 'public' })
      .filter((file) => statSync(path.join('public', file)).isFile())
      .map((file) => base + file),
  );
  return [...files].filter((file) => isPicture(file) && !served.has(file));
};

const metadataOf = (name: string, file: string): Promise<Metadata> =>
  sharp(printed(name).bytes(file)).metadata();

describe.each(papers.map(({ name }) => name))('every printed picture of %s', (name) => {
  test('has its pixels and whose it is, and nothing else: no Exif, place, IPTC, profile or comment', async () => {
    const files = picturesOf(name);
    expect(files.length).toBeGreaterThan(5);
    const found: string[] = [];
    for (const file of files) {
      const metadata = await metadataOf(name, file);
      for (const part of carried) if (metadata[part]) found.push(`${file}: ${part}`);
      if (metadata.xmp && !isLabel(metadata.xmp)) found.push(`${file}: xmp`);
      if (printed(name).bytes(file).includes(secret)) found.push(`${file}: ${secret}`);
    }
    expect(found).toEqual([]);
  });

  test('is a still in sRGB, upright, and of the format that its name says', async () => {
    for (const file of picturesOf(name)) {
      const { format, compression, space, depth, pages, orientation } = await metadataOf(
        name,
        file,
      );
      const kind = format === 'heif' && compression === 'av1' ? 'avif' : format;
      expect(path.extname(file).replace('.jpg', '.jpeg'), file).toBe(`.${kind}`);
      expect({ depth, pages: pages ?? 1, orientation }, file).toEqual({
        depth: 'uchar',
        pages: 1,
        orientation: undefined,
      });
      // A grey PNG is grey in sRGB as well.
      expect(['srgb', 'b-w'], file).toContain(space);
    }
  });

  test('is no larger than its largest use', async () => {
    for (const file of picturesOf(name).filter((each) => each.includes('/_astro/'))) {
      // An advertisement has twice the size at which it is shown.
      expect((await metadataOf(name, file)).width, file).toBeLessThanOrEqual(1456);
    }
  });
});

describe('the pictures of a page', () => {
  const paper = printed('awkward');
  const storyPage = (headline: string) => {
    const page = paper.pages.find(({ $ }) => $('h1').text().trim() === headline);
    if (!page) throw new Error(`There is no story “${headline}”.`);
    return page;
  };
  const sizeOf = async (src: string) => {
    const { width, height } = await metadataOf('awkward', src);
    return { width, height };
  };

  test('are all there, and as large as the page says', async () => {
    for (const page of paper.pages) {
      for (const image of page.$('main img').toArray()) {
        const { src = '', srcset = '', width, height } = page.$(image).attr() ?? {};
        const size = await sizeOf(src);
        expect(size.width, `${page.path} ${src}`).toBeLessThanOrEqual(largestWidth);
        // The portrait of an author may be shown smaller than it is.
        if (srcset.includes('w'))
          expect(size, src).toEqual({ width: Number(width), height: Number(height) });
        const widths = srcset.matchAll(/(\S+) (\d+)w/g);
        for (const [, file = '', wide] of widths)
          expect((await sizeOf(file)).width, file).toBe(Number(wide));
      }
    }
  });

  test('of any name are printed, raw and in percent-escapes', () => {
    const { $ } = storyPage('Pictures of any name');
    expect($('main figure:not([data-lead-image]) img').length).toBe(2 * pictureNames.length);
    expect($('[data-lead-image] img').attr('src')).toMatch(/\/mayor-s-office\.[\w-]+\.jpeg$/);
  });

  test.each(pictureFolders)('in a story’s folder of any name are printed: %s', (folder) => {
    const headline = `Folder ${String(pictureFolders.indexOf(folder))}`;
    expect(storyPage(headline).$('main figure img').length).toBe(2);
  });

  test('are printed for a standing page, an author and an advertisement', () => {
    expect(paper.page('/office/').$('main img').attr('src')).toMatch(/\/office-1\./);
    const files = [...paper.files].join('\n');
    expect(files).toMatch(/\/bo-s-face-100\./);
    expect([...printed('hostile').files].join('\n')).toMatch(/\/50-off-s-1\./);
  });

  test('as cameras and programs save them are printed, each upright', async () => {
    const { $ } = storyPage('Odd pictures');
    const shown = $('main figure img')
      .toArray()
      .map((image) => $(image).attr() ?? {});
    for (const name of Object.keys(await oddPictures())) {
      const image = shown.find(({ alt }) => alt === name);
      const size = name.startsWith('turned')
        ? { width: 160, height: 240 }
        : { width: 240, height: 160 };
      expect(await sizeOf(image?.['src'] ?? ''), name).toEqual(size);
    }
  });

  test('are in ASCII, whatever the names of the files', () => {
    expect([...paper.files].filter((file) => isPicture(file) && /[^\x21-\x7e]/.test(file))).toEqual(
      [],
    );
  });

  test('of a drawing lose nothing, and are small', async () => {
    const { $ } = storyPage('A flat drawing');
    const sources = [$('[data-lead-image] img'), $('main figure:not([data-lead-image]) img')];
    for (const image of sources) {
      const src = image.attr('src') ?? '';
      expect(src).toMatch(/\.png$/);
      expect(paper.bytes(src).length).toBeLessThan(1000);
      const { dominant } = await sharp(paper.bytes(src)).stats();
      expect(dominant.r).toBeGreaterThan(160);
    }
    expect($('[data-lead-image] source').attr('type')).toBe('image/webp');
  });
});

describe('whose a picture is', () => {
  const paper = printed('awkward');
  const exiftool = startExiftool();
  afterAll(() => exiftool.end());

  /** The files of a story's pictures, in all formats and sizes, and what exiftool reads from each. */
  const tagsOn = async (headline: string) => {
    const page = paper.pages.find(({ $ }) => $('h1').text().trim() === headline);
    if (!page) throw new Error(`There is no story “${headline}”.`);
    const shown = page.$('main figure :is(img, source)').toArray();
    const sources = shown.flatMap((one) => {
      const { src = '', srcset = '' } = page.$(one).attr() ?? {};
      return [src, ...srcset.split(', ').map((each) => each.replace(/ \d+w$/, ''))];
    });
    const files = [...new Set(sources)].filter((src) => src.includes('/_astro/'));
    const read = (file: string) => exiftool.read(paper.bytes(file), path.extname(file).slice(1));
    return { page, files, tags: await Promise.all(files.map(read)) };
  };

  test.each(Object.entries(credited))(
    'is in every file that shows it: %s',
    async (headline, expected) => {
      const { page, files, tags } = await tagsOn(headline);
      expect(new Set(files.map((file) => path.extname(file)))).toEqual(
        new Set(['.avif', '.webp', '.jpeg']),
      );
      for (const [n, found] of tags.entries()) {
        expect(found, files[n]).toMatchObject({ 'XMP-photoshop:Credit': expected });
        const names = Object.keys(found).join();
        expect(names, files[n]).not.toMatch(/GPS|IFD|IPTC|SerialNumber|Thumbnail|Location|ICC/i);
      }
      const captions = page.$('main figure figcaption').toArray();
      expect(captions.length).toBeGreaterThan(1);
      for (const caption of captions) expect(page.$(caption).text()).toContain(expected);
    },
  );

  test('is said with where its licence is, and whose rights these are', async () => {
    const { tags } = await tagsOn('A picture that says it itself');
    for (const found of tags) {
      expect(found).toMatchObject({
        'XMP-dc:Creator': maker,
        'XMP-dc:Rights': '© 2025 Ann Lens',
        'XMP-xmpRights:WebStatement': 'https://pictures.example/license',
      });
    }
  });

  test('is listed by maker, where a paper asks for it', () => {
    const { $ } = paper.page('/credits/');
    const sections = $('main section').toArray();
    const shownBy = sections.map((one) => [
      $(one).find('h2').text(),
      $(one)
        .find('a')
        .toArray()
        .map((link) => $(link).text()),
    ]);
    expect(Object.fromEntries(shownBy)).toMatchObject({
      [maker]: expect.arrayContaining(['A picture that says it itself']) as string[],
      'B. Other <b>&</b> "C"': ['A picture with another credit'],
    });
    for (const link of $('main section a').toArray())
      expect(paper.files.has(`${$(link).attr('href') ?? ''}index.html`)).toBe(true);
    expect($('footer a[href="/credits/"]').text()).toBe('Picture credits');
    expect(printed('home').page('/').$('footer').text()).not.toContain('Picture credits');
  });

  test('and what it shows, where the story does not say it', () => {
    const page = paper.pages.find(({ $ }) => $('h1').text() === 'A picture that says it itself');
    const alts = page
      ?.$('main figure img')
      .toArray()
      .map((image) => page.$(image).attr('alt'));
    expect(alts).toEqual(['Waves, as the file has them.', 'Waves, as the file has them.']);
  });
});

describe('what machines are told about pictures', () => {
  const site = 'https://oddments-post.example';
  const paper = printed('awkward');

  test('is their true size, also of crops of small, long and wide ones', async () => {
    for (const { path: at } of paper.pages.filter(({ $ }) => $('[data-lead-image]').length > 0)) {
      const { $ } = paper.page(at);
      const data = $('script[type="application/ld+json"]')
        .toArray()
        .map((script) => $(script).text());
      for (const [, url = '', width, height] of data
        .join('\n')
        .matchAll(/"url":"([^"]+\.(?:webp|jpe?g|png))","width":(\d+),"height":(\d+)/g)) {
        const { width: w, height: h } = await metadataOf('awkward', url.replace(site, ''));
        expect({ w, h }, `${at} ${url}`).toEqual({ w: Number(width), h: Number(height) });
        expect(Math.max(w, h)).toBeLessThanOrEqual(1200);
      }
    }
  });

  test('in feeds is a picture that every reader knows', async () => {
    const feeds = [...(await readFeeds('awkward')), ...(await readFeeds('home'))];
    const sources = feeds.flatMap(({ items }) =>
      items.flatMap(({ content = '' }) => [...content.matchAll(/<img [^>]*src="([^"]+)"/g)]),
    );
    expect(sources.length).toBeGreaterThan(20);
    for (const [, src = ''] of sources) expect(src).toMatch(/\.(?:jpeg|png)$/);
  });
});

test('the lead story of the front page still gets AVIF', () => {
  const { $ } = printed('home').page(leadArticle);
  expect($('[data-lead-image] source').attr('type')).toBe('image/avif');
});
