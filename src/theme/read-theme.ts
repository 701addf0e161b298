import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { shownPath } from '../copy/shown-path.ts';
import { componentMistakes } from './component-mistakes.ts';
import { type ComponentName, isReplaceable, listingComponents } from './components.ts';
import { contrastWarnings } from './contrast.ts';
import { enginePrefix } from './import-mistakes.ts';
import { cssMistakes } from './css-mistakes.ts';
import {
  addressMistakes,
  firstFamily,
  nameMistakes,
  readStylesheet,
  type Stylesheet,
} from './stylesheet.ts';
import { themeDigest } from './theme-digest.ts';
import { encodingMistakes, themeFiles } from './theme-files.ts';
import { colourRule, readColour } from '../schemas/colour.ts';
import { isColourToken, type Palettes, palettesOf, tokenNames } from './tokens.ts';

/** How a paper looks: the engine's own style, and what the paper's theme replaces. */
export interface Theme {
  /** Absolute path of the folder, which need not exist. */
  dir: string;
  /** The paper's folder. Mistakes name files from here. */
  paperDir: string;
  /** The colours of the pages, the manifest and the social cards. */
  colours: Palettes;
  /** The tokens that the theme sets, and their values. */
  tokens: ReadonlyMap<string, string>;
  /** Absolute path of its stylesheet, where it has one. */
  stylesheet: string | undefined;
  /** Absolute paths of the components that replace the engine's. */
  components: ReadonlyMap<ComponentName, string>;
  /** The file of the typeface of headlines: the engine's own, a file of the theme, or none. */
  headlineFont: { file: string; own: boolean } | undefined;
  /** Whether a component of the theme may show any story on any page. */
  showsEdition: boolean;
  /** Whether a component of the theme may show anything of a story where it is listed, such as its reading time. */
  teasersShowWholeStories: boolean;
  /** Changes with every file of the theme, and with what decides how its code is bundled. */
  digest: string;
}

/** The stylesheet with the engine's tokens. */
export const tokensFile = join(engineFolder, 'src/styles/tokens.css');

/** Finds mistakes in the engine's own tokens, which a publisher may have edited. */
const tokenMistakes = (shown: string, { declared, mistakes }: Stylesheet): Mistake[] => [
  ...mistakes,
  ...tokenNames
    .filter((name) => !declared.has(name))
    .map((name) => ({
      file: shown,
      field: name,
      found: 'nothing',
      ...(isColourToken(name)
        ? colourRule
        : { expected: 'a value', fix: 'Add it: the stylesheets use this token.' }),
    })),
];

/**
 * Reads the theme of a paper, and the engine's own tokens, which it may override.
 * @param dir absolute path of the theme's folder, which need not exist
 * @param paperDir the folder that mistakes name files from
 * @returns the theme, unless its colours have mistakes; everything that is wrong; warnings of text that is hard to read
 */
export const readTheme = async (
  dir: string,
  paperDir = dirname(dir),
): Promise<{ theme: Theme | undefined; mistakes: Mistake[]; warnings: Mistake[] }> => {
  const own = readStylesheet(readFileSync(tokensFile, 'utf8'), shownPath(tokensFile, engineFolder));
  const mistakes = tokenMistakes(shownPath(tokensFile, engineFolder), own);

  const { files, mistakes: ofFiles } = themeFiles(dir, paperDir);
  const stylesheet = join(dir, 'theme.css');
  const shown = shownPath(stylesheet, paperDir);
  const hasStyle = files.includes(stylesheet);
  const css = hasStyle ? readFileSync(stylesheet, 'utf8') : '';
  const sheet = readStylesheet(css, shown);
  const { found, mistakes: ofComponents } = await componentMistakes(dir, files, paperDir);
  const sources = files.filter((file) => /\.(?:astro|css|[cm]?[jt]sx?)$/.test(file));
  const texts = sources
    .filter((file) => file !== stylesheet)
    .map((file) => readFileSync(file, 'utf8'));
  mistakes.push(
    ...ofFiles,
    ...encodingMistakes(sources, paperDir),
    ...(sheet.mistakes.length > 0 || !hasStyle ? sheet.mistakes : await cssMistakes(css, shown)),
    ...nameMistakes(shown, sheet, (name) => texts.some((text) => text.includes(name))),
    ...addressMistakes(shown, sheet, dir),
    ...ofComponents,
  );

  const tokens = new Map([...sheet.declared].filter(([name]) => tokenNames.includes(name)));
  if (mistakes.some(({ field = '' }) => isColourToken(field))) {
    return { theme: undefined, mistakes, warnings: [] };
  }
  const colours = palettesOf(new Map([...own.declared, ...tokens]));
  const headline = tokens.get('--headline');
  const face = sheet.faces.find(({ family }) => headline && family === firstFamily(headline));
  const ownFace = own.faces.find(({ family }) => !headline || family === firstFamily(headline));
  return {
    theme: {
      dir,
      paperDir,
      colours,
      tokens,
      stylesheet: hasStyle ? stylesheet : undefined,
      components: new Map(
        [...found].filter((entry): entry is [ComponentName, string] => isReplaceable(entry[0])),
      ),
      headlineFont: face
        ? { file: join(dir, face.file), own: false }
        : ownFace && { file: ownFace.file, own: true },
      showsEdition: texts.some((text) => text.includes(`${enginePrefix}edition.ts`)),
      teasersShowWholeStories: listingComponents.some(
        (name) =>
          found.has(name) ||
          texts.some((text) => text.includes(`${enginePrefix}components/${name}.astro`)),
      ),
      digest: themeDigest(dir, files, texts, process.env),
    },
    mistakes,
    warnings: hasStyle
      ? contrastWarnings(shown, colours, readColour(tokens.get('--accent') ?? ''))
      : [],
  };
};
