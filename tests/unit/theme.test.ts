import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postcss from 'postcss';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { mistakesAsText } from '../../src/copy/mistakes.ts';
import { applyTokens } from '../../src/theme/apply-tokens.ts';
import { componentNames, importable, replaceable } from '../../src/theme/components.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { readTheme, tokensFile } from '../../src/theme/read-theme.ts';
import { readStylesheet } from '../../src/theme/stylesheet.ts';
import { colourTokens, palettesOf, tokenNames } from '../../src/theme/tokens.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'theme-'));
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(path.join(dir, 'components'), { recursive: true });
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Writes a theme from its files, keyed by path, and reads it back. */
const themeOf = async (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  return readTheme(dir);
};

/** The mistakes in a theme: file, field, what was found. */
const mistakesOf = async (files: Record<string, string>): Promise<string[]> => {
  const { mistakes } = await themeOf(files);
  return mistakes.map(({ file, field = '', found }) =>
    [path.basename(file), field, found].join(' | '),
  );
};

describe('the tokens', () => {
  const css = readFileSync(tokensFile, 'utf8');
  const { declared, mistakes } = readStylesheet(css, 'tokens.css');

  test('of the engine are all declared, and no others', () => {
    expect(mistakes).toEqual([]);
    expect([...declared.keys()].sort()).toEqual([...tokenNames].sort());
  });

  test('give the palettes of both colour schemes', () => {
    const { light, dark } = palettesOf(declared);
    expect(Object.keys(light)).toEqual(Object.keys(colourTokens));
    expect(css).toContain(`--paper: light-dark(${light.paper}, ${dark.paper})`);
    expect(light.ink).not.toBe(dark.ink);
  });

  test('may have one colour for both colour schemes', async () => {
    const { theme, mistakes } = await themeOf({ 'theme.css': ':root { --signal: #123; }' });
    expect(mistakes).toEqual([]);
    expect([theme?.colours.light.signal, theme?.colours.dark.signal]).toEqual(['#123', '#123']);
  });
});

