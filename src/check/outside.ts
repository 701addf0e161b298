import type { Entry } from '../copy/read-entry.ts';

/** Fields that change neither an address nor anything else that other files depend on. */
const ownFields: ReadonlySet<string> = new Set([
  ...['headline', 'standfirst', 'leadImage', 'dateline', 'source', 'updated', 'mustRead'],
  ...['related', 'ads', 'comments', 'description', 'bio', 'role', 'picture', 'links'],
  ...['kicker', 'keyPoints', 'ageNotice', 'reporting'],
]);

/** What other files, and the addresses of the paper, depend on in an entry. */
export const outside = (
  entry: Pick<Entry<object>, 'id' | 'data'> | undefined,
  isFaulty: boolean,
): string =>
  entry
    ? JSON.stringify([
        entry.id,
        isFaulty,
        ...Object.entries(entry.data).filter(([name]) => !ownFields.has(name)),
      ])
    : '';
