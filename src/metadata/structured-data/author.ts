import type { Organization, Person, ProfilePage } from 'schema-dts';
import type { AuthorCopy } from '../../schemas/author.ts';

type Author = Exclude<Person | Organization, string>;

/** An author as schema.org names one: a person or an organisation, with the address of their page. */
export const authorData = (
  { type, name }: Pick<AuthorCopy, 'type' | 'name'>,
  url: string,
): Author =>
  type === 'person' ? { '@type': 'Person', name, url } : { '@type': 'Organization', name, url };

/**
 * An author's page (schema.org ProfilePage).
 * @param url absolute, as are the pictures' addresses
 */
export const profileData = (
  author: Pick<AuthorCopy, 'type' | 'name' | 'bio' | 'role' | 'links'>,
  url: string,
  image: string | undefined,
): ProfilePage => ({
  '@type': 'ProfilePage',
  url,
  mainEntity: {
    ...authorData(author, url),
    ...(author.bio === undefined ? {} : { description: author.bio }),
    ...(author.type === 'person' && author.role !== undefined ? { jobTitle: author.role } : {}),
    ...(image === undefined ? {} : { image }),
    ...(author.links.length === 0 ? {} : { sameAs: author.links.map((link) => link.url) }),
  },
});
