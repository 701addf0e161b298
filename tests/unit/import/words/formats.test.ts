import { describe, expect, test } from 'vitest';
import { commentText } from '../../../../src/import/words/comment.ts';
import { plainText } from '../../../../src/import/words/plain.ts';
import { bodyFrom } from './read.ts';

describe('HTML, as feeds and Ghost have it', () => {
  test.each([
    [
      'has captions of old editors',
      '<dl class="wp-caption"><dt><img src="https://a.example/1.jpg" alt="1"></dt><dd>One.</dd></dl>',
      '![1](bodyfile1end "One.")',
    ],
    [
      'has captions of Blogger',
      '<table class="tr-caption-container"><tr><td><img src="https://a.example/1.jpg" alt="1"></td></tr><tr><td class="tr-caption">One.</td></tr></table>',
      '![1](bodyfile1end "One.")',
    ],
    [
      'has galleries of boxes',
      '<div class="gallery"><div class="gallery-item"><img src="https://a.example/1.jpg" alt="1"><div class="gallery-caption">One.</div></div><div class="gallery-item"><img src="https://a.example/2.jpg" alt="2"></div></div>',
      '![1](bodyfile1end "One.")\n![2](bodyfile2end)',
    ],

    [
      'has no shortcodes and no paragraphs of its own',
      '<p>a\nb [gallery] c</p>',
      'a b [gallery] c',
    ],
    ['may be words alone', 'a &amp; b', 'a & b'],
    [
      'has galleries that WordPress has made',
      '<div class="gallery"><dl class="gallery-item"><dt><img src="https://a.example/1.jpg" alt="1"></dt><dd class="wp-caption-text">One.</dd></dl><dl class="gallery-item"><dt><img src="https://a.example/2.jpg" alt="2"></dt></dl></div>',
      '![1](bodyfile1end "One.")\n![2](bodyfile2end)',
    ],
    [
      'has captions that WordPress has made',
      '<div class="wp-caption"><img src="https://a.example/1.jpg" alt="1"><p class="wp-caption-text">One.</p></div>',
      '![1](bodyfile1end "One.")',
    ],
    [
      'has Ghost’s galleries',
      '<figure class="kg-card kg-gallery-card"><div><div><img src="https://a.example/1.jpg" alt="1"></div><div><img src="https://a.example/2.jpg" alt="2"></div></div><figcaption>Both.</figcaption></figure>',
      '![1](bodyfile1end)\n![2](bodyfile2end)\n\nBoth.',
    ],
    [
      'has Ghost’s bookmarks',
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/x"><div class="kg-bookmark-title">T</div><div class="kg-bookmark-description">D</div><img src="https://a.example/i.png"></a></figure>',
      '[T](https://a.example/x)\n\nD',
    ],
    [
      'has Ghost’s toggles',
      '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading"><h4 class="kg-toggle-heading-text">T</h4></div><div class="kg-toggle-content"><p>a</p></div></div>',
      '<details>\n<summary>T</summary>\n\na\n\n</details>',
    ],
    [
      'has Ghost’s recordings',
      '<div class="kg-card kg-audio-card"><audio src="https://a.example/x.mp3"></audio><div class="kg-audio-title">Song</div><div class="kg-audio-player">0:00</div></div>',
      '[Song](https://a.example/x.mp3)',
    ],
  ])('%s', (_, html, markdown) => {
    expect(bodyFrom(html, {}, 'html').markdown.trimEnd()).toBe(markdown);
  });
});

