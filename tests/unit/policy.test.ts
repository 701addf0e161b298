import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { inlineOf } from '../../src/policy/inline.ts';
import { mergeOrigins } from '../../src/policy/origins.ts';
import { policyIn, sitePolicy } from '../../src/policy/site-policy.ts';
import { policyFor, withLoaders, withPolicy } from '../../src/policy/policy.ts';

const require = createRequire(import.meta.url);
const { CspEvaluator } = require('csp_evaluator/dist/evaluator.js') as {
  CspEvaluator: new (csp: unknown) => { evaluate: () => { severity: number }[] };
};
const { CspParser } = require('csp_evaluator/dist/parser.js') as {
  CspParser: new (policy: string) => { csp: unknown };
};
const { Severity } = require('csp_evaluator/dist/finding.js') as {
  Severity: { INFO: number };
};

/** The SHA-256 of "alert(1)", as browsers print it. */
const alertOne = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

describe('what stands in a page', () => {
  test('is named by the hash that browsers compute', () => {
    expect(inlineOf('<script>alert(1)</script><style>alert(1)</style>')).toEqual({
      scripts: [alertOne],
      styles: [alertOne],
    });
  });

  test.each([
    ['a module', '<script type="module">alert(1)</script>', 1],
    ['rules for speculation', '<script type="speculationrules">alert(1)</script>', 1],
    ['data', '<script type="application/ld+json">alert(1)</script>', 0],
    ['a script of its own file', '<script src="/a.js"></script>', 0],
    ['words about scripts', '<p>&lt;script>alert(1)&lt;/script></p>', 0],
  ])('counts %s as it should', (_, html, count) => {
    expect(inlineOf(html).scripts).toHaveLength(count);
  });
});

describe('a policy', () => {
  const inline = { scripts: [alertOne], styles: ["'sha256-x'"] };

  test('of a page that loads nothing lets through what stands in it, and the paper’s own pictures', () => {
    expect(policyFor(inline)).toBe(
      `default-src 'none';img-src 'self';font-src 'self';form-action 'self';` +
        `script-src ${alertOne};style-src 'sha256-x';manifest-src 'self';base-uri 'none'`,
    );
  });

  test('never lets through what is not named, inline or evaluated', () => {
    const origins = { 'script-src': ['https://a.example'], 'frame-src': ['https://b.example'] };
    for (const policy of [policyFor(inline), policyFor(inline, origins)]) {
      expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|data:|https?:(?!\/\/)/);
    }
  });

  test('adds what a part declares, once, and trust in what its script loads', () => {
    const comments = { 'script-src': ["'self'"], 'connect-src': ['https://c.example'] };
    const search = { 'connect-src': ['https://c.example', "'self'"] };
    const policy = policyFor(inline, comments, search);
    expect(policy).toContain(`script-src 'self' 'strict-dynamic' ${alertOne};`);
    expect(policy).toContain(`connect-src https://c.example 'self'`);
  });

  test.each([
    ['alone', []],
    ['with comments', [{ 'script-src': ["'self'"], 'connect-src': ['https://c.example'] }]],
    [
      'with search',
      [{ 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"] }],
    ],
  ])('%s gives Google’s evaluator nothing to find above a remark', (_, needs) => {
    const findings = new CspEvaluator(new CspParser(policyFor(inline, ...needs)).csp).evaluate();
    expect(findings.filter(({ severity }) => severity < Severity.INFO)).toEqual([]);
  });
});

test('needs of several parts are merged without repetition', () => {
  expect(
    mergeOrigins({ 'img-src': ['a', 'b'] }, {}, { 'img-src': ['b', 'c'], 'frame-src': ['d'] }),
  ).toEqual({ 'img-src': ['a', 'b', 'c'], 'frame-src': ['d'] });
});

test('a script of its own file is loaded by one that the policy knows', () => {
  const html = withLoaders('<p>a</p><script type="module" src="/_astro/a.js"></script>');
  expect(html).not.toMatch(/<script[^>]+src/);
  expect(html).toContain("src:'/_astro/a.js'");
  expect(inlineOf(html).scripts).toHaveLength(1);
});

describe('the policy of a whole paper', () => {
  const one = policyFor({ scripts: ["'sha256-b'"], styles: ["'sha256-x'"] });
  const other = policyFor(
    { scripts: ["'sha256-a'"], styles: ["'sha256-x'"] },
    { 'script-src': ["'self'"], 'connect-src': ['https://c.example'] },
  );

  test('lets through what any page needs, and no frame around it', () => {
    expect(sitePolicy([one, other, one])).toBe(
      "default-src 'none';img-src 'self';font-src 'self';form-action 'self';" +
        "script-src 'self' 'sha256-a' 'sha256-b' 'strict-dynamic';style-src 'sha256-x';" +
        "manifest-src 'self';base-uri 'none';connect-src https://c.example;frame-ancestors 'none'",
    );
  });

  test('is read from the pages', () => {
    expect(policyIn(withPolicy('<head><meta charset="utf-8">', one))).toBe(one);
    expect(policyIn('<head><meta charset="utf-8">')).toBeUndefined();
  });
});

test('a page carries its policy before anything that it governs', () => {
  const html = '<html><head><meta charset="utf-8"> <title>x</title><script>alert(1)</script>';
  expect(withPolicy(html, "default-src 'none'")).toBe(
    `<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"> <title>x</title><script>alert(1)</script>`,
  );
});
