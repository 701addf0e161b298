import { describe, expect, test } from 'vitest';
import { accentMistakes } from '../../src/check/accent-mistakes.ts';
import { sectionTree } from '../../src/edition/section-tree.ts';
import { piecesOf } from '../../src/lean/tags.ts';
import { joinStyles, putStyleFirst } from '../../src/policy/one-style.ts';
import { sectionSchema } from '../../src/schemas/section.ts';
import { accentStyle } from '../../src/theme/accents.ts';
import { readTheme } from '../../src/theme/read-theme.ts';

const { theme } = await readTheme('/nowhere');
if (!theme) throw new Error('The engine’s own colours have mistakes.');
const { colours } = theme;

const tree = sectionTree([
  { id: 'world', accent: 'light-dark(#1d6b5a, #74c2ad)' },
  { id: 'asia', parent: 'world' },
  { id: 'tokyo', parent: 'asia', accent: '#123456' },
  { id: 'أوكرانيا', accent: '#abcdef' },
  { id: '2025', accent: '#abcdef' },
  { id: 'plain' },
]);

describe('the colour of a section', () => {
  test('is set for its elements, and only on pages that show it', () => {
    expect(accentStyle(tree, ['world', 'plain', 'world'], false)).toBe(
      '@layer tokens{[data-section=world]{--accent:light-dark(#1d6b5a,#74c2ad)}}',
    );
    expect(accentStyle(tree, ['plain'], true)).toBe('');
  });

  test('is its parent’s, unless it has its own', () => {
    expect(accentStyle(tree, ['world', 'asia', 'tokyo'], true)).toBe(
      '@layer tokens{[data-section=world],[data-section=asia]{--accent:light-dark(#1d6b5a,#74c2ad);--rule-strong:var(--accent)}' +
        '[data-section=tokyo]{--accent:#123456;--rule-strong:var(--accent)}}',
    );
  });

  test('reaches sections with names in any script, and no name ends the rule', () => {
    expect(accentStyle(tree, ['أوكرانيا', '2025'], false)).toBe(
      '@layer tokens{[data-section="أوكرانيا"],[data-section="2025"]{--accent:#abcdef}}',
    );
    const odd = sectionTree([{ id: 'a"]{}</style>', accent: '#abcdef' }]);
    expect(accentStyle(odd, ['a"]{}</style>'], false)).toBe(
      '@layer tokens{[data-section="a\\22 ]{}\\3c /style>"]{--accent:#abcdef}}',
    );
  });
});

describe('an editor who chooses a colour', () => {
  const section = { title: 'World', description: 'News.', order: 1 };
  const mistakesOf = (accent: string) =>
    accentMistakes(
      {
        sections: [
          {
            id: 'world',
            file: '',
            shown: 'world.yaml',
            body: '',
            above: 0,
            data: { ...section, accent },
          },
        ],
      },
      colours,
    );

  test.each(['#1d6b5a', '#ABC', 'light-dark(#1d6b5a, #74c2ad)', 'light-dark( #000,#fff )'])(
    'may write %s',
    (accent) => {
      expect(sectionSchema.safeParse({ ...section, accent }).success).toBe(true);
    },
  );

  test.each(['red', '#12345', 'rgb(1 2 3)', '#1d6b5a; color: red', 'light-dark(#1d6b5a)'])(
    'may not write %s',
    (accent) => {
      expect(sectionSchema.safeParse({ ...section, accent }).success).toBe(false);
    },
  );

  test('hears where it is hard to read, and how to mend it', () => {
    expect(mistakesOf('light-dark(#1d6b5a, #74c2ad)')).toEqual([]);
    expect(mistakesOf('#1d6b5a')).toEqual([
      expect.objectContaining({
        file: 'world.yaml',
        field: 'accent',
        found: '#1d6b5a on the dark --paper #15171a, a contrast of 2.8',
        fix: 'Make the dark colour lighter; to have one for each scheme, write light-dark(#1d5c63, #7cc4cc).',
      }),
      expect.objectContaining({ found: expect.stringContaining('the dark --panel') as string }),
    ]);
    expect(mistakesOf('light-dark(#e0c060, #74c2ad)')).toHaveLength(2);
  });
});

/** What becomes of a page whose pieces are changed. */
const changed = (html: string, change: (pieces: string[]) => void): string => {
  const pieces = piecesOf(html);
  change(pieces);
  return pieces.join('');
};

test('styles that follow one another become one, and others stay where they are', () => {
  expect(changed('<style>a{}</style><style> b{} </style> <style>c{}</style>', joinStyles)).toBe(
    '<style>a{}b{}</style> <style>c{}</style>',
  );
  expect(changed('<style>a{}</style><p>', joinStyles)).toBe('<style>a{}</style><p>');
});

test('the style of the head comes before the title', () => {
  expect(
    changed('<head><title>a</title><i><style>b{}</style></head><style>c{}</style>', putStyleFirst),
  ).toBe('<head><style>b{}</style><title>a</title><i></head><style>c{}</style>');
  expect(changed('<title>a</title></head><style>c{}</style>', putStyleFirst)).toBe(
    '<title>a</title></head><style>c{}</style>',
  );
});
