import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { contentsOf, entriesOf } from '../../src/copy/contents.ts';
import { createBodyRenderer } from '../../src/copy/render.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en');
const render = createBodyRenderer(words);

const printed = async (markdown: string, entryTime?: (moment: Date) => string) =>
  (await render(markdown, { words, link: (target) => target, entryTime })).printed;

describe('a note in a crosshead', () => {
  const crossheads = (note: string) =>
    `## The plan${note}\n\nx\n\n## The plan\n\ny\n\n## Costs${note}\n\nz\n\n[^1]: A note.`;

  test('is not part of its line in the contents', async () => {
    const lines = contentsOf(await printed(crossheads('[^1]')));
    expect(lines.map((line) => line.words)).toEqual(['The plan', 'The plan', 'Costs']);
  });

  test('does not move its anchor, nor any other', async () => {
    const ids = async (note: string) =>
      contentsOf(await printed(crossheads(note))).map(({ id }) => id);
    expect(await ids('[^1]')).toEqual(await ids(''));
    expect(await ids('[^1]')).toEqual(['at-the-plan', 'at-the-plan-1', 'at-costs']);
  });

  test.each([
    ['after a space', '## The plan [^1]'],
    ['between two', '## The [^1] plan'],
    ['at the beginning', '## [^1] The plan'],
    ['beside another', '## The plan [^1] [^1]'],
  ])('does not move its anchor %s either', async (_, markdown) => {
    const [line] = contentsOf(
      await printed(`${markdown}\n\nx\n\n## Costs\n\ny\n\n## More\n\nz\n\n[^1]: A note.`),
    );
    expect(line?.id).toBe('at-the-plan');
  });

  test('is still there, and has its link', async () => {
    const $ = load(await printed(crossheads('[^1]')), null, false);
    expect($('h2 [data-footnote-ref]').first().text()).toBe('1');
  });

  test('is not part of the headline of an entry', async () => {
    const live = '## 2025-02-13T20:15:00+02:00 First thing[^a]\n\nx\n\n[^a]: N';
    const html = await printed(live, () => 'then');
    expect(entriesOf(html).map((line) => line.words)).toEqual(['First thing']);
    expect(load(html, null, false)('article h2').text()).toBe('First thing1');
  });
});

describe('a picture in a crosshead', () => {
  const picture = '![The badge](./a.png "The badge | Photo: Ann")';

  test.each([
    ['which is all there is', `## ${picture}`, 0],
    ['after words', `## The town ${picture}`, 1],
    ['which is a link', `## The town [${picture}](https://paper.example/)`, 1],
  ])('%s, comes after it with its caption', async (_, markdown, heads) => {
    const $ = load(await printed(`Before.\n\n${markdown}\n\nAfter.`), null, false);
    expect($('h2')).toHaveLength(heads);
    expect($('h2 img')).toHaveLength(0);
    expect($('figure img')).toHaveLength(1);
    expect($('figcaption').text()).toBe('The badge Photo: Ann');
    expect($('figure').nextAll('p').text()).toBe('After.');
  });
});

describe('a picture with a caption', () => {
  const picture = '![A bridge](./a.png "The bridge")';

  test.each([
    ['as a link', `[${picture}](https://paper.example/)`, 'figure > a > img'],
    ['in a list', `- ${picture}\n- b`, 'li > figure > img'],
    ['in a table', `| a | b |\n| - | - |\n| ${picture} | b |`, 'td > figure > img'],
    ['in a quotation', `> ${picture}`, 'blockquote > figure > img'],
  ])('%s keeps it', async (_, markdown, place) => {
    const $ = load(await printed(markdown), null, false);
    expect($(place)).toHaveLength(1);
    expect($('figcaption').text()).toBe('The bridge');
  });
});

describe('an anchor', () => {
  test('may be written as people used to', async () => {
    const $ = load(await printed('<a name="old"></a>Text. [up](#old)'), null, false);
    expect($($('a[href]').attr('href') ?? '').attr('id')).toBe('at-old');
  });

  test('may be copied from a printed page', async () => {
    const $ = load(
      await printed('## The plan\n\n[up](#at-the-plan) [top](#top) [top](#)'),
      null,
      false,
    );
    const links = $('a')
      .toArray()
      .map(({ attribs }) => attribs['href']);
    expect(links).toEqual(['#at-the-plan', '#top', '#']);
  });
});
