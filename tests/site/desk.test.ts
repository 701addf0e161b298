import { describe, expect, test } from 'vitest';
import { printed, standsIn } from './printed.ts';
import { policyIn } from '../../src/policy/site-policy.ts';

/** The same paper without a desk and with one. */
const without = printed('one-article');
const withDesk = printed('with-desk');

const isOfDesk = (file: string): boolean => file.startsWith('/desk/');
/** What hosts read. Their rules for the desk are compared below. */
const isForHosts = (file: string): boolean => /^\/(?:_headers|vercel\.json|\.htaccess)$/.test(file);
const text = (file: string): string => withDesk.bytes(file).toString('utf8');

describe('to readers, a paper with a desk', () => {
  test('is the same files, byte for byte', () => {
    const forReaders = [...withDesk.files].filter((file) => !isOfDesk(file));
    expect(forReaders).toEqual([...without.files]);
    for (const file of forReaders.filter((one) => !isForHosts(one))) {
      expect(withDesk.bytes(file).equals(without.bytes(file)), file).toBe(true);
    }
  });

  test('is sent with the same headers: hosts only have rules for the desk in addition', () => {
    const lines = (paper: typeof without, file: string): string[] =>
      paper.bytes(file).toString('utf8').split('\n');
    for (const file of ['/_headers', '/.htaccess']) {
      const before = lines(without, file);
      const after = lines(withDesk, file);
      const added = after.splice(
        after.findIndex((line, n) => line !== before[n]),
        after.length - before.length,
      );
      expect(after, file).toEqual(before);
      expect(added.join('\n'), file).toContain('desk/');
    }
    type Rule = { source: string };
    const rules = (paper: typeof without): Rule[] =>
      (JSON.parse(paper.bytes('/vercel.json').toString('utf8')) as { headers: Rule[] }).headers;
    expect(rules(withDesk).filter(({ source }) => !isOfDesk(source))).toEqual(rules(without));
  });

  test('says nothing of it', () => {
    for (const { html, file } of withDesk.pages.filter((page) => !standsIn(page))) {
      expect(html, file).not.toContain('/desk/');
    }
    for (const file of withDesk.files) {
      if (isOfDesk(file) || !/\.(?:xml|txt|json|js|webmanifest)$/.test(file) || isForHosts(file))
        continue;
      expect(text(file), file).not.toContain('/desk/');
    }
  });
});

describe('the desk', () => {
  const page = withDesk.deskPages.find(({ path }) => path === '/desk/');
  const preview = withDesk.deskPages.find(({ path }) => path === '/desk/preview/');

  test('is a page with every file that it names', () => {
    const named = page?.$('[src], link[rel="stylesheet"]').toArray() ?? [];
    expect(named.length).toBeGreaterThan(0);
    for (const { attribs } of named) {
      const address = attribs['src'] ?? attribs['href'] ?? '';
      expect(withDesk.files, address).toContain(
        new URL(address, 'https://x.example/desk/').pathname,
      );
    }
  });

  test('carries its policy, for hosts that send no headers', () => {
    expect(policyIn(page?.html ?? '')).toContain("connect-src 'self' https://codeberg.org;");
    expect(policyIn(preview?.html ?? '')).not.toContain('script-src');
  });

  test.each(['/desk/', '/desk/preview/'])('is not for search engines: %s', (path) => {
    const found = withDesk.deskPages.find((one) => one.path === path);
    expect(found?.$('meta[name="robots"]').attr('content')).toContain('noindex');
  });

  test('has nothing inline, which its policy would refuse', () => {
    expect(page?.$('script:not([src]), style, [style]').length).toBe(0);
  });

  test('knows where the paper’s files are, and nothing that is secret', () => {
    const told = text('/desk/paper.json');
    expect(JSON.parse(told)).toMatchObject({
      backend: { name: 'gitea', repo: 'quillhaven/courier', api: 'https://codeberg.org/api/v1' },
      review: true,
      content: 'tests/fixtures/one-article/content/',
      front: 'https://quillhaven-courier.example/',
      base: '/',
    });
    expect(told).not.toMatch(/@|token|secret|password/i);
  });

  test('has the style of every element that a story may have', () => {
    for (const part of ['gallery', 'pull-quote', 'table', 'details']) {
      expect(text('/desk/story.css'), part).toContain(part);
    }
  });
});
