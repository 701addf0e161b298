import type { Addresses } from '../addresses.ts';
import type { Publication } from '../schemas/publication.ts';
import { type BrowserFiles, browserFiles } from './browser-files.ts';
import type { PrintScript } from './bundle-script.ts';
import { printReplyScript } from './reply-script.ts';

/** The script and stylesheet of LEAVE A REPLY. */
export interface ReplyFiles extends BrowserFiles {
  /** The script's address, with the base path; undefined where comments are closed. */
  script: string | undefined;
}

/** Bundles the files of LEAVE A REPLY, if the paper has comments. */
export const replyFiles = async (
  publication: Publication,
  addresses: Addresses,
  print: PrintScript,
): Promise<ReplyFiles> => {
  const { comments } = publication;
  if (comments.provider === 'none') return { script: undefined, ...browserFiles([]) };
  const { path, text, css } = await printReplyScript(comments, publication, print);
  const script = { path, text, part: 'text' as const };
  const stylesheet = { path: path.replace(/js$/, 'css'), text: css, part: 'css' as const };
  return {
    script: addresses.link(`/${path}`),
    ...browserFiles(
      [script, stylesheet],
      async ({ part }) => (await printReplyScript(comments, publication))[part],
    ),
  };
};
