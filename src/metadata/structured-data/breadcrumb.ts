import type { BreadcrumbList } from 'schema-dts';

/** A step of a breadcrumb. The last one, the page itself, needs no address. */
export interface Step {
  title: string;
  /** With the base path. */
  path?: string;
}

/**
 * The breadcrumb of a page (schema.org BreadcrumbList).
 * @param steps as the page shows them, the front page first
 */
export const breadcrumbData = (
  steps: readonly Step[],
  absolute: (path: string) => string,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ title, path }, n) => ({
    '@type': 'ListItem',
    position: n + 1,
    name: title,
    ...(path === undefined ? {} : { item: absolute(path) }),
  })),
});
