import type { NewsMediaOrganization, SearchAction, WebSite } from 'schema-dts';

/** What a search action has besides schema.org's own properties (schema.org/docs/actions.html). */
interface QueryAction {
  'query-input': string;
}

/**
 * The paper as a site (schema.org WebSite), with its search.
 * @param search the absolute address of the search page
 */
export const siteData = (
  site: { name: string; description: string; url: string; inLanguage: string },
  search: string,
  publisher: NewsMediaOrganization,
): WebSite => {
  const action: SearchAction & QueryAction = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
    'query-input': 'required name=query',
  };
  return { '@type': 'WebSite', ...site, publisher, potentialAction: action };
};
