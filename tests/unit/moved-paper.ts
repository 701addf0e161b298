import { createAddresses } from '../../src/addresses.ts';
import { stateRights } from '../../src/feeds/uses.ts';
import { deskHeaders } from '../../src/hosts/desk-headers.ts';
import { headerRules } from '../../src/hosts/headers.ts';
import { sortRedirects } from '../../src/hosts/redirect.ts';
import type { Served } from '../../src/hosts/served.ts';

/** What a host must know about a paper under a base path that has a desk, states its rights, and has had every kind of former address. */
export const movedPaper = (base = '/'): Served => {
  const below = (path: string): string => (path.startsWith('/') ? base + path.slice(1) : path);
  const moved: [from: string, to: string][] = [
    ['/old/', '/new/'],
    ['/No/Slash/And/CAPITALS', '/new/'],
    ['/story.html', '/new/'],
    ['/старый/адрес/', '/%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9/'],
    ['/stary%20path/caf%C3%A9/', '/new/'],
    ['/a,b;c=d@e+f/', '/new/'],
    ['/in/part/', '/new/#part'],
    ['/elsewhere/', 'https://else.example/a:b/?c=d'],
    ['/?p=123', '/new/'],
    ['/?p=99&lang=uk', '/new/uk/'],
    ['/index.php?id=7', '/seven/'],
    ['/gone/*', '/new/'],
    ['/blog/*', '/*'],
    ['/blog/drafts/*', '/archive/*'],
    ['/новини/*', '/archive/*'],
    ['/shop/*', 'https://shop.example/goods/*'],
  ];
  const origin = 'https://paper.example';
  const rights = stateRights(
    { training: 'disallow', search: 'allow', userFetch: 'allow', terms: '/ліцензія/?a="<b>' },
    createAddresses(origin, base, '/{slug}/'),
  );
  return {
    origin,
    base,
    headers: headerRules({
      httpsOnly: 'this-host',
      policy: "default-src 'none'; img-src 'self'",
      rights,
    }),
    headersApart: headerRules({ httpsOnly: 'this-host', rights }),
    desk: deskHeaders(['https://forge.example/api'], true),
    redirects: sortRedirects(moved.map(([from, to]) => [below(from), below(to)])),
    compressed: [],
  };
};

/** What a browser requests and where it must be redirected, relative to the base path; undefined for no redirect. */
export const asked: [path: string, to: string | undefined][] = [
  ['old/', 'new/'],
  ['old/?a=b', 'new/?a=b'],
  ['No/Slash/And/CAPITALS/', 'new/'],
  ['story.html', 'new/'],
  [
    '%D1%81%D1%82%D0%B0%D1%80%D1%8B%D0%B9/%D0%B0%D0%B4%D1%80%D0%B5%D1%81/',
    '%D0%BD%D0%BE%D0%B2%D1%8B%D0%B9/',
  ],
  ['stary%20path/caf%C3%A9/', 'new/'],
  ['a,b;c=d@e+f/', 'new/'],
  ['elsewhere/', 'https://else.example/a:b/?c=d'],
  ['gone/', 'new/'],
  ['gone/a/b.html', 'new/'],
  ['gone/a/?b=c', 'new/?b=c'],
  ['blog/', ''],
  ['blog/2025/02/story/', '2025/02/story/'],
  ['blog/2025/?a=b', '2025/?a=b'],
  ['blog/drafts/one/', 'archive/one/'],
  ['%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/%D1%97%D0%B6%D0%B0/', 'archive/%D1%97%D0%B6%D0%B0/'],
  ['shop/hats/', 'https://shop.example/goods/hats/'],
  ['', undefined],
  ['?q=123', undefined],
  ['new/', undefined],
  ['older/', undefined],
  ['blogger/', undefined],
];

/** The same for old addresses that differ only in their query. */
export const askedWithQuery: [path: string, to: string | undefined][] = [
  ['?p=123', 'new/'],
  ['?utm_source=x&p=123', 'new/'],
  ['?p=99&lang=uk', 'new/uk/'],
  ['?p=99', undefined],
  ['?p=12', undefined],
  ['index.php?id=7', 'seven/'],
];

/** Rests of old addresses that must never lead to another site, after a folder that keeps its rest. */
export const hostileRests = [
  ...['/evil.example/', '//evil.example/', '\\evil.example/', '/\\evil.example/', '@evil.example/'],
  ...['%2Fevil.example/', '%2F%2Fevil.example/', '%5Cevil.example/', '%5c%5Cevil.example/'],
  ...['%09/evil.example/', '%0D%0A/evil.example/', '%00/evil.example/', '%20/evil.example/'],
  ...['.//evil.example/', '..//evil.example/', 'a/..//evil.example/', '%2e%2e//evil.example/'],
  ...[':evil.example/', '.evil.example/', 'https://evil.example/', 'https:evil.example/'],
];

/** Files of the desk, from the paper's folder. */
export const deskFiles = [
  ...['desk/', 'desk/paper.json', 'desk/story.css', 'desk/preview/', 'desk/preview/index.html'],
  ...['desk/files/desk.1a2b.js', 'desk/files/icon.1a2b.svg', 'desk/files/reader.1a2b.wasm'],
];
