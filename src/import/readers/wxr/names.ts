/** What an element belongs to, by its namespace. Prefixes are free, and versions differ. */
const namespaces: readonly (readonly [prefix: string, pattern: RegExp])[] = [
  ['excerpt', /wordpress\.org\/export\/[^/]*\/?excerpt/i],
  ['wp', /wordpress\.org\/export(?:\/|$)/i],
  ['content', /purl\.org\/rss\/1\.0\/modules\/content/i],
  ['dc', /purl\.org\/dc\/(?:elements|terms)/i],
];

const ofUri = (uri: string): string =>
  namespaces.find(([, pattern]) => pattern.test(uri))?.[0] ?? '';

const own = new Set(namespaces.map(([prefix]) => prefix));

/** Elements without a namespace that an export gives a meaning to. */
const plain = new Set(
  'rss channel item title link pubDate guid description category language image textInput'.split(
    ' ',
  ),
);

/** Turns the names in a document into those that WordPress writes: `wp:post_id`, whatever the prefix. */
export interface Names {
  /**
   * Learns the namespaces that an element declares.
   * @param isRoot whether it is the document's outermost: there, a usual prefix with an unknown address is believed
   * @returns what forgets them at the element's end; undefined if it declares none
   */
  learn: (attributes: Record<string, string>, isRoot: boolean) => (() => void) | undefined;
  /** The name as WordPress writes it; undefined if it is none of an export's. */
  of: (name: string, attributes?: Record<string, string>) => string | undefined;
}

export const exportNames = (): Names => {
  let prefixes = new Map<string, string>();
  let known = new Map<string, string | undefined>();
  const find = (name: string): string | undefined => {
    const colon = name.indexOf(':');
    if (colon === -1) return plain.has(name) ? name : undefined;
    const prefix = name.slice(0, colon);
    const meant = prefixes.get(prefix) ?? (own.has(prefix) ? prefix : '');
    return meant === '' ? undefined : `${meant}:${name.slice(colon + 1)}`;
  };
  return {
    learn: (attributes, isRoot) => {
      const declared = Object.keys(attributes).filter((name) => name.startsWith('xmlns:'));
      if (declared.length === 0) return undefined;
      const outer = { prefixes, known };
      prefixes = new Map(prefixes);
      known = new Map();
      for (const name of declared) {
        const prefix = name.slice('xmlns:'.length);
        const believed = isRoot && own.has(prefix) ? prefix : '';
        prefixes.set(prefix, ofUri(attributes[name] ?? '') || believed);
      }
      return () => {
        ({ prefixes, known } = outer);
      };
    },
    of: (name, attributes) => {
      const uri = attributes?.['xmlns'];
      if (uri !== undefined && ofUri(uri) !== '') return `${ofUri(uri)}:${name}`;
      if (!known.has(name)) known.set(name, find(name));
      return known.get(name);
    },
  };
};
