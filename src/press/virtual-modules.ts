import { slotPictures } from '../advertising/slots.ts';
import type { EditionSetting, Setting } from '../config/page-settings.ts';
import { allSaved } from '../copy/unsaved.ts';
import { constantsModule } from './constants-module.ts';

export const unsavedModule = 'virtual:unsaved';

/**
 * A Vite plugin that passes the settings of a build to the pages.
 * @param unsaved the code of the module of texts that are not saved
 * @param stands the stand-ins of the publication's pictures, absolute, by their paths in its file
 */
export const virtualModules = (
  setting: Setting,
  edition: EditionSetting,
  stands: ReadonlyMap<string, string>,
  unsaved = constantsModule({ unsaved: allSaved }),
) => {
  const modules: Record<string, () => string> = {
    'virtual:publication': () => constantsModule(setting),
    'virtual:edition': () => constantsModule(edition),
    [unsavedModule]: () => unsaved,
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
