import { describe, expect, test } from 'vitest';
import { library, upload } from './library.ts';
import { bodyFrom, markdownFrom } from './read.ts';

const tube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const packed = (html: string): string => Buffer.from(encodeURIComponent(html)).toString('base64');

describe('a shortcode becomes what it shows', () => {
  test.each([
    [
      '[caption]',
      `[caption id="attachment_2" align="alignright" width="300"]<a href="${upload('weir.jpg')}"><img src="${upload('weir-300x200.jpg')}" alt="W" /></a> At the <em>weir</em>[/caption] After.`,
      '![W](bodyfile1end "At the weir")\n\nAfter.',
    ],
    [
      '[caption] of old',
      `[caption id="a" caption="At the weir"]<img src="${upload('weir.jpg')}" alt="W" />[/caption]`,
      '![W](bodyfile1end "At the weir")',
    ],
    [
      '[gallery] by numbers',
      '[gallery columns="2" ids="1,2"]',
      '![The mill.](bodyfile1end "The mill. | Photo: A. Name")\n![A weir](bodyfile2end)',
    ],
    [
      '[gallery] of all pictures that were uploaded',
      '[gallery exclude="1"]',
      '![A weir](bodyfile1end)',
    ],
    ['[embed]', `[embed width="560"]${tube}[/embed]`, tube],
    ['[audio]', `[audio mp3="${upload('talk.mp3')}"][/audio]`, '[The talk](bodyfile1end)'],
    [
      '[audio] of old',
      '[audio:https://a.example/x.mp3|titles=A song]',
      '[A song](https://a.example/x.mp3)',
    ],
    ['[video]', `[video width="9" mp4="${upload('film.mp4')}"][/video]`, '[film](bodyfile1end)'],
    ['[playlist]', '[playlist ids="3"]', '[The talk](bodyfile1end)'],
    ['[youtube] with an address', `[youtube ${tube}&w=640&h=385]`, tube],
    ['[youtube] with an id', '[youtube id="dQw4w9WgXcQ"]', tube],
    ['[youtube] around an id', '[youtube]dQw4w9WgXcQ[/youtube]', tube],
    ['[embedyt]', `[embedyt] ${tube}[/embedyt]`, tube],
    ['[vimeo]', '[vimeo 123456 w=400]', 'https://vimeo.com/123456'],
    ['[tweet]', '[tweet https://twitter.com/a/status/123]', 'https://x.com/a/status/123'],
    [
      '[instagram]',
      '[instagram url=https://www.instagram.com/p/ABC/]',
      'https://www.instagram.com/p/ABC/',
    ],
    ['[dailymotion]', '[dailymotion id=x2abc]', '<https://www.dailymotion.com/video/x2abc>'],
    [
      '[vc_*] around words',
      '[vc_row][vc_column width="1/2"][vc_column_text css=".x{a:b}"]a\n\nb[/vc_column_text][/vc_column][/vc_row]',
      'a\n\nb',
    ],
    [
      '[vc_custom_heading]',
      '[vc_custom_heading text="A &amp; `{`b`}` ``c``" font_container="tag:h3|text_align:left"]',
      '### A & [b] "c"',
    ],
    [
      '[vc_raw_html]',
      `[vc_raw_html]${packed('<p>Packed.</p><script>alert(1)</script>')}[/vc_raw_html]`,
      'Packed.',
    ],
    ['[vc_raw_js]', `[vc_raw_js]${packed('<script>x</script>')}[/vc_raw_js]`, ''],
    [
      '[vc_single_image]',
      '[vc_single_image image="2" img_size="large"]',
      '![A weir](bodyfile1end)',
    ],
    [
      '[vc_gallery]',
      '[vc_gallery images="1,2"]',
      '![The mill.](bodyfile1end "The mill. | Photo: A. Name")\n![A weir](bodyfile2end)',
    ],
    [
      '[vc_btn]',
      '[vc_btn title="Go" link="url:https%3A%2F%2Fa.example%2Fx|title:T|target:_blank"]',
      '[Go](https://a.example/x)',
    ],
    ['[vc_video]', `[vc_video link="${tube}"]`, tube],
    ['[vc_message]', '[vc_message]Mind.[/vc_message]', 'Mind.'],
    [
      '[vc_toggle]',
      '[vc_toggle title="Why?"]So.[/vc_toggle]',
      '<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>',
    ],
    [
      '[vc_tta_*]',
      '[vc_tta_accordion][vc_tta_section title="One" tab_id="x"]In it.[/vc_tta_section][/vc_tta_accordion]',
      '### One\n\nIn it.',
    ],
    ['[vc_text_separator]', '[vc_text_separator title="Part two"]', '### Part two'],
    [
      '[vc_progress_bar]',
      `[vc_progress_bar values="${encodeURIComponent('[{"label":"Reeds","value":"90"}]')}"]`,
      '- Reeds: 90',
    ],
    [
      '[vc_cta]',
      '[vc_cta h2="Hey" h4="You" btn_title="Go" btn_link="url:https%3A%2F%2Fa.example%2Fx"]Come.[/vc_cta]',
      '### Hey\n\nYou\n\nCome.\n\n[Go](https://a.example/x)',
    ],
    [
      '[td_block_text_with_title]',
      '[td_block_text_with_title custom_title="Three"]One.[td_smart_list_end]Two.[/td_block_text_with_title]',
      '## Three\n\nOne.\n\nTwo.',
    ],
    ['[td_block_video_youtube]', '[td_block_video_youtube playlist_yt="dQw4w9WgXcQ"]', tube],
    [
      '[tdm_*] with packed words',
      `[tdm_block_column_title title_text="${packed('A title')}"][tdm_block_inline_text description="${packed('<p>Words.</p>')}"]`,
      '## A title\n\nWords.',
    ],
    ['[dropcap]', '[dropcap]T[/dropcap]here', 'There'],
    [
      '[quote_box_center]',
      '[quote_box_center author="Who"]Said.[/quote_box_center]',
      '> [!quote]\n> Said.\n>\n> — Who',
    ],
    ['[pull_quote_left]', '[pull_quote_left]Said.[/pull_quote_left]', '> [!quote]\n> Said.'],
    [
      '[button]',
      '[button color="" link="https://a.example/x"]Go[/button][button link="https://a.example/y"]Come[/button]',
      '[Go](https://a.example/x)\n\n[Come](https://a.example/y)',
    ],
    ['[one_half]', '[one_half]a[/one_half][one_half_last]b[/one_half_last]', 'a\n\nb'],
    ['[su_heading]', '[su_heading size="20"]A[/su_heading]', '## A'],
    ['[su_quote]', '[su_quote cite="Who"]Said.[/su_quote]', '> Said.\n>\n> <cite>Who</cite>'],
    [
      '[su_spoiler]',
      '[su_spoiler title="Why?" open="no"]So.[/su_spoiler]',
      '<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>',
    ],
    [
      '[su_button]',
      '[su_button url="https://a.example/x"]Go[/su_button]',
      '[Go](https://a.example/x)',
    ],
    ['[su_youtube]', `[su_youtube url="${tube}"]`, tube],
    ['[su_box]', '[su_box title="Note"]Mind.[/su_box]', '### Note\n\nMind.'],
    ['[su_note]', '[su_note note_color="#fff"]Mind.[/su_note]', 'Mind.'],
    ['[su_list]', '[su_list icon="x"]<ul><li>a</li></ul>[/su_list]', '- a'],
    ['[su_custom_gallery]', '[su_custom_gallery source="media: 2"]', '![A weir](bodyfile1end)'],
    ['[su_highlight]', 'a [su_highlight]b[/su_highlight] c', 'a <mark>b</mark> c'],
    [
      '[efn_note] and its like',
      'a[efn_note]A <i>note</i>.[/efn_note] b[ref]Two.[/ref]',
      'a[^1] b[^2]\n\n[^1]: A *note*.\n\n[^2]: Two.',
    ],
    [
      '[et_pb_*]',
      '[et_pb_section][et_pb_text]<p>a</p>[/et_pb_text][et_pb_button button_url="https://a.example/x" button_text="Go" /][/et_pb_section]',
      'a\n\n[Go](https://a.example/x)',
    ],
    ['an unknown one with words in it', '[odd color="red"]a <b>b</b>[/odd]', 'a **b**'],
    ['an unknown one with a title', '[odd-box title="T"]a[/odd-box]', '**T**\n\na'],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text, library)).toBe(markdown);
  });
});

