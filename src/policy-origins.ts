/** The directives of a Content Security Policy (W3C CSP Level 3) that a part of the paper may need something from. */
export type Directive =
  | 'script-src'
  | 'style-src'
  | 'img-src'
  | 'font-src'
  | 'connect-src'
  | 'frame-src'
  | 'media-src'
  | 'worker-src'
  | 'form-action';

/** What a policy must allow for a part of the paper to work, by directive: origins, or keywords such as `'self'`. */
export type Origins = Partial<Record<Directive, readonly string[]>>;

/** Everything that several parts need. */
export const mergeOrigins = (...parts: readonly Origins[]): Origins => {
  const merged: Partial<Record<Directive, string[]>> = {};
  for (const part of parts) {
    for (const [directive, sources] of Object.entries(part) as [Directive, readonly string[]][]) {
      merged[directive] = [...new Set([...(merged[directive] ?? []), ...sources])];
    }
  }
  return merged;
};
