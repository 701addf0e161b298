import { describe, expect, test } from 'vitest';
import { asPlainText, withoutPictures } from '../../src/copy/to-republish.ts';
import { republishMistakes } from '../../src/check/republish-mistakes.ts';

describe('a text to republish', () => {
  test('has no pictures, nor the captions and paragraphs that were only theirs', () => {
    expect(
      withoutPictures(
        '<p>One.</p><figure><img src="https://a.press/a.webp" alt="A"><figcaption>Photo: A</figcaption></figure>' +
          '<p><img src="https://a.press/b.webp" alt="B"></p><p>Two <a href="https://a.press/">there</a>.</p>',
      ),
    ).toBe('<p>One.</p><p>Two <a href="https://a.press/">there</a>.</p>');
  });

  test('keeps a figure of words', () => {
    const quoted =
      '<figure><blockquote><p>Said.</p></blockquote><figcaption>A</figcaption></figure>';
    expect(withoutPictures(quoted)).toBe(quoted);
  });

  test('as plain text has its paragraphs, items and addresses', () => {
    expect(
      asPlainText(
        '<h2>Head &amp; foot</h2><p>One<br>line, <a href="https://a.press/x">there</a>.</p>' +
          '<ul><li>a</li><li>b &lt;script&gt;</li></ul><table><tr><th>x</th><td>1</td></tr></table>' +
          '<p><a href="https://a.press/">https://a.press/</a></p>' +
          '<p>Note<sup><a href="https://b.press/s/#fn-1">1</a></sup>.</p><ol><li>Seen. <a href="https://b.press/s/#ref">↩</a></li></ol>',
        'https://b.press/s/',
      ).split('\n'),
    ).toEqual([
      'Head & foot',
      '',
      'One',
      'line, there (https://a.press/x).',
      '',
      '• a',
      '',
      '• b <script>',
      '',
      'x | 1',
      '',
      'https://a.press/',
      '',
      'Note1.',
      '',
      '• Seen.',
    ]);
  });
});

describe('a story that is offered to others', () => {
  const offered = (data: object, rights: object | undefined = { republish: {} }) =>
    republishMistakes(
      {
        articles: [{ shown: 'a/index.md', data: { kind: 'news', republish: true, ...data } }],
      } as never,
      { rights } as never,
    ).map(({ field, found }) => [field, found]);

  test('must be the paper’s own', () => {
    expect(offered({})).toEqual([]);
    expect(offered({ source: { name: 'An Agency' } })).toEqual([
      ['republish', 'true, on a story from An Agency'],
    ]);
    expect(offered({ source: { name: 'An Agency' }, republish: false })).toEqual([]);
  });

  test('must not be paid for', () => {
    expect(offered({ kind: 'sponsored' })).toEqual([
      ['republish', 'true, on a story that is paid for'],
    ]);
  });

  test('needs a licence', () => {
    expect(offered({}, {})).toEqual([['republish', 'true, without a licence']]);
  });
});
