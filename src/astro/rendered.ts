/** A rendered body, and the pictures that it shows, by the names that it uses. */
export interface RenderedBody {
  markdown: string;
  html: string;
  pictures: string[];
}

/** What Astro keeps of a rendered body in its data store. */
interface Rendered {
  html: string;
  metadata?: Record<string, unknown> & { imagePaths?: string[] };
}

/**
 * What Astro's data store notes of a body: only what it links to, which decides more pages than show it.
 * @param links addresses on this site
 */
export const withLinks = (links: readonly string[]): { rendered: Rendered } => ({
  rendered: { html: '', metadata: { links } },
});

/**
 * Adds to an entry a body that is not in Astro's data store. Astro's `render` reads the entry's `rendered`, and
 * resolves the pictures named there against the entry's file.
 */
export const withBody = <Entry extends object>(
  entry: Entry,
  { markdown, html, pictures }: RenderedBody,
): Entry => ({ ...entry, body: markdown, rendered: { html, metadata: { imagePaths: pictures } } });

/**
 * The same for a body that is read when something first shows it.
 * @param read called whenever something of the body is asked for
 */
export const withBodyOf = <Entry extends object>(entry: Entry, read: () => RenderedBody): Entry =>
  Object.defineProperties(
    { ...entry },
    {
      links: { value: (entry as { rendered?: Rendered }).rendered?.metadata?.['links'] ?? [] },
      body: { get: () => read().markdown },
      rendered: {
        get: () => {
          const { html, pictures } = read();
          return { html, metadata: { imagePaths: pictures } };
        },
      },
    },
  );

/** What the body of such an entry links to, which is known without reading it. */
export const linksOf = (entry: object): readonly string[] =>
  (entry as { links?: readonly string[] }).links ?? [];
