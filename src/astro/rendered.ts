/** A rendered body, and the pictures that it shows, by the names that it uses. */
export interface RenderedBody {
  markdown: string;
  html: string;
  pictures: string[];
}

/**
 * Adds to an entry a body that is not in Astro's data store. Astro's `render` reads the entry's `rendered`, and
 * resolves the pictures named there against the entry's file.
 */
export const withBody = <Entry extends object>(
  entry: Entry,
  { markdown, html, pictures }: RenderedBody,
): Entry => ({ ...entry, body: markdown, rendered: { html, metadata: { imagePaths: pictures } } });
