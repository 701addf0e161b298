import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

describe('a paper with offline reading', () => {
  const { page, pages } = printed('offline');

  test('says on its privacy page what is stored on a reader’s device', () => {
    const { $ } = page('/paper/privacy/');
    expect($('#kept-on-your-device + p').text()).toContain('the last 30 stories');
  });

  test('allows only its own service worker on every page', () => {
    for (const { path, $ } of pages) {
      expect($('script[data-worker]').attr('data-worker'), path).toBe('/paper/sw.js');
      expect($('meta[http-equiv]').attr('content'), path).toContain("worker-src 'self'");
    }
  });

  test('keeps the front page and stories, and no other pages', () => {
    const asks = pages.filter(({ $ }) => $('script[data-keep]').length > 0);
    const wanted = pages.filter(
      ({ path, $ }) =>
        path === '/paper/' || $('meta[property="og:type"][content="article"]').length > 0,
    );
    expect(asks.length).toBeGreaterThan(10);
    expect(asks.map(({ path }) => path)).toEqual(wanted.map(({ path }) => path));
  });

  test('hides the offline page from search engines', () => {
    expect(page('/paper/offline/').$('meta[name="robots"]').attr('content')).toContain('noindex');
  });
});

test('a paper without offline reading has no trace of it, except the file that removes the worker', () => {
  const { pages, files, bytes } = printed('home');
  const traces = [...files].filter((file) => /^\/(?:sw\.js|offline)/.test(file));
  expect(traces).toEqual(['/sw.js']);
  expect(bytes('/sw.js').toString()).toContain('unregister');
  expect(pages.filter(({ $ }) => $('[data-worker]').length > 0)).toEqual([]);
});
