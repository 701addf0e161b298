import { slotPictures } from '../advertising/slots.ts';
import type { Setting } from '../config/page-settings.ts';
import { constantsModule } from './constants-module.ts';

export const editionModule = 'virtual:edition';

/**
 * A Vite plugin that passes the settings of a paper to its pages.
 * @param edition the code of the module of what pages are made of
 * @param moment at which advertisements run
 * @param stands the stand-ins of the publication's pictures, absolute, by their paths in its file
 */
export const virtualModules = (
  setting: Setting,
  edition: string,
  moment: Date,
  stands: ReadonlyMap<string, string>,
) => {
  const modules: Record<string, () => string> = {
    'virtual:publication': () => constantsModule(setting),
    [editionModule]: () => edition,
    'virtual:publication-pictures': () => {
      const paths = slotPictures(setting.publication.advertising, moment);
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
    /** The modules that it makes. */
    names: Object.keys(modules),
    resolveId: (id: string) => (id in modules ? `\0${id}` : undefined),
    load: (id: string) => modules[id.slice(1)]?.(),
  };
};
