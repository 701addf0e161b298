import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { rootFiles } from '../../src/feeds/root-files.ts';
import { wholeTypes } from '../../src/hosts/media-types.ts';
import { authorSchema } from '../../src/schemas/author.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { z } from 'zod';

interface Description {
  OpenSearchDescription: {
    ShortName: string;
    Description: string;
    Url: { '@type': string; '@template': string }[];
  };
}
const described = (name: string, more: object = {}) => {
  const publication = publicationSchema.parse({
    name,
    tagline: 'Все & <b>усе</b>',
    url: 'https://news.example',
    language: 'uk',
    timeZone: 'Europe/Kyiv',
    publisher: { name: 'Press', logo: 'logo.png' },
    ...more,
  });
  const addresses = createAddresses('https://news.example', '/paper/', '/{slug}/');
  const text = rootFiles(publication, addresses, new Date()).get('opensearch.xml') ?? '';
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });
  return (parser.parse(text) as Description).OpenSearchDescription;
};

test('browsers learn where the paper is searched, under its base path', () => {
  expect(described('Вісник').Url.map((url) => [url['@type'], url['@template']])).toEqual([
    ['text/html', 'https://news.example/paper/search/?q={searchTerms}'],
    ['application/opensearchdescription+xml', 'https://news.example/paper/opensearch.xml'],
  ]);
  expect(wholeTypes['opensearch.xml']).toContain('application/opensearchdescription+xml');
});

test.each([
  ['Вісник Тихої Балки', {}, 'Вісник Тихої'],
  ['The Kyiv Courier', {}, 'The Kyiv Courier'],
  ['بريد نخلون', {}, 'بريد نخلون'],
  ['Kyiv Independent Courier', { shortName: 'Courier' }, 'Courier'],
  ['Donaudampfschifffahrtsblatt', {}, 'Donaudampfschiff'],
])('the name %s fits into the 16 characters of the standard', (name, more, short) => {
  expect(described(name, more).ShortName).toBe(short);
});

test.each([
  'jane@social.example',
  '@jane',
  '@jane@social',
  '@jane@social.example/x',
  '@a b@c.example',
  '"><script>',
])('an author’s account may not be %s', (fediverse) => {
  const author = { name: 'Jane', type: 'person', fediverse };
  expect(authorSchema(z.string()).safeParse(author).success).toBe(false);
});

test('an author’s account is a name and a server', () => {
  const author = { name: 'Jane', type: 'person', fediverse: ' @jane.d-o_e@social.example ' };
  expect(authorSchema(z.string()).parse(author).fediverse).toBe('@jane.d-o_e@social.example');
});
