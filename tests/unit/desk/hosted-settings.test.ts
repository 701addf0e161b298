import { describe, expect, test } from 'vitest';
import { hostedSettings } from '../../../src/desk/desk-settings.ts';
import { mistakesOf } from '../../../src/copy/mistakes.ts';
import { type PublicationCopy, publicationSchema } from '../../../src/schemas/publication.ts';

type DeskCopy = NonNullable<PublicationCopy['desk']>;

const least: PublicationCopy = {
  name: 'The Paper',
  tagline: 'All of it',
  url: 'https://paper.example',
  language: 'en-GB',
  timeZone: 'Europe/Kyiv',
  publisher: { name: 'The Press', logo: 'logo.png' },
};

const place = {
  paperDir: '/home/press/paper',
  contentDir: '/home/press/paper/content',
  origin: 'https://paper.example',
  base: '/news/',
};

/** What the desk's page is told if the publication says this. */
const told = (desk: DeskCopy, more: Partial<PublicationCopy> = {}) =>
  hostedSettings(publicationSchema.parse({ ...least, ...more, desk }), place);

/** What is wrong with a setting, as the check says it. */
const mistakesIn = (desk: unknown) => {
  const input = { ...least, desk };
  const { error } = publicationSchema.safeParse(input);
  return mistakesOf(
    'publication.ts',
    error?.issues ?? [],
    input,
    Object.keys(publicationSchema.shape),
  );
};

const onGitHub = (more: object) => ({ backend: { name: 'github', repo: 'press/paper', ...more } });

test('a paper without the setting has no desk', () => {
  expect(hostedSettings(publicationSchema.parse(least), place)).toBeUndefined();
});

describe('the name of the forge is enough to know', () => {
  test.each([
    ['github', 'https://github.com', 'https://api.github.com'],
    ['gitlab', 'https://gitlab.com', 'https://gitlab.com/api/v4'],
    ['gitea', 'https://codeberg.org', 'https://codeberg.org/api/v1'],
  ] as const)('%s is at %s, with its API at %s', (name, site, api) => {
    const backend = { name, repo: 'press/paper' };
    expect(told({ backend })?.backend).toEqual({ ...backend, branch: 'main', site, api });
  });

  test.each([
    ['github', 'https://git.example/api/v3'],
    ['gitlab', 'https://git.example/api/v4'],
    ['gitea', 'https://git.example/api/v1'],
  ] as const)('where the API of a %s server of one’s own is: %s', (name, api) => {
    const backend = { name, repo: 'press/paper', site: 'https://git.example/' };
    expect(told({ backend })?.backend).toMatchObject({ site: 'https://git.example', api });
  });
});

test('the desk knows where the paper’s files are in the repository, and where the paper is', () => {
  const backend = { name: 'github', repo: 'press/paper' } as const;
  expect(told({ backend, folder: 'papers/courier', review: true })).toMatchObject({
    folder: 'papers/courier/',
    content: 'content/',
    front: 'https://paper.example/news/',
    base: '/news/',
    review: true,
  });
});

test('an email address that is only for readers of a failed service is not told', () => {
  const settings = told(
    { backend: { name: 'github', repo: 'press/paper' } },
    {
      comments: {
        provider: 'waline',
        server: 'https://comments.example',
        mail: 'private@paper.example',
      },
    },
  );
  expect(JSON.stringify(settings)).not.toContain('private@');
});

describe('a mistake is named with its field and its fix:', () => {
  test.each([
    [{ repo: 'https://github.com/press/paper' }, 'desk.backend.repo', 'Leave out the address'],
    [{ repo: 'paper' }, 'desk.backend.repo', 'Leave out the address'],
    [{ repo: 'press/paper.git' }, 'desk.backend.repo', 'Leave out the address'],
    [{ repo: 'press/..' }, 'desk.backend.repo', 'Leave out the address'],
    [{ branch: '--force' }, 'desk.backend.branch', 'Copy it from the repository.'],
    [{ branch: 'two words' }, 'desk.backend.branch', 'Copy it from the repository.'],
    [{ api: 'http://git.example/api' }, 'desk.backend.api', 'Use https: a token is sent to it.'],
    [{ api: 'git.example' }, 'desk.backend.api', 'Write the whole address, without ? and #.'],
    [{ proxy: 'https://x.example/?a=b' }, 'desk.backend.proxy', 'Write the whole address'],
    [{ site: 'https://me:secret@git.example' }, 'desk.backend.site', 'Leave the token'],
    [{ branch: 'ghp_0123456789abcdefghij' }, 'desk.backend.branch', 'Leave the token'],
    [{ token: 'ghp_0123456789abcdefghij' }, 'desk.backend.token', ''],
  ])('%j', (backend, field, fix) => {
    const [mistake] = mistakesIn(onGitHub(backend));
    expect(mistake).toMatchObject({ file: 'publication.ts', field });
    expect(mistake?.fix).toContain(fix);
  });

  test.each(['/papers', '../papers', 'a//b', 'a\\b', './a'])('the folder %s', (folder) => {
    expect(mistakesIn({ ...onGitHub({}), folder })).toMatchObject([{ field: 'desk.folder' }]);
  });

  test('a secret of an application is not its id', () => {
    const backend = { name: 'gitlab', repo: 'a/b/c', appId: 'gloas-0123456789abcdef' };
    expect(mistakesIn({ backend })).toMatchObject([{ field: 'desk.backend.appId' }]);
  });

  test('an unknown forge', () => {
    const backend = { name: 'bitbucket', repo: 'press/paper' };
    expect(mistakesIn({ backend })).toMatchObject([{ field: 'desk.backend.name' }]);
  });
});

test('an API on this machine may do without https', () => {
  expect(mistakesIn(onGitHub({ api: 'http://127.0.0.1:4173/api/v3' }))).toEqual([]);
});
