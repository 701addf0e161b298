/**
 * A rendered body as Astro's `render` looks for it in an entry (`rendered`). It resolves the pictures named there against
 * the entry's file.
 * @param pictures the pictures that it shows, by the names that it uses
 */
export const renderedAs = ({
  html,
  pictures,
}: {
  html: string;
  pictures: string[];
}): { html: string; metadata: { imagePaths: string[] } } => ({
  html,
  metadata: { imagePaths: pictures },
});
