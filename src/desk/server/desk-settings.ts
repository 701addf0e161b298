import type { Switches } from '../../config/switches.ts';
import type { Publication } from '../../schemas/publication.ts';
import { deskSettings } from '../desk-settings.ts';
import type { DeskSettings } from '../settings.ts';
import type { DeskFolder } from './desk-folder.ts';

/** The name of the paper in the API: every folder is one repository. */
export const localRepo = 'desk/paper';

/**
 * What the desk's page is told of a paper on this machine.
 * @param deskOrigin the one under which the page was opened
 */
export const localSettings = (
  publication: Publication,
  { siteUrl, basePath }: Pick<Switches, 'siteUrl' | 'basePath'>,
  folder: DeskFolder,
  branch: string,
  deskOrigin: string,
): DeskSettings =>
  deskSettings(
    publication,
    { ...folder, origin: siteUrl ?? publication.url, base: basePath },
    {
      backend: {
        name: 'local',
        repo: localRepo,
        branch,
        api: `${deskOrigin}/api/v1`,
        site: deskOrigin,
      },
      review: false,
      folder: '',
      realPreview: true,
    },
  );
