import type { Image, Link, Nodes, Root } from 'mdast';
import type { BodyFile } from '../model.ts';
import { nameOf } from './addresses.ts';
import { creditOf } from './credit.ts';
import { type LinkedFile, type Picture, plainWords } from './mdast.ts';
import { plainText } from './plain.ts';
import { lose, type Work } from './work.ts';

/** A word that no text holds, for marks that can be found again and replaced. */
const markIn = (words: string): string => {
  let mark = 'bodyfile';
  while (words.includes(mark)) mark += 'x';
  return mark;
};

const plain = (html: string | undefined): string => (html === undefined ? '' : plainText(html));

/** What a picture shows, for readers who cannot see it: the text's words or the library's, else the best there is. */
const altOf = (picture: Picture, caption: string, work: Work): string => {
  const { alt, file, title, urls } = picture;
  const own = alt.replaceAll(/\s+/g, ' ').trim() || plain(file?.alt);
  if (own !== '') return own;
  const address = urls[0] ?? file?.path ?? '';
  lose(work, 'picture without alt', file?.path ?? address, false);
  return (
    caption ||
    creditOf(plain(file?.caption)).caption ||
    title.trim() ||
    plain(file?.title) ||
    nameOf(address) ||
    '…'
  );
};

const settlePicture = (image: Image, picture: Picture, mark: string, work: Work): BodyFile => {
  const { caption, credit } = creditOf(picture.caption);
  const ownCredit =
    credit === '' && picture.isLibraryCaption ? plain(picture.file?.credit) : credit;
  const shown =
    picture.isLibraryCaption && ownCredit !== '' && caption.endsWith(ownCredit)
      ? caption.slice(0, -ownCredit.length).trim()
      : caption;
  // A bar stands before the credit, and nowhere else.
  const words = shown.replaceAll(/(^|\s)\|(?=\s|$)/g, '$1–');
  image.url = mark;
  image.alt = altOf(picture, shown, work);
  const title =
    ownCredit === ''
      ? words
      : `${words}${words === '' ? '' : ' '}| ${ownCredit.replaceAll('|', '/')}`;
  if (title !== '') image.title = title;
  return {
    mark,
    kind: 'picture',
    file: picture.file?.id,
    urls: picture.urls,
    alt: image.alt,
    caption: words,
    credit: ownCredit,
  };
};

const settleLink = (link: Link, { kind, urls, file }: LinkedFile, mark: string): BodyFile => {
  link.url = mark;
  const words = plainWords(link.children).replaceAll(/\s+/g, ' ').trim();
  return { mark, kind, file: file?.id, urls, alt: words, caption: '', credit: '' };
};

/**
 * Gives every picture and file of a text the mark that stands in for its path, in order, and pictures the words that they
 * must have.
 * @param words the source's text, in which no mark may occur
 */
export const settleFiles = (tree: Root, words: string, work: Work): BodyFile[] => {
  const files: BodyFile[] = [];
  const name = markIn(words);
  const visit = (node: Nodes): void => {
    const mark = `${name}${files.length + 1}end`;
    if (node.type === 'image' && node.data?.picture)
      files.push(settlePicture(node, node.data.picture, mark, work));
    if (node.type === 'link' && node.data?.file) files.push(settleLink(node, node.data.file, mark));
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return files;
};
