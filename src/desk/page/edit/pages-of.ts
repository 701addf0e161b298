import type { Desk } from '../desk.ts';
import type { FileKind } from '../file-kinds.ts';
import { printedPage, printedStandingPage } from '../printed-page.ts';
import { frontShell, printedShells, standingShells } from '../printed-shell.ts';
import { type PictureUrls, pictureUrl } from './picture-urls.ts';
import { storyOnPage } from './story-on-page.ts';

/** Makes the page of a text, with its fields; undefined if the paper has printed no page like it yet. */
export type PageOf = (
  text: string,
  fields: Readonly<Record<string, unknown>>,
  urls: PictureUrls,
) => Promise<string | undefined>;

/**
 * Makes pages of a file's text in the browser. The front page needs a build to follow its file: it is shown as it was
 * printed last.
 */
export const pagesOf = (desk: Desk, { path }: { path: string }, kind: FileKind): PageOf => {
  if (kind === 'front') return () => frontShell(desk);
  if (kind === 'page') {
    const shellFor = standingShells(desk);
    return async (text, { title }, urls) => {
      const shell = await shellFor(path);
      if (shell === undefined) return undefined;
      const { body } = await desk.model.render({ path, text }, urls);
      return printedStandingPage(shell, { title: typeof title === 'string' ? title : '', body });
    };
  }
  const shellFor = printedShells(desk);
  return async (text, fields, urls) => {
    const shell = await shellFor(path, fields['section']);
    if (shell === undefined) return undefined;
    const { body } = await desk.model.render({ path, text }, urls);
    const story = storyOnPage(desk, fields, body, (src) => pictureUrl(urls, path, src));
    return printedPage(shell, story, desk.settings.publication);
  };
};
