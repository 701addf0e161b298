import { z } from 'zod';
import { isLocal, isServer } from './comment-providers/provider.ts';
import { rule } from './values.ts';

/** What GitHub, GitLab and Forgejo call the tokens that they hand out. */
const token = /^(?:gh[a-z]_|github_pat_|gl[a-z]{2,7}-|gto_)/;

const isNoSecret = (text: string): boolean =>
  !token.test(text) && (!URL.canParse(text) || new URL(text).username === '');

const noSecret = rule(
  'nothing secret: readers can see it',
  'Leave the token or password out, and revoke it: each editor signs in with one of their own.',
);

const matching = (pattern: RegExp, expected: string, fix: string) =>
  z
    .string()
    .trim()
    .refine(isNoSecret, { ...noSecret, abort: true })
    .refine((text) => pattern.test(text), rule(expected, fix));

/** The address of a service that editors' browsers talk to. */
const service = (example: string) =>
  z
    .string()
    .trim()
    .refine(isNoSecret, { ...noSecret, abort: true })
    .refine(isServer, {
      ...rule(`an address such as ${example}`, 'Write the whole address, without ? and #.'),
      abort: true,
    })
    .refine(
      (text) => text.startsWith('https:') || isLocal(text),
      rule('an address that starts with https://', 'Use https: a token is sent to it.'),
    )
    .transform((text) => text.replace(/\/+$/, ''));

const repository = matching(
  /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*\.git$)[\w.-]+\/[\w.-]+$/,
  'the owner and name of a repository, such as press/paper',
  'Leave out the address before it, and .git.',
);

const repositoryInGroups = matching(
  /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*\.git$)[\w.-]+(?:\/[\w.-]+)+$/,
  'the groups and name of a repository, such as press/desk/paper',
  'Leave out the address before it, and .git.',
);

/** A name that git allows for a branch (git-check-ref-format). */
const branch = matching(
  /^(?![/.-])(?!.*(?:\.\.|\/\/|\/\.|@\{))[^\s\p{Cc}~^:?*[\\]+(?<!\/|\.|\.lock)$/u,
  'the name of a branch, such as main',
  'Copy it from the repository.',
).default('main');

/** The id of an OAuth application, which is public. Its secret is not. */
const appId = matching(
  /^[\w-]{8,100}$/,
  'the id of an OAuth application',
  'Copy the id, not the secret.',
).optional();

/** Where the desk reads and writes the paper's files: a repository on GitHub, GitLab, or Gitea and Forgejo. */
const backend = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('github'),
    /** The repository, as `owner/name`. */
    repo: repository,
    /** The branch that the paper is built from. */
    branch,
    /** The address of GitHub, for a GitHub Enterprise server of your own. */
    site: service('https://github.example').optional(),
    /** Its API, if that is not where GitHub has it. */
    api: service('https://github.example/api/v3').optional(),
    /**
     * A server that signs editors in through OAuth, as the proxies for Decap CMS and Sveltia CMS do. Without one, editors
     * sign in with a fine-grained token.
     */
    proxy: service('https://sign-in.news.example').optional(),
  }),
  z.strictObject({
    name: z.literal('gitlab'),
    /** The repository, with all its groups: `group/subgroup/name`. */
    repo: repositoryInGroups,
    /** The branch that the paper is built from. */
    branch,
    /** The address of GitLab, if it is not `https://gitlab.com`. */
    site: service('https://gitlab.example').optional(),
    /** Its API, if that is not where GitLab has it. */
    api: service('https://gitlab.example/api/v4').optional(),
    /** The id of an OAuth application for the desk. Without one, editors sign in with a token. */
    appId,
  }),
  z.strictObject({
    name: z.literal('gitea'),
    /** The repository, as `owner/name`. */
    repo: repository,
    /** The branch that the paper is built from. */
    branch,
    /** The address of Gitea or Forgejo, if it is not `https://codeberg.org`. */
    site: service('https://git.example').optional(),
    /** Its API, if that is not where Gitea has it. */
    api: service('https://git.example/api/v1').optional(),
    /** The id of an OAuth application for the desk. Without one, editors sign in with a token. */
    appId,
  }),
]);

/** The desk that is printed with the paper. The docstring of each field is its manual. */
export const deskSchema = z.strictObject({
  /** Where it reads and writes the paper's files. Nothing in it is secret: editors sign in with accounts of their own. */
  backend,
  /** Whether every save asks for a review (a pull or merge request), instead of going straight on the branch. */
  review: z.boolean().default(false),
  /** The paper's folder in the repository, if the repository holds more than the paper: `papers/courier`. */
  folder: z
    .string()
    .trim()
    .refine(
      (text) =>
        text === '' ||
        (!/[\p{Cc}\\?#%]/u.test(text) &&
          text
            .replace(/\/$/, '')
            .split('/')
            .every((part) => !/^\.{0,2}$/.test(part))),
      rule(
        'a folder in the repository, such as papers/courier',
        'Begin at its root, without / or ..',
      ),
    )
    .transform((text) => (text === '' ? '' : text.replace(/\/?$/, '/')))
    .default(''),
});

export type Desk = z.output<typeof deskSchema>;
