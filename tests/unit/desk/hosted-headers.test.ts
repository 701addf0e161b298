import { expect, test } from 'vitest';
import { deskHeaders } from '../../../src/hosts/desk-headers.ts';
import { headerRules, headersOf } from '../../../src/hosts/headers.ts';
import { hostFiles } from '../../../src/hosts/host-files.ts';
import { forgeAddresses } from '../../../src/policy/desk-policy.ts';
import { movedPaper } from '../moved-paper.ts';

const forge = { api: 'https://api.forge.example/v4', site: 'https://forge.example' };

const at = (path: string, more: { appId?: string; opensWindows?: boolean } = {}) => {
  const rules = deskHeaders(forgeAddresses({ ...forge, ...more }), more.opensWindows ?? false);
  return headersOf(path, [...headerRules({ httpsOnly: 'this-host' }), ...rules], '/');
};

/** The sources that a policy allows for one directive. */
const allowed = (directive: string, policy = ''): string[] =>
  policy
    .split(';')
    .map((part) => part.split(' '))
    .find(([name]) => name === directive)
    ?.slice(1) ?? [];

test('the desk may run its own scripts and talk to its own forge, and nothing else', () => {
  const policy = at('/desk/')['Content-Security-Policy'];
  expect(allowed('default-src', policy)).toEqual(["'none'"]);
  expect(allowed('script-src', policy)).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(allowed('style-src', policy)).toEqual(["'self'"]);
  expect(allowed('connect-src', policy)).toEqual(["'self'", 'https://api.forge.example']);
  expect(allowed('frame-ancestors', policy)).toEqual(["'none'"]);
});

test('only a desk that signs in with a code may ask the forge’s site for a token', () => {
  const policy = at('/desk/', { appId: 'app' })['Content-Security-Policy'];
  expect(allowed('connect-src', policy)).toContain('https://forge.example');
});

test('no script runs in the frame that shows stories, and only the desk can show it', () => {
  const { 'Content-Security-Policy': policy, 'X-Frame-Options': framing } = at('/desk/preview/');
  expect(allowed('script-src', policy)).toEqual([]);
  expect(allowed('default-src', policy)).toEqual(["'none'"]);
  expect(allowed('sandbox', policy)).not.toContain('allow-scripts');
  expect(allowed('frame-ancestors', policy)).toEqual(["'self'"]);
  expect(framing).toBe('SAMEORIGIN');
});

test('files named after their content are kept for a year, the page and its settings are not', () => {
  expect(at('/desk/files/desk.1a2b.js')['Cache-Control']).toContain('immutable');
  for (const path of ['/desk/', '/desk/paper.json']) {
    expect(at(path)['Cache-Control'], path).toBe('public, max-age=0, must-revalidate');
  }
});

test('a proxy that signs people in may answer from a window of its own', () => {
  expect(at('/desk/')['Cross-Origin-Opener-Policy']).toBe('same-origin');
  const { 'Cross-Origin-Opener-Policy': opener } = at('/desk/', { opensWindows: true });
  expect(opener).toBe('unsafe-none');
});

test.each(['/', '/about/', '/desktop/', '/2025/02/desk/', '/robots.txt', '/_astro/a.png'])(
  'the desk changes no header of %s',
  (path) => {
    expect(at(path)).toEqual(headersOf(path, headerRules({ httpsOnly: 'this-host' }), '/'));
  },
);

test('without a desk, no host reads anything about one', () => {
  const { root, paper, outside } = hostFiles({ ...movedPaper(), desk: [] });
  for (const [name, text] of Object.entries({ ...root, ...paper, ...outside })) {
    expect(text, name).not.toMatch(/desk|X-Robots-Tag/i);
  }
});
