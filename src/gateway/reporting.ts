import { addresses, edition, publication } from './edition.ts';

const { methodology, ai } = publication.publisher.policies;

/** The pages that say how the paper works, and what it uses AI for, below what a story says of it. */
export const reportingPages = [methodology, ai].flatMap((id) =>
  edition.pages
    .filter((page) => page.id === id)
    .map(({ title }) => ({ title, url: addresses.page(id ?? '') })),
);
