import type { HastNode, HastPluginEntry } from 'satteri';
import GithubSlugger from 'github-slugger';
import type { Words } from '../language/words.ts';

/** Stands where a note is referred to: no text holds this character. */
const noted = '\0';

/** The text of an element, with a sign for each note. */
const textOf = (node: HastNode): string => {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && 'dataFootnoteRef' in node.properties) return noted;
  return node.children.map(textOf).join('');
};

/** The text of an element as it would be without its notes, and without the spaces that set them off. */
const wordsOf = (node: HastNode): string =>
  textOf(node)
    .replace(new RegExp(`^(?:${noted}\\s*)+`), '')
    .replace(new RegExp(`\\s*${noted}`, 'g'), '');

/**
 * Names the crossheads of a body with notes. Astro would put the numbers of the notes into the names, so that an
 * anchor moved whenever a note was added.
 */
const nameCrossheads: HastPluginEntry = ({ source }) => {
  if (!source.includes('[^')) return undefined;
  const slugger = new GithubSlugger();
  return {
    name: 'name-crossheads',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit: (node, context) => {
        if (typeof node.properties['id'] === 'string') return;
        context.setProperty(node, 'id', slugger.slug(wordsOf(node)));
      },
    },
  };
};

/** How Markdown is rendered: on pages, in feeds and by the check alike. */
export const markdownSettings = (words: Pick<Words, 'footnotes' | 'backToText'>) => ({
  features: {
    smartPunctuation: false,
    gfm: {
      footnotes: {
        label: words.footnotes,
        // A note that is referred to twice has two links back, which are numbered on the page and in their labels.
        backLabel: (_note: number, time: number): string =>
          time > 1 ? `${words.backToText} ${String(time)}` : words.backToText,
      },
    },
  },
  hastPlugins: [nameCrossheads],
});
