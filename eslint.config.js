import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/ from the foundations up. A room may import from its own row and the rows before
 * it, never from a later one: that is what keeps the edition testable without a page around it.
 */
const rows = [
  ['language'],
  ['schemas'],
  ['edition'],
  ['copy'],
  ['cards'],
  [
    'policy',
    'metadata',
    'feeds',
    'comments',
    'advertising',
    'hosts',
    'analytics',
    'newsletter',
    'privacy',
    'offline',
  ],
  ['components'],
  ['layouts'],
  ['pages'],
];

/** These run without Astro, so that a unit test or the editor's command line can import them. */
const plainRooms = [
  ...['language', 'schemas', 'edition', 'copy', 'cards', 'metadata', 'feeds', 'hosts', 'desk'],
];

/**
 * One rule for both bans, because a second entry for the same rule would replace the first.
 *
 * @param {string} room
 * @param {string[][]} laterRows
 */
function arrowsPointOneWay(room, laterRows) {
  const patterns = laterRows.flat().map((later) => ({
    group: [`**/${later}/**`],
    message: `src/${room}/ comes before src/${later}/ and must not import from it`,
  }));
  if (plainRooms.includes(room)) {
    patterns.push({
      group: ['astro:*', '**/edition/load', '**/edition/load.ts'],
      message: `src/${room}/ must work without Astro; only src/edition/load.ts knows its collections`,
    });
  }
  return {
    files: [`src/${room}/**/*.{ts,astro}`],
    ignores: ['src/edition/load.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: patterns.map((pattern) => ({ ...pattern, allowTypeImports: true })) },
      ],
    },
  };
}

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-hosting/',
      '.astro/',
      '.cache/',
      '.test/',
      'test-results/',
      'tests/bench/peers/',
      'public/',
      'src/content/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A number in a sentence is not a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  ...astro.configs.recommended,
  {
    // A script inside an .astro file is linted as a file of its own, which no tsconfig knows.
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    files: ['**/*.{js,mjs,astro}'],
    rules: {
      // `astro check` knows which names exist; this rule would have to be told.
      'no-undef': 'off',
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    // Tools look for a default export in their configuration, and Astro in a service; other people's packages have some, too.
    files: ['*.config.{js,mjs,ts}', 'src/desk/picture-service.ts', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  ...rows.map((rooms, row) => rooms.map((room) => arrowsPointOneWay(room, rows.slice(row + 1)))),
  // The desk prepares a build: it asks every room that works without Astro, and draws nothing itself.
  arrowsPointOneWay('desk', rows.slice(6)),
);
