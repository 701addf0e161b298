const inMeta = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;

/** No other site may show a page in a frame. Only a header can say so, not the page itself. */
export const framedByNobody = "frame-ancestors 'none'";

/** The policy that a page carries itself, where it has one. */
export const policyIn = (html: string): string | undefined => inMeta.exec(html)?.[1];

/**
 * One policy for all pages of a paper, for hosts that send the same header for each: it allows what any page allows,
 * and forbids other sites to show the paper in a frame.
 * @param policies the policies of the pages
 */
export const sitePolicy = (policies: Iterable<string>): string => {
  const directives = new Map<string, Set<string>>();
  // Sorted, because the order of pages depends on which of them are kept from the last edition.
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
