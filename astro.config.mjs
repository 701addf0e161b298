import { defineConfig } from 'astro/config';
import { satteri } from '@astrojs/markdown-satteri';
import { pictureSettings } from './src/press/picture-settings.ts';
import { setUpPress } from './src/press/press.ts';
import { readSwitches } from './src/config/switches.ts';
import { wordsFor } from './src/language/words.ts';

const switches = readSwitches(process.env);
const { integration, outDir, origin, language, logger } = await setUpPress(switches);
const words = wordsFor(language);

export default defineConfig({
  site: origin,
  logger,
  base: switches.basePath,
  outDir,
  cacheDir: switches.cacheDir,
  publicDir: switches.publicDir,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // The default joins words across line breaks.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  image: {
    service: { entrypoint: './src/press/picture-service.ts', config: pictureSettings },
  },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: {
        smartPunctuation: false,
        gfm: {
          footnotes: {
            label: words.footnotes,
            // A note that is referred to twice has two ways back, numbered on the page and in their names.
            backLabel: (_note, time) =>
              [words.backToText, time > 1 && time].filter(Boolean).join(' '),
          },
        },
      },
    }),
  },
  vite: {
    build: {
      // The policy does not trust what a script in the page itself imports: such a script gets a file of its own.
      assetsInlineLimit: (file, content) =>
        file.endsWith('.js') && content.includes('import(') ? false : undefined,
    },
  },
  integrations: [integration],
});
