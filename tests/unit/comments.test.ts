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

/** Every provider with its required settings. */
const complete = {
  none: { provider: 'none' },
  ...commentSettings,
} satisfies Record<Comments['provider'], Comments>;

/** The rejected fields, each once; empty if the input is valid. */
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
  test('is accepted with its settings', () => {
    expect(refused(settings)).toEqual([]);
  });

  test('requires each of its settings, and rejects any other', () => {
    for (const field of Object.keys(settings).filter((name) => name !== 'provider')) {
      expect(refused({ ...settings, [field]: undefined })).toEqual([field]);
    }
    expect(refused({ ...settings, sever: server })).toEqual(['sever']);
  });

  test('may have a valid address for letters, unless comments are closed', () => {
    const open = provider !== 'none';
    expect(refused({ ...settings, mail })).toEqual(open ? [] : ['mail']);
    expect(refused({ ...settings, mail: `mailto:${mail}` })).toEqual(['mail']);
  });
});

test('an unknown provider is rejected', () => {
  expect(refused({ provider: 'pigeons' })).toEqual(['provider']);
  expect(refused({})).toEqual(['provider']);
});

describe('a server', () => {
  test.each([
    ['https://comments.news.example/', 'https://comments.news.example'],
    ['https://news.example/waline/', 'https://news.example/waline'],
  ])('%s is stored without the trailing slash', (address, kept) => {
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
  ])('may not be %s', (address) => {
    expect(refused({ provider: 'waline', server: address })).toEqual(['server']);
  });
});

test.each(['news', 'news/letters/more', 'https://github.com/news/letters', '../x y'])(
  'a repository may not be %s',
  (repository) => {
    expect(refused({ ...complete.giscus, repository })).toEqual(['repository']);
  },
);

test.each(['news.disqus.com', 'news/x', '-news', ''])('a shortname may not be %j', (shortname) => {
  expect(refused({ provider: 'disqus', shortname })).toEqual(['shortname']);
});

describe('what the policy allows for comments', () => {
  test('is nothing if comments are closed', () => {
    expect(originsOf(complete.none)).toEqual({});
  });

  test('is, for our own form, only connections to its server', () => {
    const inFolder = { ...complete.waline, server: 'https://news.example/waline' };
    expect(originsOf(inFolder)).toEqual({ 'connect-src': ['https://news.example'] });
  });

  test.each(Object.values(complete))('is complete https origins: %o', (settings) => {
    for (const origin of Object.values(originsOf(settings)).flat()) {
      expect(new URL(origin).origin).toBe(origin);
      expect(origin).toMatch(/^https:/);
    }
  });
});

describe.each(languages)('in %s', (language) => {
  test('the browser gets every phrase as text, with placeholders for values known only there', () => {
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

  test('readers are told what giscus and Disqus mean for them before these load', () => {
    expect(spokenFor('giscus', language).consent).toContain('GitHub');
    expect(spokenFor('disqus', language).consent).toContain('Disqus');
  });
});

test('only one provider runs locally: COMMENTS_SERVER names a server of that kind', () => {
  const here = Object.values(providers).filter(({ runsHere }) => runsHere);
  expect(here.map(({ title }) => title)).toEqual(['Waline']);
  const server = 'http://127.0.0.1:8360';
  expect(commentsAt(server)).toEqual({ provider: 'waline', server });
  expect(originsOf(commentsAt(server))).toEqual({ 'connect-src': [server] });
});

test.each(Object.values(commentSettings))(
  'the privacy page names the operator of %o',
  (comments) => {
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
  },
);
