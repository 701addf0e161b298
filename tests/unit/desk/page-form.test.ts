import { describe, expect, test } from 'vitest';
import { describeCopy } from '../../../src/describe/describe-copy.ts';
import { commitMessage } from '../../../src/desk/page/commit-message.ts';
import { controlOf } from '../../../src/desk/page/form/control-of.ts';
import { countCharacters } from '../../../src/language/characters.ts';
import { hashOf, routeOf } from '../../../src/desk/page/router.ts';

const { articles, topics } = describeCopy();

describe('a mistake stands at', () => {
  const fields = {
    leadImage: { src: './one.jpg' },
    authors: ['nobody'],
    corrections: [{ date: '', text: '' }],
  };

  test.each([
    ['its field', 'headline', 'headline'],
    ['its field in a group', 'leadImage.alt', 'leadImage.alt'],
    ['the list of names that it is in', 'authors.0', 'authors'],
    ['its field in an item of a list', 'corrections.0.date', 'corrections.0.date'],
    ['the list of sentences that it is in', 'keyPoints.1', 'keyPoints'],
    ['the list, if the item is not there', 'corrections.7.date', 'corrections'],
  ])('%s', (_, name, control) => {
    expect(controlOf(articles, fields, name)).toBe(control);
  });

  test('a topic whose name has dots', () => {
    expect(controlOf(topics, { 'U.S. news': { text: '' } }, 'U.S. news.text')).toBe(
      'U.S. news.text',
    );
  });

  test.each([['unknown'], [undefined]])('the top of the form: %s', (name) => {
    expect(controlOf(articles, fields, name)).toBeUndefined();
  });
});

test('a limit counts characters as readers see them', () => {
  expect(countCharacters('Ґ👩‍👩‍👧é')).toBe(3);
});

describe('the message of a commit', () => {
  const path = 'content/articles/2026/one/index.md';
  const before = '---\nheadline: "One"\nsection: city\n---\n\nText.\n';

  test('names the story and what changed', () => {
    const after = before.replace('city', 'world').replace('Text.', 'Texts.');
    expect(commitMessage(path, before, after)).toBe('One: section and text');
  });

  test('says that a story is new', () => {
    expect(commitMessage(path, undefined, before)).toBe('One: new');
  });

  test('says of comments and spaces that the layout changed', () => {
    expect(commitMessage(path, before, before.replace('section', '# Here\nsection'))).toBe(
      'One: layout of the file',
    );
  });
});

describe('an address of the desk', () => {
  test('leads back to the file that it was made for, whatever its name holds', () => {
    const path = 'content/articles/2026/що? #1/index.md';
    expect(routeOf(hashOf('story', path))).toEqual({ view: 'story', path });
  });

  test.each(['', '#/nowhere', '#token=abc', '#/story/%E0%A4%A'])(
    'that nobody knows shows the stories: %s',
    (hash) => {
      expect(routeOf(hash)).toEqual({ view: 'stories', path: '' });
    },
  );
});
