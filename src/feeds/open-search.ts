import { withoutControlCharacters as clean } from './item.ts';
import { writeXml } from './xml.ts';

/** The file that says how the paper is searched, beside the front page, and its media type. */
export const openSearchFile = 'opensearch.xml';
export const openSearchType = 'application/opensearchdescription+xml';

/** The most characters of a short name (OpenSearch 1.1, 4.2). */
const shortLength = 16;

/** The beginning of a name, by whole words if there are any: `The Kyiv Courier` stays as it is. */
const shortened = (name: string): string => {
  const letters = Array.from(name);
  if (letters.length <= shortLength) return name;
  const cut = letters.slice(0, shortLength + 1).join('');
  const words = cut.slice(0, cut.lastIndexOf(' ') + 1).trim();
  return words || letters.slice(0, shortLength).join('');
};

/**
 * Writes the description of the paper's search (OpenSearch 1.1), with which browsers offer to search it from the address
 * bar.
 * @param search the absolute address of the search page
 * @param icon the absolute address of its icon
 */
export const writeOpenSearch = (
  {
    name,
    shortName,
    tagline,
    language,
  }: Record<'name' | 'tagline' | 'language', string> & {
    shortName?: string | undefined;
  },
  { search, icon, self }: Record<'search' | 'icon' | 'self', string>,
): string =>
  writeXml({
    OpenSearchDescription: {
      '@xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: clean(shortened(shortName ?? name)),
      Description: clean(tagline),
      Language: language,
      InputEncoding: 'UTF-8',
      Image: { '@width': 16, '@height': 16, '@type': 'image/x-icon', '#text': icon },
      Url: [
        { '@type': 'text/html', '@template': `${search}?q={searchTerms}` },
        { '@type': openSearchType, '@rel': 'self', '@template': self },
      ],
    },
  });
