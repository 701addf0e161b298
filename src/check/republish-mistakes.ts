import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { Publication } from '../schemas/publication.ts';

/**
 * Finds stories that are offered for others to publish although the paper may not give them away: those of another source,
 * those that are paid for, and any while no licence is set.
 */
export const republishMistakes = (
  { articles }: Pick<Copy, 'articles'>,
  publication: Pick<Publication, 'rights'> | undefined,
): Mistake[] =>
  articles.flatMap(({ shown: file, data: { republish, source, kind } }): Mistake[] => {
    if (!republish) return [];
    const mistake = (found: string, expected: string, fix: string): Mistake[] => [
      { file, field: 'republish', found, expected, fix },
    ];
    if (source !== undefined) {
      return mistake(
        `true, on a story from ${source.name}`,
        'a story of your own',
        'Remove `republish`: the rights are those of the source. Or remove `source`, if the story is yours.',
      );
    }
    if (traitsOf(kind).paid) {
      return mistake(
        'true, on a story that is paid for',
        'a story that nobody paid for',
        'Remove `republish`, or correct `kind`.',
      );
    }
    return publication && publication.rights?.republish === undefined
      ? mistake(
          'true, without a licence',
          'a licence in `rights.republish` of the publication file',
          'Set `rights: { republish: { licence, url } }` there, or remove `republish`.',
        )
      : [];
  });
