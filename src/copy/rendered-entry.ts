import { pathToFileURL } from 'node:url';
import { addressesBeside } from './addresses-beside.ts';
import type { RenderedBody } from './bodies.ts';
import { mayShowRecording } from './captions.ts';
import { withPlainSigns } from './plain-signs.ts';
import type { EntryPictures } from './printable-picture.ts';
import type { Entry } from './read.ts';
import { sanitiseBody } from './sanitise.ts';
import type { EntryFiles } from './take-along.ts';
import { type BodySetting, settingFor } from './typeset.ts';

/** Renders Markdown as Astro does. */
export type RenderMarkdown = (
  markdown: string,
  options: { fileURL: URL },
) => Promise<{ html: string; metadata?: { imagePaths?: string[] } | undefined }>;

/**
 * Renders the body of an entry as it is printed.
 * @param beside the entry's pictures, by their paths as written, and the files that it links to
 */
export const renderedBodyOf = async (
  { file, data, body }: Pick<Entry<object>, 'file' | 'data' | 'body'>,
  { pictures, files }: { pictures: EntryPictures; files: EntryFiles },
  setting: BodySetting,
  render: RenderMarkdown,
): Promise<RenderedBody> => {
  // Without this empty frontmatter, a rule (---) at the top of a body would be taken for frontmatter.
  const rendered = await render(`---\n---\n${withPlainSigns(body).markdown}`, {
    fileURL: pathToFileURL(file),
  });
  const html = sanitiseBody(rendered.html, { ...settingFor(data, setting), pictures, files });
  const named = rendered.metadata?.imagePaths ?? [];
  return {
    markdown: body,
    html,
    pictures: [...new Set(named.flatMap((src) => pictures[src]?.path ?? []))],
    alone: addressesBeside(body).length === 0 && !mayShowRecording(body),
    links: [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, link = '']) => link),
  };
};
