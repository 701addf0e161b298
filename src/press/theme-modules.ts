import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { searchForWorkspaceRoot, type Plugin } from 'vite';
import { engineFolder } from '../engine-folder.ts';
import { idOutsideRoot, isPartOfComponent, withoutPrefix } from '../astro/component.ts';
import { shownPath } from '../copy/read.ts';
import { isLatin } from '../language/names.ts';
import { applyTokens } from '../theme/apply-tokens.ts';
import { componentNames, importable, replaceable } from '../theme/components.ts';
import { enginePrefix } from '../theme/import-mistakes.ts';
import type { Theme } from '../theme/read-theme.ts';

const source = realpathSync(join(engineFolder, 'src'));
const guardedBy = join(source, 'theme/guarded.ts');
const emptyStylesheet = join(source, 'styles/no-theme.css');

const headModule = 'virtual:theme';

const defaults = new Map(componentNames.map((name) => [join(source, replaceable[name]), name]));

const guardMark = '\0theme-guard:';

/** The id of a module that wraps a component so that its errors name a file of the theme. */
const guardOf = (component: string, shown: string): string =>
  `${guardMark}${JSON.stringify([component, shown])}`;

const guardCode = (id: string, endsBuild: boolean): string => {
  const [component, file] = JSON.parse(id.slice(guardMark.length)) as [string, string];
  return [
    `import Component from ${JSON.stringify(component)};`,
    `import { guarded } from ${JSON.stringify(guardedBy)};`,
    `export default guarded(Component, ${JSON.stringify(file)}, ${String(endsBuild)});`,
  ].join('\n');
};

/** A module with what the head of a page needs from the theme. */
const headCode = ({ colours, headlineFont }: Theme, inLatin: boolean): string => {
  // The engine's own typeface has only Latin letters.
  const font = headlineFont && (inLatin || !headlineFont.own) ? headlineFont.file : undefined;
  const file = font && (headlineFont?.own ? createRequire(import.meta.url).resolve(font) : font);
  return [
    ...(file
      ? [`import font from ${JSON.stringify(`${file}?url`)};`]
      : ['const font = undefined;']),
    `export const headlineFont = font;`,
    `export const colours = ${JSON.stringify(colours)};`,
  ].join('\n');
};

/**
 * The files whose changes restart a development server: colours are read only once, and so is the list of components
 * that the theme replaces.
 */
export const restartsFor = ({ dir, components }: Theme): string[] => [
  join(dir, 'theme.css'),
  ...componentNames
    .filter((name) => !components.has(name))
    .map((name) => join(dir, 'components', `${name}.astro`)),
];

/**
 * A Vite plugin that applies a theme: its stylesheet becomes the last layer, its tokens replace the engine's, and its
 * components replace the engine's own wherever those are imported. Only the theme's own files still import the
 * defaults.
 * @param language the paper's
 * @param endsBuild whether an error in a component ends the process
 */
export const themeModules = (
  theme: Theme,
  { language, endsBuild }: { language: string; endsBuild: boolean },
): Plugin => {
  const { stylesheet = emptyStylesheet, components } = theme;
  const dir = theme.components.size > 0 || theme.stylesheet ? realpathSync(theme.dir) : theme.dir;
  const isOfTheme = (file: string): boolean => file.startsWith(dir + sep);
  const inEngine = (id: string): string | undefined => {
    const file = id.startsWith(enginePrefix)
      ? importable[id.slice(enginePrefix.length)]
      : undefined;
    return file && join(source, file);
  };
  /** The engine's own code: the theme's components replace some that it imports. */
  const inEngineCode = (named: string): string | undefined => {
    const name = defaults.get(named);
    const file = name && components.get(name);
    return file && guardOf(file, shownPath(file, theme.paperDir));
  };
  const inTheme = (named: string, from: string): string | undefined => {
    if (!named.startsWith(source + sep)) return undefined;
    return named.endsWith('.astro') ? guardOf(named, shownPath(from, theme.paperDir)) : named;
  };
  return {
    name: 'theme',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^theme:theme\.css$/, replacement: stylesheet }] },
      css: { postcss: { plugins: [applyTokens(theme, isLatin(language))] } },
      server: { fs: { allow: [searchForWorkspaceRoot(engineFolder), dir] } },
    }),
    async resolveId(id, importer, options) {
      if (id === headModule) return `\0${id}`;
      if (isAbsolute(id) && isPartOfComponent(id)) return idOutsideRoot(id);
      // A guard imports exactly the component in its id.
      if (!importer || importer.startsWith(guardMark)) return undefined;
      const real = withoutPrefix(importer);
      const from = real.split('?')[0] ?? real;
      const named = inEngine(id) ?? (id.endsWith('.astro') ? resolve(dirname(from), id) : id);
      const resolved = isOfTheme(from) ? inTheme(named, from) : inEngineCode(named);
      if (resolved !== undefined) return resolved;
      if (isOfTheme(from) && !/^[./\0]/.test(id)) {
        // A theme has no packages of its own, so it uses the engine's.
        return this.resolve(id, join(source, 'publication.ts'), { ...options, skipSelf: true });
      }
      return real === importer ? undefined : this.resolve(id, real, { ...options, skipSelf: true });
    },
    load: (id) => {
      if (id === `\0${headModule}`) return headCode(theme, isLatin(language));
      return id.startsWith(guardMark) ? guardCode(id, endsBuild) : undefined;
    },
  };
};
