import { linksIn } from './links.ts';
import { fileKey, isRelative, mayBeTaken } from './take-along.ts';

/**
 * What a link to a file beside a text may begin with, in Markdown, by reference and in HTML: an address that neither has a
 * scheme nor begins with a slash or a hash. Nearly all texts have none, and need not be read for it.
 */
const mayLinkToFile = /\](?:\(|:)\s*<?(?!\s*(?:[a-z][a-z\d+.-]*:|[/#]))|<a\s/i;

/** The addresses in a text that lead to files beside it which readers may take along, as written. */
export const addressesBeside = (body: string): string[] =>
  mayLinkToFile.test(body)
    ? linksIn(body)
        .map(({ address }) => address)
        .filter((address) => isRelative(address) && mayBeTaken(fileKey(address)))
    : [];
