import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { printed, type PrintedPage } from './printed.ts';

/** Text without any space in it: a reader view sets its own. */
const letters = (text: string): string => text.replaceAll(/\s+/g, '');

const wordsOf = ($: PrintedPage['$'], selector: string): string => letters($(selector).text());

/** Readability follows its own rules only in texts at least this long; of shorter ones it shows the longest guess. */
const long = 500;

/** A page in a DOM of its own, its story at least as long as that. */
const opened = ({ html }: PrintedPage) => {
  const { document } = parseHTML(html);
  const story = document.querySelector('[data-story]');
  const more = document.createElement('p');
  more.textContent = 'And so it went on. '.repeat(long / 15);
  if (story && letters(story.textContent).length < 2 * long) story.append(more);
  return document;
};

/** What Firefox shows of a page in its reader view. */
const readerView = (page: PrintedPage) => {
  const view = new Readability(opened(page)).parse();
  if (!view) throw new Error(`${page.path} has no reader view.`);
  const { document: content } = parseHTML(`<html><body>${view.content ?? ''}</body></html>`);
  return { ...view, content };
};

/** The words of a story, without its headline and byline, which a reader view sets itself. */
const storyOf = (page: PrintedPage): string => {
  const story = opened(page).querySelector('[data-story]');
  for (const other of story?.querySelectorAll('h1, aside, footer, script, template') ?? []) {
    other.remove();
  }
  return letters(story?.textContent ?? '');
};

/** Stories made to break a page, which no reader view can tell from furniture: headings and anchors named after it. */
const hopeless = /\/(?:headings-that-clash|kind-opinion|videos-in-frames)\/$/;

describe.each(['home', 'style-guide', 'right-to-left', 'hostile'])(
  'in a reader view, every story of the paper %s',
  (name) => {
    const views = printed(name)
      .pages.filter(({ $, path }) => $('[data-story]').length > 0 && !hopeless.test(path))
      .map((story) => ({ ...story, view: readerView(story) }));

    test('has its own words and no others, corrections and sources included', () => {
      expect(views.length).toBeGreaterThan(5);
      for (const page of views) {
        expect(letters(page.view.textContent ?? ''), page.path).toBe(storyOf(page));
      }
    });

    test('has its headline and its authors', () => {
      for (const { path, view, $ } of views) {
        expect(letters(view.title ?? ''), path).toBe(wordsOf($, 'h1'));
        for (const author of $('[data-story] [rel=author]').toArray()) {
          expect(letters(view.byline ?? ''), path).toContain(letters($(author).text()));
        }
      }
    });

    test('has its pictures', () => {
      for (const { path, view, $ } of views) {
        const shown = [...view.content.querySelectorAll('img')];
        const pictures = $('[data-story] img')
          .toArray()
          .filter((img) => $(img).closest('aside, footer').length === 0);
        expect(
          shown.map((img) => img.getAttribute('src')),
          path,
        ).toEqual(pictures.map(({ attribs }) => attribs['src']));
      }
    });
  },
);

test('a crosshead is no furniture, whatever it is about', () => {
  const [story] = printed('home').pages.filter(({ $ }) => $('[data-story]').length > 0);
  const crossheads = story?.$('[data-story] h2[id]').toArray() ?? [];
  const html = story?.html.replaceAll(/<h2([^>]*) id="at-[^"]*"/g, '<h2$1 id="at-social-media"');
  const view = story && readerView({ ...story, html: html ?? '' });
  expect(crossheads.length).toBeGreaterThan(0);
  expect(view?.content.querySelectorAll('h2')).toHaveLength(crossheads.length);
});
