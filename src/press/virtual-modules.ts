import { slotPictures } from '../advertising/slots.ts';
import type { EditionSetting, Setting } from '../config/page-settings.ts';
import { constantsModule } from './constants-module.ts';

export const writtenModule = 'virtual:written';

/**
 * A Vite plugin that passes the settings of a build to the pages.
 * @param written the code of the module of what is at hand while somebody writes
 * @param stands the stand-ins of the publication's pictures, absolute, by their paths in its file
 */
export const virtualModules = (
  setting: Setting,
  edition: EditionSetting,
  stands: ReadonlyMap<string, string>,
  written = 'export const written = undefined;',
) => {
  const modules: Record<string, () => string> = {
    'virtual:publication': () => constantsModule(setting),
    'virtual:edition': () => constantsModule(edition),
    [writtenModule]: () => written,
    'virtual:publication-pictures': () => {
      const paths = slotPictures(setting.publication.advertising, new Date(edition.moment));
      return [
        ...paths.map(
          (path, n) => `import p${String(n)} from ${JSON.stringify(stands.get(path) ?? path)};`,
        ),
        `export const pictures = { ${paths.map((path, n) => `${JSON.stringify(path)}: p${String(n)}`).join(', ')} };`,
      ].join('\n');
    },
  };
  return {
    name: 'publication',
    resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
    load: (id: string) => modules[id.slice(1)]?.(),
  };
};
