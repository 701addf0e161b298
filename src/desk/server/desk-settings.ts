import type { Switches } from '../../config/switches.ts';
import { createAddresses } from '../../addresses.ts';
import type { Publication } from '../../schemas/publication.ts';
import type { DeskSettings } from '../settings.ts';
import type { DeskFolder } from './desk-folder.ts';

/** The name of the paper in the API: every folder is one repository. */
export const localRepo = 'desk/paper';

/**
 * What the desk's page is told of a paper on this machine.
 * @param origin the one under which the page was opened
 */
export const localSettings = (
  publication: Publication,
  { siteUrl, basePath }: Pick<Switches, 'siteUrl' | 'basePath'>,
  { content }: Pick<DeskFolder, 'content'>,
  branch: string,
  origin: string,
): DeskSettings => {
  const paperOrigin = siteUrl ?? publication.url;
  const { base, front } = createAddresses(
    paperOrigin,
    basePath,
    publication.permalink,
    publication,
  );
  return {
    backend: { name: 'local', repo: localRepo, branch, api: `${origin}/api/v1`, site: origin },
    review: false,
    folder: '',
    content,
    front: paperOrigin + front,
    base,
    publication,
    realPreview: true,
  };
};
