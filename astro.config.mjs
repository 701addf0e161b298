import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { commandOf, draftsFlag } from './src/astro/command.ts';
import { pictureServiceName } from './src/astro/picture-service-name.ts';
import { assetsFolder } from './src/astro/printed-files.ts';
import { readSwitches } from './src/config/switches.ts';
import { markdownSetting } from './src/press/markdown-setting.ts';
import { setUpPress } from './src/press/press.ts';

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
      entrypoint: pictureServiceName,
      config: { root: press.root, endsBuild: command === 'build', cache: pictureCache },
    },
  },
  markdown: markdownSetting(language),
  vite: {
    cacheDir: viteCache,
    resolve: {
      // A paper's tsconfig.json is for its editor. It may name an engine that is elsewhere, as in a workflow.
      tsconfigPaths: false,
      alias: { [pictureServiceName]: fileOf('src/press/picture-service.ts') },
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
