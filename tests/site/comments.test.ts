import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { localAddress } from '../../comments-server/address.ts';
import { leadArticle, printed, type PrintedPage } from './printed.ts';

const section = '[data-comments="section"]';
const scriptsOf = (name: string): string[] =>
  [...printed(name).files].filter((file) => /\/reply\.[^/]*$/.test(file));
const articlesOf = (name: string): PrintedPage[] =>
  printed(name).pages.filter(({ $ }) => $('article.story').length > 0);
const weight = (html: string): number => gzipSync(html, { level: 9 }).length;

describe('without comments', () => {
  test('every article says that they are closed, and there is no script for them', () => {
    expect(scriptsOf('home')).toEqual([]);
    for (const { $, path } of articlesOf('home')) {
      expect($(`${section} p`).text(), path).toBe('Comments are closed.');
      expect($(`${section} script, a[href="#leave-a-reply"]`).length, path).toBe(0);
    }
  });
});

describe('with comments on a server', () => {
  const articles = articlesOf('sub-folder');
  const lead = printed('sub-folder').page(`/paper${leadArticle}`);

  test('every article links to them from its header, and says how they load', () => {
    for (const { $, path } of articles) {
      expect($('a[href="#leave-a-reply"][data-comments="count"]').text(), path).toBe(
        'Leave a reply',
      );
      expect($(`${section} h2#leave-a-reply`).length, path).toBe(1);
      expect($(section).text(), path).toContain('Comments load here when JavaScript is on.');
      expect($(`${section} a`).attr('href'), path).toBe('?');
    }
  });

  test('there is one script and one stylesheet, which articles name and no page loads', () => {
    const files = scriptsOf('sub-folder');
    expect(files.map((file) => file.replace(/^.*\.(\w+)$/, '$1'))).toEqual(['css', 'js']);
    for (const { $, path } of articles) {
      const named = /load\(.*`([^`]+)`\)/.exec($(`${section} script`).text())?.[1];
      expect(files, path).toContain(named);
    }
  });

  test('the server’s address is only in that script and in the policy', () => {
    const [, script = ''] = scriptsOf('sub-folder');
    expect(printed('sub-folder').bytes(script).toString()).toContain(localAddress);
    const exposed = printed('sub-folder').pages.filter(({ html }) =>
      html.replace(/<meta http-equiv[^>]*>/, '').includes(localAddress),
    );
    expect(exposed.map(({ path }) => path)).toEqual([]);
  });

  test('an article grows by less than 250 bytes, including its policy', () => {
    const without = lead.html
      .replace(/<div data-comments=room>.*?<\/script>/s, '<p>Comments are closed.</p>')
      .replace(/<span>\s*<a href=#leave-a-reply .*?<\/span>/s, '');
    expect(without).not.toContain('IntersectionObserver');
    const growth = weight(lead.html) - weight(without);
    expect(growth).toBeLessThan(250);
    expect(growth).toBeGreaterThan(50);
  });

  test('inline scripts stay under 1 KB a page', () => {
    for (const { $, path } of articles) {
      const run = $('script:not([type="application/ld+json"])');
      expect(run.text().length, path).toBeLessThanOrEqual(1024);
    }
  });
});

describe('with a provider that loads only on request', () => {
  const articles = articlesOf('hostile');

  test('the script has its settings, whatever they contain, and no other provider’s code', () => {
    const [, script = ''] = scriptsOf('hostile');
    const code = printed('hostile').bytes(script).toString();
    expect(code).toContain('giscus');
    expect(code).not.toMatch(/disqus|remark_config|isso|\/api\/comment/);
  });

  test('readers can write a letter without any script', () => {
    for (const { $, path } of articles.filter(({ $ }) => $(section).length > 0)) {
      expect($(`${section} a[href^="mailto:"]`).attr('href'), path).toBe(
        'mailto:letters+complaints@hostile.example',
      );
    }
  });

  test('the thread that a story names is used as written', () => {
    const named = articles
      .map(({ $ }) => $(section).attr('data-thread'))
      .filter((thread) => thread !== undefined);
    expect(named).toEqual(['/?p=1&a="><script>document.title=1</script>']);
  });

  test('a story without comments has no section and no link to one', () => {
    const closed = articles.filter(({ $ }) => $(section).length === 0);
    expect(closed.length).toBeGreaterThan(0);
    for (const { $, path } of closed) {
      expect($('a[href="#leave-a-reply"]').length, path).toBe(0);
    }
  });
});