describe('a theme', () => {
  test('is optional', async () => {
    const { theme, mistakes, warnings } = await readTheme(path.join(dir, 'nowhere'));
    expect([mistakes, warnings]).toEqual([[], []]);
    expect(theme?.stylesheet).toBeUndefined();
    expect(theme?.components.size).toBe(0);
    expect(theme?.headlineFont?.own).toBe(true);
  });

  test('has a digest that changes with each of its files', async () => {
    const one = await themeOf({ 'theme.css': 'p { color: red; }' });
    const other = await themeOf({ 'parts/line.svg': '<svg/>' });
    const third = await themeOf({ 'parts/line.svg': '<svg />' });
    expect(new Set([one, other, third].map(({ theme }) => theme?.digest)).size).toBe(3);
  });

  test('has one that changes with what decides how its code is bundled', async () => {
    const code = '---\nconst { PUBLIC_TIDE } = import.meta.env;\n---\n<p>{PUBLIC_TIDE}</p>';
    const theme = path.join(dir, 'paper/theme');
    mkdirSync(path.join(theme, 'components'), { recursive: true });
    writeFileSync(path.join(theme, 'components/Byline.astro'), code);
    const digestOf = async (): Promise<string | undefined> =>
      (await readTheme(theme)).theme?.digest;
    const before = await digestOf();
    vi.stubEnv('PUBLIC_TIDE', 'high');
    const high = await digestOf();
    vi.stubEnv('PUBLIC_TIDE', 'low');
    const low = await digestOf();
    vi.stubEnv('PUBLIC_WIND', 'north');
    expect(await digestOf()).toBe(low);
    vi.unstubAllEnvs();
    expect(await digestOf()).toBe(before);
    const config = path.join(dir, 'paper/tsconfig.json');
    writeFileSync(config, '{ "extends": "./nowhere" }');
    const extended = await digestOf();
    writeFileSync(path.join(dir, 'paper/base.json'), '{}');
    writeFileSync(config, '{ "extends": ["./base"] }');
    const other = await digestOf();
    writeFileSync(path.join(dir, 'paper/base.json'), '{ "compilerOptions": {} }');
    const changed = await digestOf();
    expect(new Set([before, high, low, extended, other, changed]).size).toBe(6);
  });

  test('may bring its own headline font, or do without one', async () => {
    const face =
      "@font-face { font-family: 'Own'; src: local('Own'), url('own.woff2') format('woff2'); }";
    const set = (families: string) => `${face} :root { --headline: ${families}; }`;
    const own = await themeOf({ 'own.woff2': '', 'theme.css': set("'Own', serif") });
    expect(own.theme?.headlineFont).toEqual({ file: path.join(dir, 'own.woff2'), own: false });
    const none = await themeOf({ 'theme.css': set('Georgia, serif') });
    expect(none.theme?.headlineFont).toBeUndefined();
    const engines = await themeOf({ 'theme.css': set("'Source Serif 4', serif") });
    expect(engines.theme?.headlineFont?.own).toBe(true);
  });

  test('gets a warning about an accent with low contrast: kickers are set in it', async () => {
    const { warnings } = await themeOf({
      'theme.css': ':root { --accent: light-dark(#ffffff, #8fc1e8); }',
    });
    expect(warnings.map(({ field }) => field)).toEqual(['--accent', '--accent']);
    const own = await themeOf({ 'theme.css': ':root { --accent: var(--ink-soft); }' });
    expect(own.warnings).toEqual([]);
  });

  test('gets a warning about text with low contrast, but is still used', async () => {
    const { theme, mistakes, warnings } = await themeOf({
      'theme.css': ':root { --link: light-dark(#dddddd, #8fc1e8); }',
    });
    expect(mistakes).toEqual([]);
    expect(theme?.colours.light.link).toBe('#dddddd');
    expect(warnings.map(({ field }) => field)).toEqual(['--link', '--link']);
    expect(warnings[0]?.found).toMatch(/^#dddddd on the light --paper #\w{6}, a contrast of 1\.3$/);
  });

  test('may show any story only if it declares so, because pages are reused on that basis', async () => {
    const takes = (file: string) =>
      `---\nimport { words } from 'bevolve-news/${file}';\n---\n<p />`;
    const without = await themeOf({ 'components/Footer.astro': takes('paper.ts') });
    expect([without.mistakes, without.theme?.showsEdition]).toEqual([[], false]);
    const all = await themeOf({ 'components/Footer.astro': takes('edition.ts') });
    expect([all.mistakes, all.theme?.showsEdition]).toEqual([[], true]);
  });

  test.each(['ts', 'mjs', 'mts', 'jsx'])('may take it in a .%s file of its own', async (ending) => {
    const { theme, mistakes } = await themeOf({
      [`parts/newest.${ending}`]: "export { edition } from 'bevolve-news/edition.ts';",
      'components/Footer.astro': `---\nimport { edition } from '../parts/newest.${ending}';\n---\n<p />`,
    });
    expect([mistakes, theme?.showsEdition]).toEqual([[], true]);
  });

  test.each<[whole: boolean, files: Record<string, string>]>([
    [false, { 'components/Masthead.astro': '<p />', 'components/AfterArticle.astro': '<p />' }],
    [true, { 'components/Teaser.astro': '<p />' }],
    [true, { 'components/MustRead.astro': '<p />' }],
    [true, { 'parts/line.mjs': "export { default } from 'bevolve-news/components/Byline.astro';" }],
  ])('may show whole stories in lists: %s', async (whole, files) => {
    const { theme, mistakes } = await themeOf(files);
    expect([mistakes, theme?.teasersShowWholeStories]).toEqual([[], whole]);
  });
});

describe('contrast', () => {
  test('is computed as in WCAG 2.2', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#fff')).toBeCloseTo(4.48, 2);
    expect(contrast('#fff', '#767676')).toBeCloseTo(4.54, 2);
  });
});

