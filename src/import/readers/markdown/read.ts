import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { slug as slugOf } from 'github-slugger';
import type { Source, SourceEntry, SourceFile, SourceItem } from '../../model.ts';
import { reasonOf } from '../files.ts';
import { countRepairs } from '../repairs.ts';
import { unknownSite } from '../unknown-site.ts';
import { readUtf8 } from '../utf-8.ts';
import { entryFrom, type Written } from './entries.ts';
import { fieldsBy } from './fields.ts';
import { filesIn, generatorOf, sitePath, textFolder } from './folder.ts';
import { FrontmatterError, readDocument } from './frontmatter.ts';

interface MarkdownOptions {
  fields?: Readonly<Record<string, string>>;
  site?: string;
}

/** Gives ids to what texts name by words, and says each once. */
const register = (): ((
  type: 'section' | 'topic' | 'author',
  name: string,
) => { id: string; items: SourceItem[] }) => {
  const seen = new Set<string>();
  return (type, name) => {
    const slug = slugOf(name) || name.toLowerCase();
    const id = type === 'author' ? `author-${slug}` : slug;
    const items: SourceItem[] = [];
    if (!seen.has(`${type} ${id}`)) {
      items.push(type === 'author' ? { type, id, name } : { type, id, slug, name });
    }
    seen.add(`${type} ${id}`);
    return { id, items };
  };
};

const fileItem = (name: string, site: string): SourceFile => ({
  type: 'file',
  id: name,
  path: name,
  urls: [`${site}/${encodeURI(sitePath(name))}`],
});

async function* readItems(
  root: string,
  options: MarkdownOptions,
): AsyncGenerator<SourceItem, undefined> {
  const site = (options.site ?? unknownSite).replace(/\/+$/, '');
  const fieldsOf = fieldsBy(options.fields ?? {});
  const named = register();
  const { texts, others } = filesIn(root);
  const inside = textFolder(root);
  const known = new Set(others);
  yield { type: 'site', addresses: [site] };
  const words = new Map<string, Written['picture']>();
  for (const file of texts.filter((text) => inside === '' || text.startsWith(`${inside}/`))) {
    try {
      const repairs = countRepairs(file);
      const { text, mended } = readUtf8(await readFile(path.join(root, file)));
      repairs.count('windows1252', undefined, mended);
      const document = readDocument(text);
      const place = { site, has: (each: string) => known.has(each) };
      const written = entryFrom(document, fieldsOf(document.fields), file, place);
      const ids = (
        type: 'section' | 'topic' | 'author',
        names: string[],
      ): ReturnType<typeof named>[] => names.map((each) => named(type, each));
      const [sections, topics, authors] = [
        ids('section', written.sections),
        ids('topic', written.topics),
        ids('author', written.authors),
      ];
      yield* [...sections, ...topics, ...authors].flatMap(({ items }) => items);
      const entry: SourceEntry = {
        ...written.entry,
        sections: sections.map(({ id }) => id),
        topics: [...new Set(topics.map(({ id }) => id))],
        authors: authors.map(({ id }) => id),
      };
      const lead = entry.leadPicture?.file;
      if (lead !== undefined && !words.has(lead)) words.set(lead, written.picture);
      yield entry;
      yield* repairs.faults();
    } catch (error) {
      yield {
        type: 'fault',
        file,
        line: error instanceof FrontmatterError ? error.line : undefined,
        found: `it is left out: ${reasonOf(error)}`,
        repaired: false,
      };
    }
  }
  for (const other of others) {
    const said = words.get(other);
    yield {
      ...fileItem(other, site),
      alt: said?.alt || undefined,
      caption: said?.caption || undefined,
    };
  }
}

/**
 * A folder of Markdown with frontmatter, as Hugo, Jekyll and Astro have it. Its files are brought along: paths of pictures
 * are below the folder.
 */
export const markdownSource = (root: string, options: MarkdownOptions): Source => {
  const generator = generatorOf(root);
  return {
    name: generator === '' ? 'Markdown' : `Markdown (${generator})`,
    uploads: root,
    items: () => readItems(root, options),
  };
};