describe('Markdown of other site generators', () => {
  test.each([
    [
      'stays what it is',
      '# A\n\n*a* __b__ ~~c~~ [d](https://a.example/x)\n\n* e\n* f\n\n> g\n\n```js\nh\n```',
      '## A\n\n*a* **b** ~~c~~ [d](https://a.example/x)\n\n- e\n- f\n\n> g\n\n```js\nh\n```',
    ],
    ['with its pictures', '![A](https://a.example/x.jpg "T")', '![A](bodyfile1end)'],
    ['with its notes', 'a[^x]\n\n[^x]: N *n*.', 'a[^1]\n\n[^1]: N *n*.'],
    ['with its tables', '| a |\n|:-:|\n| b |', '| a |\n| :-: |\n| b |'],
    ['with what is done', '- [x] a\n- [ ] b', '- ☑ a\n- ☐ b'],
    ['with a rule at its top', '---\n\na', 'a'],
    [
      'with Hugo’s films',
      '{{< youtube dQw4w9WgXcQ >}}',
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    ],
    [
      'with Hugo’s figures',
      '{{< figure src="https://a.example/x.jpg" alt="A" caption="C" >}}',
      '![A](bodyfile1end "C")',
    ],
    [
      'with Hugo’s code',
      '{{< highlight go >}}\na < b\n\nc\n{{< /highlight >}}',
      '```go\na < b\n\nc\n```',
    ],
    ['with words in what else Hugo has', '{{% notice tip %}}a *b*{{% /notice %}}', 'a *b*'],
    ['with Jekyll’s code', '{% highlight ruby %}\na\n{% endhighlight %}', '```ruby\na\n```'],
    ['with Jekyll’s raw words', '{% raw %}{{ a }}{% endraw %}', '{{ a }}'],
    ['without what is only for the generator', 'a\n\n<!--more-->\n\nb\n{: .class}', 'a\n\nb'],
    [
      'without what is hostile',
      '<script>x</script>\n\n[a](javascript:x) <b onclick=x>b</b>',
      'a **b**',
    ],
  ])('%s', (_, text, markdown) => {
    expect(bodyFrom(text, {}, 'markdown').markdown.trimEnd()).toBe(markdown);
  });

  test('lists what it could not bring', () => {
    expect(bodyFrom('{{< map place="x" >}}', {}, 'markdown').losses).toEqual([
      { what: 'shortcode', found: '{{< map place="x" >}}', harmless: false },
    ]);
  });
});

describe('plain text', () => {
  test.each([
    [
      'How &lt;script&gt; is written, &amp; what Lotok&#8217;s son said',
      'How <script> is written, & what Lotok’s son said',
    ],
    ['<p>a</p><p>b<br>c</p>', 'a b c'],
    ['a<script>x</script><style>y</style> b', 'a b'],
    ['a  <em>b</em>\n c', 'a b c'],
    ['[Paper] 3 < 5', '[Paper] 3 < 5'],
    ['&amp;amp;', '&amp;'],
    ['a\u0000\u200Bb', 'ab'],
    ['', ''],
  ])('of %j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('a comment', () => {
  test.each([
    ['keeps its lines and paragraphs', 'a\nb\n\nc', 'a\\\nb\n\nc'],
    [
      'keeps its links and emphasis',
      '<a href="https://a.example/x" rel="nofollow">a</a> <em>b</em> <strong>c</strong>',
      '[a](https://a.example/x) *b* **c**',
    ],
    [
      'keeps quotations, lists and code',
      '<blockquote>a</blockquote><ul><li>b</li></ul><code>c</code>',
      '> a\n\n- b\n\n`c`',
    ],
    [
      'has no marks by chance',
      '*a* _b_ # c ~d~ e^2^ $f$\n# g\n- h\n3 < 5 & <',
      '\\*a\\* \\_b\\_ # c \\~d\\~ e\\^2\\^ \\$f\\$\\\n\\# g\\\n\\- h\\\n3 < 5 & <',
    ],
    ['has no HTML', 'a&lt;b&gt; <sup>c</sup> <u>d</u>', 'a\\<b> c d'],
    ['has no pictures', 'a <img src="https://a.example/x.jpg" alt="x"> b', 'a b'],
    ['has no link to a mailbox', 'a@b.example <a href="mailto:a@b.example">c</a>', 'a@b.example c'],
    ['may be nothing', '<img src=x onerror=alert(1)><script>x</script>', ''],
  ])('%s', (_, html, text) => {
    expect(commentText(html)).toBe(text);
  });
});
