import type { DeskSettings } from '../settings.ts';

/** What a file of the content folder is. */
export type FileKind =
  'article' | 'section' | 'author' | 'page' | 'topics' | 'series' | 'redirects' | 'front';

/** What a path of the paper's folder is, by its place; undefined for what the desk has no form for. */
export const fileKindOf = (
  { content }: Pick<DeskSettings, 'content'>,
  path: string,
): FileKind | undefined => {
  if (!path.startsWith(content)) return undefined;
  const inside = path.slice(content.length);
  switch (inside) {
    case 'topics.yaml':
      return 'topics';
    case 'series.yaml':
      return 'series';
    case 'redirects.yaml':
      return 'redirects';
    case 'front.yaml':
      return 'front';
  }
  if (/^articles\/.*\.md$/i.test(inside)) return 'article';
  if (/^sections\/[^/]+\.yaml$/i.test(inside)) return 'section';
  if (/^authors\/[^/]+\.yaml$/i.test(inside)) return 'author';
  if (/^pages\/.*\.md$/i.test(inside)) return 'page';
  return undefined;
};

/** The view in which a file is edited. */
export const viewOfFile = (
  settings: Pick<DeskSettings, 'content'>,
  path: string,
): 'story' | 'file' => (fileKindOf(settings, path) === 'article' ? 'story' : 'file');
