import { describe, expect, test } from 'vitest';
import { originsOf } from '../../src/comments/origins.ts';
import { spokenFor } from '../../src/comments/spoken.ts';
import { languages } from '../../src/language/names.ts';
import { type Comments, commentsAt, commentsSchema } from '../../src/schemas/comments.ts';
import { providers } from '../../src/schemas/comment-providers/registry.ts';
import { thirdParties } from '../../src/privacy/third-parties.ts';
import { publication } from '../../src/publication.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { commentSettings } from './comment-settings.ts';

const closed = publicationSchema.parse(publication);
const mail = 'letters@news.example';
const server = 'https://comments.news.example';

/** Every provider with all that it must be told. */
const complete = {
  none: { provider: 'none' },
  ...commentSettings,
} satisfies Record<Comments['provider'], Comments>;

/** The fields that are refused, each once; none where all is well. */
const refused = (settings: object): string[] => {
  const issues = commentsSchema.safeParse(settings).error?.issues ?? [];
  return [
    ...new Set(
      issues.map(({ path, code, ...issue }) =>
        code === 'unrecognized_keys'
          ? (issue as unknown as { keys: string[] }).keys.join()
          : path.join('.'),
      ),
    ),
  ];
};

describe.each(Object.entries(complete))('%s', (provider, settings) => {
  test('is taken with its settings', () => {
    expect(refused(settings)).toEqual([]);
  });

  test('misses each of its settings, and knows no other', () => {
    for (const field of Object.keys(settings).filter((name) => name !== 'provider')) {
      expect(refused({ ...settings, [field]: undefined })).toEqual([field]);
    }
    expect(refused({ ...settings, sever: server })).toEqual(['sever']);
  });

  test('may have an address for letters, if it is one, unless comments are closed', () => {
    const open = provider !== 'none';
    expect(refused({ ...settings, mail })).toEqual(open ? [] : ['mail']);
    expect(refused({ ...settings, mail: `mailto:${mail}` })).toEqual(['mail']);
  });
});

test('a provider that nobody knows is refused', () => {
  expect(refused({ provider: 'pigeons' })).toEqual(['provider']);
  expect(refused({})).toEqual(['provider']);
});

describe('a server', () => {
  test.each([
    ['https://comments.news.example/', 'https://comments.news.example'],
    ['https://news.example/waline/', 'https://news.example/waline'],
  ])('%s is kept without the slash at its end', (address, kept) => {
    expect(commentsSchema.parse({ provider: 'waline', server: address })).toMatchObject({
      server: kept,
    });
  });

  test.each([
    'http://127.0.0.1:8360',
    'https://localhost',
    'https://comments.localhost',
    'https://[::1]:8360',
    'http://comments.news.example',
    'comments.news.example',
    'javascript:alert(1)',
    'https://a:b@comments.news.example',
    'https://comments.news.example/?a=b',
    'https://comments.news.example/#a',
  ])('is never %s', (address) => {
    expect(refused({ provider: 'waline', server: address })).toEqual(['server']);
  });
});

test.each(['news', 'news/letters/more', 'https://github.com/news/letters', '../x y'])(
  'a repository is never %s',
  (repository) => {
    expect(refused({ ...complete.giscus, repository })).toEqual(['repository']);
  },
);

test.each(['news.disqus.com', 'news/x', '-news', ''])('a shortname is never %j', (shortname) => {
  expect(refused({ provider: 'disqus', shortname })).toEqual(['shortname']);
});

describe('what a policy lets through', () => {
  test('is nothing where comments are closed', () => {
    expect(originsOf(complete.none)).toEqual({});
  });

  test('is, for our own form, its server, to be asked and for nothing else', () => {
    const inFolder = { ...complete.waline, server: 'https://news.example/waline' };
    expect(originsOf(inFolder)).toEqual({ 'connect-src': ['https://news.example'] });
  });

  test.each(Object.values(complete))('is whole origins over https: %o', (settings) => {
    for (const origin of Object.values(originsOf(settings)).flat()) {
      expect(new URL(origin).origin).toBe(origin);
      expect(origin).toMatch(/^https:/);
    }
  });
});

describe.each(languages)('in %s', (language) => {
  test('a browser is given every word as text, with room for what is known only there', () => {
    const { count, consent, replyTo, replyingTo, ...plain } = spokenFor('waline', language);
    for (const words of Object.values(plain)) expect(words).toMatch(/^[^{}]+$/);
    for (const words of [replyTo, replyingTo]) expect(words).toContain('{name}');
    expect(consent).toBeUndefined();
    const plural = new Intl.PluralRules(language);
    for (const number of [1, 2, 3, 11, 21, 100]) {
      expect(count[plural.select(number)], String(number)).toMatch(/\S/);
    }
    expect(count.other).toContain('{n}');
  });

  test('it is said beforehand what giscus and Disqus mean for the reader', () => {
    expect(spokenFor('giscus', language).consent).toContain('GitHub');
    expect(spokenFor('disqus', language).consent).toContain('Disqus');
  });
});

test('one provider alone runs on this machine: COMMENTS_SERVER names a server of its kind', () => {
  const here = Object.values(providers).filter(({ runsHere }) => runsHere);
  expect(here.map(({ title }) => title)).toEqual(['Waline']);
  const server = 'http://127.0.0.1:8360';
  expect(commentsAt(server)).toEqual({ provider: 'waline', server });
  expect(originsOf(commentsAt(server))).toEqual({ 'connect-src': [server] });
});

test.each(Object.values(commentSettings))('the privacy page names who runs %o', (comments) => {
  const [party, ...others] = thirdParties({ ...closed, comments });
  const { title, consent, keeps } = providers[comments.provider];
  expect(others).toEqual([]);
  expect(party).toMatchObject({
    name: title,
    purpose: 'comments',
    when: consent ? 'asked' : 'near',
    keeps,
  });
  expect(party?.hosts.join()).toMatch(/^[\w.,-]+$/);
});