describe('the check of a theme’s stylesheet', () => {
  test.each([
    [':root { --paper: #fffff; }', '--paper | #fffff'],
    [':root { --signal: red; }', '--signal | red'],
    [':root { --ink: ; }', '--ink | nothing'],
    [
      ':root { --link: light-dark(#111, oklch(1 0 0)); }',
      '--link | light-dark(#111, oklch(1 0 0))',
    ],
    [':root { --papper: #fff; }', '--papper | an unknown token that nothing uses'],
    ['p { color: var(--inc); }', 'line 1, var(--inc) | a token that nothing sets'],
    [
      '@media (prefers-color-scheme: dark) {\n:root { --ink: #fff; } }',
      '--ink | a colour that applies only sometimes (line 2)',
    ],
    [
      ":root[data-theme='dark'] { --ink: #fff; }",
      '--ink | a colour that applies only sometimes (line 1)',
    ],
    ["@import 'more.css';", "line 1, @import | 'more.css'"],
    ['p { background: url(nope.png); }', 'line 1, background | nope.png'],
    [
      'p { background: url("https://x.example/a.png"); }',
      'line 1, background | https://x.example/a.png',
    ],
    [
      'p { background: url(data:image/png;base64,AA); }',
      'line 1, background | data:image/png;base64,AA',
    ],
    ['p {\n  color: red;\n', 'line 1 | Unclosed block'],
    ['\np..q { color: red; }', "line 2 | Expected identifier in class selector, got Delim('.')"],
  ])('reports the line or the token: %s', async (css, expected) => {
    expect(await mistakesOf({ 'theme.css': css })).toEqual([`theme.css | ${expected}`]);
  });

  test('accepts custom properties of the theme’s own, and tokens set for part of the page', async () => {
    const css = [
      ':root { --tide: 1px; --gap: 2px; --label: Own, sans-serif; }',
      '.mine { margin: var(--tide); --ink: oklch(0.2 0.1 30); color: var(--else, red); }',
      '@media print { :root { --gutter: 0; } }',
      'p { background: url(#part); }',
    ].join('\n');
    const files = { 'theme.css': css, 'components/Footer.astro': '<p class="x">var(--gap)</p>' };
    expect(await mistakesOf(files)).toEqual([]);
  });

  test('reports a stylesheet with any other name', async () => {
    expect(await mistakesOf({ 'style.css': '' })).toEqual([
      'style.css |  | a stylesheet that no page uses',
    ]);
  });
});

describe('the check of a theme’s components names the file', () => {
  test('if there is no component of that name, and lists the names there are', async () => {
    const { mistakes } = await themeOf({ 'components/Mastheed.astro': '<p />' });
    const text = mistakesAsText(mistakes);
    expect(text).toContain(
      'components/Mastheed.astro\n    found     no component is called Mastheed',
    );
    for (const name of componentNames) expect(text).toContain(name);
  });

  test('if it does not parse', async () => {
    expect(await mistakesOf({ 'components/Byline.astro': '---\nconst a = ;\n---\n<p />' })).toEqual(
      ['Byline.astro | line 2 | Unexpected token'],
    );
  });

  test.each([
    ['./Nope.astro', './Nope.astro'],
    ['no-such-package', 'no-such-package'],
    ['bevolve-news/components/Mastheed.astro', 'bevolve-news/components/Mastheed.astro'],
  ])('if it imports something that does not exist: %s', async (name, found) => {
    const text = `---\nimport thing from '${name}';\n---\n<p>{thing}</p>`;
    expect(await mistakesOf({ 'components/Byline.astro': text })).toEqual([
      `Byline.astro | line 2, import | ${found}`,
    ]);
  });

  test.each([
    ['astro:content', /bevolve-news\/paper\.ts or bevolve-news\/edition\.ts.*theme\.md/],
    ['virtual:publication', /bevolve-news\/paper\.ts or bevolve-news\/edition\.ts.*theme\.md/],
    ['../../publication.ts', /Move the file into the theme.*bevolve-news\/paper\.ts/],
    [`file://${path.resolve('src/copy/read.ts')}`, /bevolve-news\/edition\.ts.*theme\.md/],
    [path.resolve('src/copy/read.ts'), /bevolve-news\/edition\.ts.*theme\.md/],
    [path.resolve('src/gateway/edition.ts'), /Write bevolve-news\/edition\.ts\.$/],
    [
      path.relative(path.join(dir, 'components'), path.resolve('src/gateway/edition.ts')),
      /Write bevolve-news\/edition\.ts\.$/,
    ],
  ])('if it imports something that reused pages could not follow: %s', async (name, fix) => {
    const code = `\nimport thing from '${name}';\nconst later = await import('${name}');\nconst all = import.meta.glob<string>(['${name}']);\n`;
    for (const [file, text, lines] of [
      ['components/Byline.astro', `---${code}---\n<p>{thing}{later}{all}</p>`, [2, 3, 4]],
      ['parts/shared.mjs', `${code}export { thing, later, all };`, [2, 3, 4]],
    ] as const) {
      rmSync(path.join(dir, 'components/Byline.astro'), { force: true });
      const { mistakes } = await themeOf({ [file]: text });
      expect(mistakes.map(({ field, found }) => [field, found])).toEqual(
        lines.map((line) => [`line ${line}, import`, name]),
      );
      for (const mistake of mistakes) {
        expect(path.basename(mistake.file)).toBe(path.basename(file));
        expect(`${mistake.expected}: ${mistake.fix}`).toMatch(fix);
      }
    }
  });

  test.each([
    ['<p />\n<script>\n  import "../../lib/x.js";\n</script>', 3, '../../lib/x.js'],
    ['<p />\n<style>\n  @import "../../lib/x.css";\n</style>', 3, '../../lib/x.css'],
    ['<style>p { background: url("../../lib/x.png"); }</style>', 1, '../../lib/x.png'],
  ])('if a script or style of it takes in a file from elsewhere: %s', async (text, line, name) => {
    expect(await mistakesOf({ 'components/Byline.astro': text })).toEqual([
      `Byline.astro | line ${String(line)}, import | ${name}`,
    ]);
  });

  test('but leaves alone what only looks like it', async () => {
    const text = [
      '<p>',
      'import x from "../../lib/x.js"',
      '</p>',
      '<script is:inline>',
      'import "../../lib/x.js";',
      '</script>',
      '<style>@import "../parts/line.css"; p { background: url(/banner.png); }</style>',
    ].join('\n');
    const files = { 'components/Byline.astro': text, 'parts/line.css': 'p { color: red; }' };
    expect(await mistakesOf(files)).toEqual([]);
  });

  test('but lets shared files have any name in a folder next to components/', async () => {
    const text = [
      '---',
      "import type { Props } from 'bevolve-news/components/Byline.astro';",
      "import Part from '../parts/Part.astro';",
      "import { Image } from 'astro:assets';",
      "import path from 'node:path';",
      "const parts = import.meta.glob('../parts/*.astro');",
      "import { z } from 'zod';",
      'const word = \'import x from "nowhere"\';',
      '---',
      '<Part />',
    ].join('\n');
    const files = { 'components/Byline.astro': text, 'parts/Part.astro': '<p />' };
    expect(await mistakesOf(files)).toEqual([]);
  });
});

