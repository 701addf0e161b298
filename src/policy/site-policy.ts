const inMeta = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;

/** What no page can say of itself: that nobody else's page may show it in a frame. */
export const framedByNobody = "frame-ancestors 'none'";

/** The policy that a page carries itself, where it has one. */
export const policyIn = (html: string): string | undefined => inMeta.exec(html)?.[1];

/**
 * One policy that every page of a paper keeps to, for hosts that send one header for all: what any of them lets through,
 * and no page of anybody else's may show the paper in a frame, which only a header can say.
 * @param policies those of the pages
 */
export const sitePolicy = (policies: Iterable<string>): string => {
  const directives = new Map<string, Set<string>>();
  // In an order of their own: pages come in another one where some of them are kept from the last edition.
  for (const policy of [...new Set(policies)].sort()) {
    for (const directive of policy.split(';')) {
      const [name = '', ...sources] = directive.trim().split(' ');
      const known = directives.get(name) ?? new Set();
      directives.set(name, known);
      for (const source of sources) known.add(source);
    }
  }
  return [...directives]
    .map(([name, sources]) => [name, ...[...sources].sort()].join(' '))
    .concat(framedByNobody)
    .join(';');
};
