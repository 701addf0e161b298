import { createAddresses } from '../../src/addresses.ts';
import type { Article } from '../../src/edition/article.ts';
import type { Catalogue } from '../../src/edition/catalogue.ts';
import { almanacFor } from '../../src/language/almanac.ts';
import { wordsFor } from '../../src/language/words.ts';
import { listsOf } from '../../src/lists/registry.ts';

export const addresses = createAddresses('https://news.example', '/paper/', '/{yyyy}/{mm}/{slug}/');

/** The lists of a British paper. */
export const listsIn = (catalogue: Catalogue<Article>) =>
  listsOf({
    catalogue,
    addresses,
    words: wordsFor('en-GB'),
    almanac: almanacFor('en-GB'),
    paper: { name: 'The paper', tagline: 'News.' },
  });
