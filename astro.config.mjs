import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { satteri } from '@astrojs/markdown-satteri';
import { commandOf, draftsFlag } from './src/astro/command.ts';
import { percentSignsStay } from './src/astro/picture-paths.ts';
import { markdownSettings } from './src/copy/markdown.ts';
import { assetsFolder } from './src/astro/printed-files.ts';
import { setUpPress } from './src/press/press.ts';
import { readSwitches } from './src/config/switches.ts';
import { wordsFor } from './src/language/words.ts';

// An alias, because the names of printed pictures depend on this text, and an absolute path differs between machines.
const pictureService = 'picture-service';
const fileOf = (path) => fileURLToPath(new URL(path, import.meta.url));

const command = commandOf(process.argv);
const withDrafts = command === 'build' && process.argv.includes(draftsFlag);
const switches = readSwitches(process.env, withDrafts);
const { origin, language, pictureCache, viteCache, ...press } = await setUpPress(switches, command);

export default defineConfig({
  ...press,
  srcDir: fileOf('src'),
  site: origin,
  base: switches.basePath,
  publicDir: switches.publicDir,
  trailingSlash: 'always',
  build: { assets: assetsFolder, format: 'directory', inlineStylesheets: 'always' },
  // The default joins words across line breaks.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  image: {
    service: {
      entrypoint: pictureService,
      config: { root: press.root, endsBuild: command === 'build', cache: pictureCache },
    },
  },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      ...markdownSettings(wordsFor(language ?? 'en')),
      mdastPlugins: [percentSignsStay],
    }),
  },
  vite: {
    cacheDir: viteCache,
    resolve: {
      // A paper's tsconfig.json is for its editor. It may name an engine that is elsewhere, as in a workflow.
      tsconfigPaths: false,
      alias: { [pictureService]: fileOf('src/press/picture-service.ts') },
    },
    build: {
      // The policy does not trust what an inline script imports, so a script that imports gets a file of its own.
      assetsInlineLimit: (file, content) =>
        file.endsWith('.js') && content.includes('import(') ? false : undefined,
      // Six signs of a digest, not eight: together, the digests of pictures are a hundredth of a story’s page.
      rolldownOptions: { output: { assetFileNames: `${assetsFolder}/[name].[hash:6][extname]` } },
    },
  },
});
