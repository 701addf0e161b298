import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { boxFaults } from '../../src/copy/boxes.ts';
import { contentsOf } from '../../src/copy/contents.ts';
import { sanitiseBody } from '../../src/copy/sanitise.ts';
import { textBody } from '../../src/copy/text-body.ts';
import { feedContent } from '../../src/feeds/item.ts';
import { wordsFor } from '../../src/language/words.ts';

const link = (target: string) => target;
const printed = (markdown: string, language = 'en'): string =>
  sanitiseBody(markdownToHtml(markdown).html, { words: wordsFor(language), link });
const facts = '> [!facts] The *bridge*\n> Three arches.\n>\n> - 120 metres';

describe('a box', () => {
  test('has a label in the paper’s language, its title, and all that follows', () => {
    const $ = load(printed(facts, 'uk'), null, false);
    const box = $('section[data-box="facts"]');
    expect(box.attr('aria-label')).toBe('Факти: The bridge');
    expect(box.find('.box-label').text()).toBe('Факти');
    expect(box.find('.box-title').html()).toBe('<strong>The <em>bridge</em></strong>');
    expect(box.find('p').last().text()).toBe('Three arches.');
    expect(box.find('li').text()).toBe('120 metres');
    expect($('blockquote')).toHaveLength(0);
  });

  test.each(['facts', 'question', 'timeline', 'warning', 'FACTS'])(
    '[!%s] needs no title',
    (name) => {
      const $ = load(printed(`> [!${name}]\n> Words.`), null, false);
      expect($('section').attr('data-box')).toBe(name.toLowerCase());
      expect($('section p').length).toBe(2);
    },
  );

  test('is a quotation with its label in feeds and in the text edition', () => {
    const { text } = wordsFor('en');
    for (const html of [
      feedContent(printed(facts), 'https://news.example/a/'),
      textBody(printed(facts), { words: text, link }),
    ]) {
      const $ = load(html, null, false);
      expect($('blockquote > p').first().text()).toBe('Facts');
      expect($('blockquote strong').text()).toBe('The bridge');
      expect($('blockquote li').text()).toBe('120 metres');
    }
  });

  test('keeps its crossheads out of the contents of a story', () => {
    const markdown = '## A\n\n## B\n\n## C\n\n> [!facts]\n>\n> ## D';
    const html = printed(markdown).replaceAll('<h2', '<h2 id="x"');
    expect(contentsOf(html).map(({ words }) => words)).toEqual(['A', 'B', 'C']);
  });

  test('that nobody knows stays a quotation, and is told with those there are', () => {
    const told = (markdown: string) =>
      boxFaults(load(markdownToHtml(markdown).html, null, false), ['facts']);
    expect(told('> [!facst] A\n> B')).toEqual([
      expect.objectContaining({ mark: '[!facst]', expected: 'one of [!quote], [!facts]' }),
    ]);
    expect(told('> [!facts] Only a title')[0]?.found).toContain('nothing in it');
    expect(told(facts)).toEqual([]);
    expect(told('> [!quote]\n> A')).toEqual([]);
    expect(printed('> [!facst] A')).toContain('<blockquote>');
  });
});