describe('the components that a theme may replace or use', () => {
  test('are all there, and each documents its props', () => {
    for (const [name, file] of Object.entries(replaceable)) {
      const text = readFileSync(path.join('src', file), 'utf8');
      // Two of the components take no props.
      if (/Astro\.props/.test(text)) expect(text, name).toContain('export interface Props');
    }
  });

  test('have types under the names that a theme imports', () => {
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as {
      compilerOptions: { paths: Record<string, string[]> };
    };
    for (const [name, file] of Object.entries(importable)) {
      expect(compilerOptions.paths[`bevolve-news/${name}`], name).toEqual([`./src/${file}`]);
      expect(readFileSync(path.join('src', file), 'utf8').length).toBeGreaterThan(0);
    }
  });

  test('are the ones listed in the publishers’ manual', () => {
    const page = readFileSync('docs/publishers/theme.md', 'utf8');
    const listed = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(listed).toEqual(componentNames);
    for (const token of tokenNames) expect(page, token).toContain(`\`${token}\``);
  });
});

describe('the tokens of a theme', () => {
  const applied = async (theme: string, engine: string, inLatin = true): Promise<string> => {
    const read = await themeOf({ 'theme.css': theme });
    if (!read.theme) throw new Error(mistakesAsText(read.mistakes));
    const css = `${engine}@layer theme{${theme}}`;
    return postcss([applyTokens(read.theme, inLatin)]).process(css, { from: undefined }).css;
  };

  test('replace the engine’s, so that no page defines a colour twice', async () => {
    const css = await applied(
      ':root{--ink:#111;--mine:1px}p{margin:var(--mine)}',
      '@layer tokens{:root{--ink:light-dark(#222, #333);--link:#444}}',
    );
    expect(css).toBe(
      '@layer tokens{:root{--ink:#111;--link:#444}}@layer theme{:root{--mine:1px}p{margin:var(--mine)}}',
    );
  });

  test('apply to every language', async () => {
    const css = await applied(
      ':root{--headline:Georgia}',
      "@font-face{src:url('@fontsource/x.woff2')}@layer tokens{:root{--headline:Serif}.latin{--headline:Own}}",
    );
    expect(css).toBe('@layer tokens{:root{--headline:Georgia}}@layer theme{}');
  });

  test('need no typeface of Latin letters in a paper of another script', async () => {
    const engine =
      "@font-face{src:url('@fontsource/x.woff2')}@layer tokens{:root{--headline:Serif}.latin{--headline:Own}}";
    expect(await applied('', engine, false)).toBe(
      '@layer tokens{:root{--headline:Serif}}@layer theme{}',
    );
    expect(await applied('', engine)).toContain(engine);
  });

  test('that are set for part of the page stay there', async () => {
    const css = await applied('.dark{--ink:#fff}', '@layer tokens{:root{--ink:#222}}');
    expect(css).toBe('@layer tokens{:root{--ink:#222}}@layer theme{.dark{--ink:#fff}}');
  });
});
