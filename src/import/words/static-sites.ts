import { escapeHtml } from '../../escape-html.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { lose, type Work } from './work.ts';

const named = ({ named: values, bare }: Attributes, ...names: string[]): string =>
  names.map((name) => values[name] ?? '').find((value) => value !== '') ?? bare[0] ?? '';

const embed = (url: string): string =>
  `\n\n<figure class="wp-block-embed"><div>${escapeHtml(url)}</div></figure>\n\n`;

/** What the shortcodes of Hugo and the tags of Jekyll that show something become, as HTML. */
const shown: Record<string, (attributes: Attributes) => string> = {
  figure: (given) => {
    const { named: values } = given;
    const caption = [values['title'], values['caption'], values['attr']].filter(Boolean).join(' ');
    const tag = `<img src="${escapeHtml(named(given, 'src'))}" alt="${escapeHtml(values['alt'] ?? '')}">`;
    return `\n\n<figure>${tag}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n\n`;
  },
  youtube: (given) => embed(`https://www.youtube.com/watch?v=${named(given, 'id')}`),
  vimeo: (given) => embed(`https://vimeo.com/${named(given, 'id')}`),
  tweet: (given) =>
    embed(`https://x.com/${given.named['user'] ?? 'i/web'}/status/${named(given, 'id')}`),
  x: (given) =>
    embed(`https://x.com/${given.named['user'] ?? 'i/web'}/status/${named(given, 'id')}`),
  instagram: (given) => embed(`https://www.instagram.com/p/${named(given, 'id')}/`),
  gist: ({ bare }) => embed(`https://gist.github.com/${bare.slice(0, 2).join('/')}`),
  ref: ({ bare }) => bare[0] ?? '',
  relref: ({ bare }) => bare[0] ?? '',
  link: ({ bare }) => bare[0] ?? '',
  post_url: ({ bare }) => `/${bare[0] ?? ''}`,
};

const tag =
  /\{\{[<%]\s*(\/?)\s*([\w./-]+)([^}]*?)\/?\s*[%>]\}\}|\{%-?\s*(\/?)\s*(\w+)([^%]*?)-?%\}/g;

/**
 * Replaces the shortcodes of Hugo and the tags of Jekyll in a Markdown text: those that show something become that, code
 * becomes a fence, and all others go, without the words between them.
 */
export const withoutSiteShortcodes = (text: string, work: Work): string =>
  text
    .replaceAll(
      /^[^\S\n]*(?:\{\{[<%]|\{%-?)\s*highlight\s+([\w+#-]+)[^}]*?[%>]?\}\}?[^\S\n]*\n(.*?)\n[^\S\n]*(?:\{\{[<%]|\{%-?)\s*(?:\/\s*highlight|endhighlight)\s*-?[%>]?\}\}?/gms,
      '````$1\n$2\n````',
    )
    .replaceAll(/^(?:\s*<!--\s*more\s*-->\s*)$/gm, '')
    .replaceAll(/\{:\s*[.#\w][^}\n]*\}/g, '')
    .replaceAll(
      tag,
      (
        all,
        hugoEnd: string | undefined,
        hugo: string | undefined,
        hugoRest: string | undefined,
        jekyllEnd: string | undefined,
        jekyll: string | undefined,
        jekyllRest: string | undefined,
      ) => {
        const isEnd = (hugoEnd ?? jekyllEnd ?? '') !== '';
        const name = hugo ?? jekyll ?? '';
        const show = shown[name];
        if (!isEnd && show) return show(readAttributes(hugoRest ?? jekyllRest ?? ''));
        if (!isEnd && !/^(?:raw|endraw|end\w+|comment)$/.test(name))
          lose(work, 'shortcode', all, false);
        return '';
      },
    );
