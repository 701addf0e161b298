import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { besideThePaper, printed } from './printed.ts';

describe.each(papers.map(({ name }) => name))('the host files of the paper %s', (name) => {
  const { files, base, bytes } = printed(name);
  const text = (file: string): string => bytes(base + file).toString('utf8');

  test('are there for every host, each where that host looks for it', () => {
    for (const file of ['_headers', '_redirects', '.htaccess', '.nojekyll', 'vercel.json']) {
      expect(files, file).toContain(base + file);
    }
    expect([...besideThePaper(name).keys()]).toEqual(
      expect.arrayContaining([
        ...['nginx/http.conf', 'nginx/map-hash.conf', 'nginx/server.conf'],
        ...['caddy/paper.caddyfile', 'cloudfront/request.js', 'cloudfront/response.js'],
        'cloudfront/response-headers-policy.json',
      ]),
    );
  });

  test('are not public if they are for servers', () => {
    expect([...files].filter((file) => /\.conf$|caddyfile$|cloudfront/i.test(file))).toEqual([]);
  });

  test('set the same headers everywhere', () => {
    const beside = besideThePaper(name);
    for (const said of [
      ...[text('_headers'), text('.htaccess'), text('vercel.json')],
      ...[beside.get('nginx/server.conf'), beside.get('caddy/paper.caddyfile')],
    ]) {
      for (const header of [
        ...['Strict-Transport-Security', 'X-Content-Type-Options', 'X-Frame-Options'],
        ...['Referrer-Policy', 'Permissions-Policy', 'Cross-Origin-Opener-Policy'],
        ...['Cross-Origin-Resource-Policy', 'Cache-Control'],
      ]) {
        expect(said).toContain(header);
      }
    }
  });

  test('contain the base path, but no local paths', () => {
    expect(text('_headers').startsWith(`${base}*\n`)).toBe(true);
    expect(text('.htaccess')).toContain(`ErrorDocument 404 ${base}404.html`);
    for (const [file, said] of besideThePaper(name)) expect(said, file).not.toContain('.test/');
  });
});

describe('a story that has moved six times', () => {
  const { bytes, redirects } = printed('hostile');
  const moved = '/2025/01/19/moved-often/';

  test('is found at each of its old addresses, both by rules and by redirect pages', () => {
    const rules = bytes('/_redirects').toString('utf8').split('\n');
    const pages = redirects.map(({ file }) => `/${file}`);
    for (const [old, page] of [
      ['/old/2019/story.html', '/old/2019/story.html'],
      [
        '/%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9/%D0%B0%D0%B4%D1%80%D0%B5%D1%81/',
        '/старый/адрес/index.html',
      ],
      ['/stary%20path/caf%C3%A9/', '/stary path/café/index.html'],
      ['/No/Slash/And/CAPITALS/', '/No/Slash/And/CAPITALS/index.html'],
      ['/2025/02/14/moved-often-before/', '/2025/02/14/moved-often-before/index.html'],
    ]) {
      expect(rules).toContain(`${old ?? ''} ${moved} 301`);
      expect(pages).toContain(page);
    }
  });

  test('is found by its old query on hosts that support queries', () => {
    expect(bytes('/.htaccess').toString('utf8')).toContain('(?:^|&)p=12(?:&|$)');
    expect(besideThePaper('hostile').get('nginx/http.conf')).toContain(
      `"/index.php?p=12" "${moved}";`,
    );
  });
});
