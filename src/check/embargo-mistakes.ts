import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import type { Scope } from '../edition/public.ts';

/** An embargo that ends after its story is to be published. */
const contradictions = ({ articles }: Copy) =>
  articles.flatMap(({ shown: file, data: { draft, published, embargo } }) =>
    !draft && embargo !== undefined && Date.parse(embargo) > Date.parse(published)
      ? [{ file, published, embargo }]
      : [],
  );

/**
 * Finds the stories that an edition for readers would have printed before their embargo ends, because `published` has
 * come: somebody has agreed to a moment and typed another, and only they can say which of the two is right. While
 * `published` is still to come, such a story is held, and what will stop the build then is a warning. An edition with
 * drafts prints them on purpose, and says so.
 */
export const embargoMistakes = (
  copy: Copy,
  { moment, withDrafts = false }: Scope,
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  const found = withDrafts ? [] : contradictions(copy);
  const isDue = ({ published }: { published: string }): boolean =>
    Date.parse(published) <= moment.getTime();
  return {
    mistakes: found
      .filter((one) => isDue(one) && Date.parse(one.embargo) > moment.getTime())
      .map(({ file, published, embargo }) => ({
        file,
        field: 'published',
        found: `${published}, while the story is embargoed until ${embargo}`,
        expected: 'a moment at which the embargo has ended',
        fix: `Set \`published\` to ${embargo} or later, or correct \`embargo\` if it was lifted.`,
      })),
    warnings: found
      .filter((one) => !isDue(one))
      .map(({ file, published, embargo }) => ({
        file,
        field: 'published',
        found: `${published}, before the story's embargo ends at ${embargo}`,
        expected: 'a moment at which the embargo has ended',
        fix: `Set \`published\` to ${embargo} or later: otherwise no edition can be built between the two.`,
      })),
  };
};
