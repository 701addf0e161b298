import { addresses, publication } from './edition.ts';
import { iconNames } from '../metadata/icon-names.ts';
import { publisherData } from '../metadata/structured-data/publisher.ts';

/** The publisher's structured data, for the front page and every story. */
export const publisher = publisherData({
  publisher: publication.publisher,
  url: addresses.absolute(addresses.front),
  logo: addresses.absolute(addresses.file(iconNames.large)),
  logoSize: 512,
  page: (id) => addresses.absolute(addresses.page(id)),
});