describe('code in shortcodes', () => {
  test.each([
    [
      'is decoded once, line for line',
      '[sourcecode language="php"]\n&lt;?php echo "a"; // $x[0] = &amp;$y; &amp;amp;\n\n  [b]\n[/sourcecode]',
      '```php\n<?php echo "a"; // $x[0] = &$y; &amp;\n\n  [b]\n```',
    ],
    ['has the language of its name', '[js]\na &lt; b\n[/js]', '```js\na < b\n```'],
    [
      'loses the paragraphs of the visual editor',
      '[code]<p>a<br />\nb</p>[/code]',
      '```\na\nb\n```',
    ],
    ['is in the line if it is short', 'Write [code]a &lt; b[/code] so.', 'Write `a < b` so.'],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text)).toBe(markdown);
  });
});

describe('words in brackets', () => {
  test.each([
    '[sic]',
    '[1]',
    '[the]',
    '[name]',
    '[0]',
    '[Paper]',
    '[...]',
    '[VIDEO]',
    '[note]',
    '[SCOM 2007–>2012]',
    '[see: note 2]',
    '[x=1]',
    '[/sarcasm]',
    '[a b c]',
    '[ ]',
    '[]',
    '[it’s “so”]',
    'a[0][1]',
    '[[ -f x ]]',
    '[[wiki]]',
  ])('%s stay', (words) => {
    const { markdown, losses } = bodyFrom(`He said ${words.replaceAll('>', '&gt;')} then.`);
    expect(markdown.replaceAll('\\', '').trim()).toBe(`He said ${words} then.`);
    expect(losses).toEqual([]);
  });

  test('that were escaped lose one pair', () => {
    expect(markdownFrom('Write [[gallery ids="1,2"]] or [[caption]x[/caption]].')).toBe(
      'Write \\[gallery ids="1,2"\\] or [caption]x\\[/caption\\].',
    );
  });

  test('in code are code', () => {
    expect(markdownFrom('<code>[gallery]</code> <code>[[gallery]]</code> <code>[[x]]</code>')).toBe(
      '`[gallery]` `[gallery]` `[[x]]`',
    );
  });

  test('in the attributes of HTML are none of shortcodes’ business', () => {
    expect(markdownFrom('<a href="https://a.example/?x[gallery]=1" title="[gallery]">a</a>')).toBe(
      '[a](https://a.example/?x%5Bgallery%5D=1)',
    );
  });
});

