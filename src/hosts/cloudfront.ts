import { readFileSync } from 'node:fs';
import { partHeaders, pathPattern } from './headers.ts';
import { wholeTypes } from './media-types.ts';
import type { Redirects } from './redirect.ts';
import { type Files, nameOf, type Served } from './served.ts';

const source = (file: string): string =>
  readFileSync(new URL(`cloudfront/${file}`, import.meta.url), 'utf8');

const set = (code: string, name: string, value: string): string => {
  const line = new RegExp(`^const ${name} = .*;$`, 'm');
  if (!line.test(code)) throw new Error(`The CloudFront function has no line for ${name}.`);
  return code.replace(line, () => `const ${name} = ${value};`);
};

const joined = (query: Redirects['queried'][number]['query']): string =>
  query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

/**
 * Keys are in lower case, as the function looks them up. A folder's key ends in `/*`; a value that keeps the rest in
 * `*`.
 */
const storeOf = ({ exact, queried, folders }: Redirects): { key: string; value: string }[] => [
  ...folders.map(({ path, to, keepsRest }) => ({
    key: `${path.toLowerCase()}/*`,
    value: keepsRest ? `${to}*` : to,
  })),
  ...queried.map(({ path, query, to }) => ({
    key: `${path.toLowerCase()}?${joined(query)}`,
    value: to,
  })),
  ...exact.map(({ path, to }) => ({ key: path.toLowerCase(), value: to })),
];

/** The headers that the API accepts only in `SecurityHeadersConfig`. */
const securityHeaders = (same: ReadonlyMap<string, string>): Record<string, unknown> => {
  const Override = true;
  const transport = same.get('Strict-Transport-Security') ?? '';
  return {
    StrictTransportSecurity: {
      Override,
      AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(transport)?.[1]),
      IncludeSubdomains: transport.includes('includeSubDomains'),
      Preload: transport.includes('preload'),
    },
    ContentTypeOptions: { Override },
    FrameOptions: { Override, FrameOption: same.get('X-Frame-Options') },
    ReferrerPolicy: { Override, ReferrerPolicy: same.get('Referrer-Policy') },
    ContentSecurityPolicy: {
      Override,
      ContentSecurityPolicy: same.get('Content-Security-Policy'),
    },
  };
};

const securityHeaderNames = [
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
  'Content-Security-Policy',
];

/**
 * What an S3 bucket behind CloudFront needs: a response headers policy, a viewer-request function that redirects old
 * addresses and finds a folder's index page, a viewer-response function, and, if there are redirects, the file that a
 * key value store is imported from.
 */
export const cloudfront = (served: Served): Files => {
  const { base, headers, desk, redirects } = served;
  const { same, varying } = partHeaders(headers);
  const data = storeOf(redirects);
  const queries = [
    ...new Set(redirects.queried.map(({ query }) => query.map(([name]) => name).join('&'))),
  ].map((names) => names.split('&'));
  const rule = (name: string, value: string, paths: readonly string[]) => ({
    name: name.toLowerCase(),
    pattern: pathPattern(paths, base),
    value,
  });
  const rules = [
    // The function runs after the response headers policy, and so has the last word.
    ...desk
      .toReversed()
      .flatMap(({ paths, headers: ofDesk }) =>
        Object.entries(ofDesk).map(([name, value]) => rule(name, value, paths)),
      ),
    ...varying.flatMap(({ name, value, narrower }) =>
      [...narrower, { paths: ['*'], value }].map(({ paths, value: other }) =>
        rule(name, other, paths),
      ),
    ),
  ];
  let request = source('request.js');
  if (data.length > 0) request = set(request, 'store', 'cf.kvs()');
  request = set(set(request, 'base', JSON.stringify(base)), 'queries', JSON.stringify(queries));
  const response = set(
    set(source('response.js'), 'rules', JSON.stringify(rules)),
    'types',
    JSON.stringify(wholeTypes),
  );
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  return {
    'cloudfront/request.js': request,
    'cloudfront/response.js': response,
    'cloudfront/response-headers-policy.json': json({
      Name: nameOf(served).replaceAll('_', '-'),
      SecurityHeadersConfig: securityHeaders(new Map(same)),
      CustomHeadersConfig: {
        Quantity: same.filter(([name]) => !securityHeaderNames.includes(name)).length,
        Items: same
          .filter(([name]) => !securityHeaderNames.includes(name))
          .map(([Header, Value]) => ({ Header, Value, Override: true })),
      },
    }),
    ...(data.length > 0 ? { 'cloudfront/redirects.json': `${JSON.stringify({ data })}\n` } : {}),
  };
};
