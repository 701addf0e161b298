import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleDesk } from '../desk/bundle.ts';
import { hostedSettings, type PaperPlace } from '../desk/desk-settings.ts';
import { pageHtml } from '../desk/page-html.ts';
import { previewHtml } from '../desk/preview-html.ts';
import { storyStyle } from '../desk/story-style.ts';
import { deskFolder, previewFolder } from '../hosts/desk-headers.ts';
import { deskPolicy, forgeAddresses } from '../policy/desk-policy.ts';
import { withPolicy } from '../policy/policy.ts';
import type { Publication } from '../schemas/publication.ts';

/**
 * Prints the desk into a paper, if its publication asks for one: the page with all that it loads, what it is told about
 * the paper, and the frame in which it shows stories.
 * @param next the folder of new files
 * @param place where the paper is, on this machine and on the web
 */
export const printDesk = async (
  next: string,
  publication: Publication,
  place: PaperPlace,
): Promise<void> => {
  const settings = hostedSettings(publication, place);
  if (settings === undefined) return;
  const files = await bundleDesk();
  const policy = deskPolicy(forgeAddresses(settings.backend));
  const all: [path: string, content: string | Uint8Array][] = [
    ...files.map(({ path, bytes }): [string, Uint8Array] => [path, bytes]),
    ['paper.json', JSON.stringify(settings)],
    ['story.css', storyStyle()],
    [`${previewFolder}/index.html`, previewHtml],
    ['index.html', withPolicy(pageHtml(files, publication), policy)],
  ];
  for (const [path, content] of all) {
    const file = join(next, deskFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
};