describe('what shows no word of the story goes, and is listed', () => {
  test.each([
    ['[contact-form-7 id="1" title="Send"]', true],
    ['[gravityform id="1"]', true],
    ['[wpforms id="1"]', true],
    ['[woocommerce_cart]', true],
    ['[add_to_cart id="1"]', true],
    ['[td_block_7 custom_title="Latest" limit="5"]', true],
    ['[tdb_header_logo]', true],
    ['[td_block_ad_box spot_id="x"]', true],
    ['[vc_widget_sidebar sidebar_id="x"]', true],
    ['[vc_basic_grid post_type="post"]', true],
    ['[su_posts posts_per_page="3"]', true],
    ['[adrotate banner="1"]', true],
    ['[addtoany]', true],
    ['[recent_posts]', true],
    ['[table id=3 /]', false],
    ['[nggallery id=2]', false],
    ['[unknown-thing attr="v"]', false],
  ])('%s', (tag, harmless) => {
    const { markdown, losses } = bodyFrom(`a ${tag} b`);
    expect(markdown).toBe('a b\n');
    expect(losses).toEqual([{ what: 'shortcode', found: tag, harmless }]);
  });

  test('but words for members are not public', () => {
    const { markdown, losses } = bodyFrom('a [members]secret[/members] b');
    expect(markdown).toBe('a b\n');
    expect(losses).toEqual([{ what: 'words for members', found: '[members]', harmless: false }]);
  });
});

describe('shortcodes that are not closed', () => {
  test.each([
    ['leave what follows', '[vc_row][vc_column]a[/vc_row] b', 'a\n\nb'],
    ['or what is before', 'a[/vc_column] b', 'a b'],
    ['in any order', '[su_row][su_column]a[/su_row]b[/su_column]', 'a\n\nb'],
    ['at any depth', '[vc_row]'.repeat(3000) + 'a' + '[/vc_row]'.repeat(3000), 'a'],
  ])('%s', (_, text, markdown) => {
    expect(markdownFrom(text)).toBe(markdown);
  });
});

describe('a shortcode that nobody knows', () => {
  const text = 'One. [my_box title="T"]Two.[/my_box] Three.';

  test('is named for the mapping file, and keeps its words', () => {
    const body = bodyFrom(text);
    expect(body.shortcodes).toEqual(['my_box']);
    expect(body.markdown).toContain('Two.');
  });

  test('goes with its words if the mapping file says so', () => {
    const { markdown } = bodyFrom(text, { shortcodes: { my_box: 'drop' } });
    expect(markdown).not.toContain('Two.');
    expect(markdown).toContain('Three.');
  });
});
