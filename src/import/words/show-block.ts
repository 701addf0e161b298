import { escapeHtml } from '../../escape-html.ts';
import { isFurnitureBlock, isMembersBlock } from './block-names.ts';
import type { Block } from './blocks.ts';
import { lose, type Work } from './work.ts';

/** What showing a block asks of the rest of the conversion. */
export interface BlockHelp {
  work: Work;
  /** HTML that was written by hand, and must not leak open tags into the blocks after it. */
  apart: (html: string) => string;
  /** The text of a part, such as a reusable block. */
  part: (id: string) => string;
}

const words = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

const shared = (id: string, { work, part }: BlockHelp): string => {
  const isOpen = work.parts.includes(id);
  if (!isOpen && work.setting.partOf(id)?.isPublic) return part(id);
  const why = isOpen ? 'which would show itself' : 'which is not public';
  lose(work, 'reusable block', `block ${id}, ${why}`, true);
  return '';
};

/** A picture behind words, which old cover blocks have as a style. */
const behind = ({ attributes: { url, id, alt }, html }: Block): string => {
  if (words(url) === '' || html.includes('<img')) return '';
  const picture = `src="${escapeHtml(words(url))}" alt="${escapeHtml(words(alt))}"`;
  return `<figure><img ${picture} data-id="${escapeHtml(words(id))}"></figure>`;
};

/** The number of the file in the library, which the tag itself may lack. */
const withId = ({ attributes, html }: Block, tag: string): string => {
  const id = words(attributes['id']);
  return /^\d+$/.test(id) ? html.replace(`<${tag} `, `<${tag} data-id="${id}" `) : html;
};

const embed = ({ attributes, html }: Block): string => {
  const url = words(attributes['url']);
  if (url === '' || /https?:|<iframe|<blockquote/.test(html)) return html;
  return `<figure class="wp-block-embed"><div>${escapeHtml(url)}</div>${html}</figure>`;
};

const shown: Record<string, (block: Block, help: BlockHelp) => string> = {
  'core/more': () => '',
  'core/nextpage': () => '',
  'core/spacer': () => '',
  'core/block': ({ attributes }, help) => shared(words(attributes['ref']), help),
  'core/footnotes': (_, { work }) => {
    work.listsNotes = true;
    return '';
  },
  'core/html': ({ html }, { apart }) => apart(html),
  'core/embed': embed,
  'core/cover': (block) => behind(block) + block.html,
  'core/cover-image': (block) => behind(block) + block.html,
  'core/image': (block) => withId(block, 'img'),
  'core/audio': (block) => withId(block, 'audio'),
  'core/video': (block) => withId(block, 'video'),
};

/** Turns one block into HTML without comments. What the paper has no use for is dropped and listed. */
export const showBlock = (block: Block, help: BlockHelp): string => {
  const { name, html, isEmpty } = block;
  const short = name.replace(/^core\//, '');
  if (isFurnitureBlock(name)) {
    lose(help.work, 'block', short, true);
    return '';
  }
  if (isMembersBlock(name)) {
    lose(help.work, 'words for members', short, false);
    return '';
  }
  const show = shown[name.startsWith('core-embed/') ? 'core/embed' : name];
  if (show) return show(block, help);
  if (isEmpty) lose(help.work, 'block', short, name.startsWith('core/'));
  return html;
};
