import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/, folders and single files, from the foundations up. A room may import only from itself and from
 * earlier rows, not from later rows or neighbours in its own. Type imports count too, so that no cycle can form.
 */
const rows = [
  [
    'astro',
    'language',
    'policy-origins.ts',
    'escape-html.ts',
    'lean',
    'make-element.ts',
    'write-whole.ts',
    'read-in-turn.ts',
    'with-changes.ts',
    'engine-folder.ts',
    'percent-decoded.ts',
  ],
  ['file-stamp.ts', 'kept.ts', 'code-digest.ts'],
  ['schemas'],
  ['addresses.ts', 'analytics', 'newsletter', 'privacy', 'offline', 'consent', 'comments'],
  ['edition'],
  ['copy', 'advertising'],
  ['darkroom', 'describe', 'record'],
  ['theme'],
  ['policy', 'metadata', 'cards', 'search', 'feeds'],
  ['hosts', 'config', 'features'],
  ['lists', 'announce'],
  ['check', 'page-keys.ts'],
  ['content.config.ts', 'middleware.ts', 'gateway', 'import'],
  ['components', 'desk'],
  ['layouts', 'commands'],
  ['pages'],
  ['press'],
];

/** Rooms that may import from Astro. All others run without it, so that unit tests and commands can import them. */
const withAstro = [
  'astro',
  'content.config.ts',
  'middleware.ts',
  'gateway',
  'components',
  'layouts',
  'pages',
  'press',
];

/** What belongs to a publisher, or is only types, has no row. */
const outside = ['content', 'styles', 'publication.ts', 'virtual.d.ts'];

const placed = [...rows.flat(), ...outside];
const homeless = readdirSync('src').filter((name) => !placed.includes(name));
if (homeless.length > 0) {
  throw new Error(
    `eslint.config.js: give a row to ${homeless.map((name) => `src/${name}`).join(', ')}.`,
  );
}

/**
 * What a room must not import. One entry has all bans, because a second entry for the same rule would replace it.
 *
 * @param {string} room
 * @param {number} row
 */
function arrowsPointOneWay(room, row) {
  const isFile = room.endsWith('.ts');
  const later = rows
    .slice(row)
    .flat()
    .filter((other) => other !== room);
  const patterns = later.map((other) => ({
    // A path to another room starts with `../` inside a folder, and with `./` in a file directly in src/.
    regex: `^(?:\\./|(?:\\.\\./)+)${other.replaceAll('.', '\\.')}(?:/|$)`,
    message: `src/${room} must not import from src/${other}: rooms import from earlier rows (eslint.config.js)`,
  }));
  if (!withAstro.includes(room)) {
    patterns.push({
      regex: '^(?:astro:|virtual:(?:publication|edition))',
      message: `src/${room} must work without Astro; only src/gateway/ knows its collections`,
    });
  }
  return {
    files: isFile ? [`src/${room}`] : [`src/${room}/**/*.{ts,tsx,astro}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

/** Parts of Astro that are not documented and may change in any release. Each is used in one file of src/astro/. */
const privateNames = /^(?:cacheKey|astroAsset|experimental_AstroContainer|AstroPrerenderer)$/;
const privateTexts =
  /__astro_image_|\b_astro\b|type="module" src=|generating (?:static|optimized)/i;

const noPrivateParts = [
  `Identifier[name=${privateNames}]`,
  `Literal[value=${privateTexts}]`,
  `Literal[regex.pattern=${privateTexts}]`,
  `TemplateElement[value.raw=${privateTexts}]`,
].map((selector) => ({
  selector,
  message: 'This is a private part of Astro: use it through a function of src/astro/.',
}));

/** True in every build whose environment has a variable of that name: `DEV`. */
const noEnvironment = {
  selector: 'MemberExpression[object.type="MetaProperty"][property.name="env"]',
  message: 'A build must not depend on the environment: ask `isWriting` of virtual:edition.',
};

/** State in a module, which two builds in one process would share. */
const noState = [
  '> VariableDeclaration[kind="let"]',
  '> VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(?:Weak)?(?:Map|Set)$/][arguments.length=0]',
]
  .flatMap((what) => [`Program ${what}`, `Program > ExportNamedDeclaration ${what}`])
  .map((selector) => ({
    selector,
    message: 'Two builds in one process would share this: create it in a function.',
  }));

/**
 * Exempt: each build loads the gateway again, browser scripts run in one page, and fonts are the same for every paper.
 */
const mayKeepState = [
  'src/gateway/**',
  'src/**/browser/**',
  'src/offline/**',
  'src/cards/**',
  'src/desk/page/**',
];

/** Each entry has all bans that apply to its files, because a later entry for the same rule replaces an earlier one. */
const bannedSyntax = [
  {
    files: ['src/**/*.{ts,tsx,astro}', 'astro.config.mjs'],
    bans: [...noPrivateParts, noEnvironment],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: mayKeepState,
    bans: [...noPrivateParts, noEnvironment, ...noState],
  },
  { files: ['src/astro/**'], bans: noState },
].map(({ bans, ...where }) => ({
  ...where,
  rules: { 'no-restricted-syntax': ['error', ...bans] },
}));

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
      'tests/unit/astro-parts/src/',
      'public/',
      'src/content/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in template strings are fine.
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
      // `astro check` knows which names exist; this rule would need a list of them.
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
    // Tools require default exports in their configuration, Astro in a picture service and a logger; packages have some
    // too.
    files: [
      '*.config.{js,mjs,ts}',
      'src/press/picture-service.ts',
      'src/astro/logger.ts',
      '**/*.d.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  ...bannedSyntax,
  ...rows.flatMap((rooms, row) => rooms.map((room) => arrowsPointOneWay(room, row))),
);
