/** A rendered body, and the pictures that it shows, as it names them. */
export interface RenderedBody {
  markdown: string;
  html: string;
  pictures: string[];
}

/**
 * An entry with a body that Astro's data store does not hold. Astro's `render` asks an entry for `rendered`, and resolves
 * the pictures named there against the entry's file.
 */
export const withBody = <Entry extends object>(
  entry: Entry,
  { markdown, html, pictures }: RenderedBody,
): Entry => ({ ...entry, body: markdown, rendered: { html, metadata: { imagePaths: pictures } } });
