import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../../src/addresses.ts';
import { publicationMistakes } from '../../../src/check/publication-mistakes.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import { ownPlaces } from '../../../src/lists/own-addresses.ts';
import { type PublicationCopy, publicationSchema } from '../../../src/schemas/publication.ts';
import { copyOf } from '../copy.ts';

const paper = (more: Partial<PublicationCopy>) =>
  publicationSchema.parse({
    name: 'The Paper',
    tagline: 'All of it',
    url: 'https://paper.example',
    language: 'en-GB',
    timeZone: 'Europe/Kyiv',
    publisher: { name: 'The Press', logo: 'logo.png' },
    ...more,
  });
const withDesk = paper({ desk: { backend: { name: 'github', repo: 'press/paper' } } });

describe('the address of the desk', () => {
  const owners = (publication: typeof withDesk) =>
    ownPlaces({
      copy: copyOf({}),
      addresses: createAddresses('https://paper.example', '/news/', '/{slug}/'),
      publication,
      moment: new Date(0),
    }).owned.filter(([address]) => address === '/news/desk/');

  test('is taken, so that a page of that name is a mistake', () => {
    expect(owners(withDesk)).toEqual([['/news/desk/', 'the desk']]);
  });

  test('is free in a paper without one', () => {
    expect(owners(paper({}))).toEqual([]);
  });
});

test('content that is not in the paper’s folder cannot be changed by its desk', async () => {
  const known = {
    articles: new Set(''),
    sections: new Set(''),
    authors: new Set(''),
    pages: new Set(''),
  };
  const judge = () => Promise.resolve({ mistakes: [], picture: undefined });
  const switches = { ...readSwitches({}), paperDir: '/home/press/paper' };
  const found = async (publication: typeof withDesk, contentDir: string) =>
    publicationMistakes(publication, { ...switches, contentDir }, known, judge);

  expect(await found(withDesk, '/home/press/paper/content')).toEqual([]);
  expect(await found(withDesk, '/home/press/content')).toMatchObject([{ field: 'CONTENT_DIR' }]);
  expect(await found(paper({}), '/home/press/content')).toEqual([]);
});
