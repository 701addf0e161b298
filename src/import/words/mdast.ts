import type { Image, Link, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import type { BodyFile, SourceFile } from '../model.ts';

/** A picture in a text: where its file may be found, and the words that come with it. */
export interface Picture {
  urls: string[];
  file: SourceFile | undefined;
  alt: string;
  /** The words that browsers show when pointing at it. */
  title: string;
  caption: string;
  /** True if the caption is the library's, and not in the text. */
  isLibraryCaption: boolean;
  /** True if it is too large to stand in a line of words. */
  isLarge: boolean;
}

/** A recording or another file that a link leads to. */
export interface LinkedFile {
  kind: BodyFile['kind'];
  urls: string[];
  file: SourceFile | undefined;
}

declare module 'mdast' {
  interface ImageData {
    picture?: Picture;
  }
  interface LinkData {
    file?: LinkedFile;
  }
  interface TextData {
    /** True for words that are not in the text, such as the name of a frame. */
    isAdded?: boolean;
  }
  interface ParagraphData {
    /** What the paper makes of the paragraph. */
    part?: 'pictures' | 'card' | 'recording';
  }
}

export const text = (value: string): Text => ({ type: 'text', value });
export const added = (value: string): Text => ({ ...text(value), data: { isAdded: true } });
export const html = (value: string): { type: 'html'; value: string } => ({ type: 'html', value });
export const paragraph = (
  children: PhrasingContent[],
  part?: 'pictures' | 'card' | 'recording',
): Paragraph => ({ type: 'paragraph', children, ...(part && { data: { part } }) });
export const link = (url: string, children: PhrasingContent[]): Link => ({
  type: 'link',
  url,
  children,
});

export const isPartOf = <Part extends string>(
  node: RootContent | undefined,
  part: Part,
): node is Paragraph & { data: { part: Part } } =>
  node?.type === 'paragraph' && node.data?.part === part;

/** A picture, or one that is a link. */
export const pictureIn = (node: PhrasingContent | undefined): Image | undefined => {
  if (node?.type === 'image') return node;
  if (node?.type !== 'link' || node.children.length !== 1) return undefined;
  const [child] = node.children;
  return child?.type === 'image' ? child : undefined;
};

/** The words of nodes as plain text. */
export const plainWords = (nodes: readonly (PhrasingContent | RootContent)[]): string =>
  nodes
    .map((node): string => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
        return node.value;
      if (node.type === 'break') return ' ';
      if (!('children' in node)) return '';
      const isFlow =
        node.type !== 'emphasis' &&
        node.type !== 'strong' &&
        node.type !== 'delete' &&
        node.type !== 'link';
      return plainWords(node.children) + (isFlow ? ' ' : '');
    })
    .join('');
