import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Archive, ArchiveArticle } from './archive.ts';
import { copyPictures, drawLogo, pictureName } from './pictures.ts';

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A Markdown file with frontmatter. Values are written as JSON, which is also valid YAML. */
export const manuscript = (fields: Record<string, unknown>, body: string): string =>
  `---\n${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body}\n`;

/** The file of an article in this paper's content folder, and its content. */
export const articleFile = ({
  slug,
  body,
  picture,
  ...fields
}: ArchiveArticle): [file: string, text: string] => [
  path.join('articles', fields.published.slice(0, 4), `${slug}.md`),
  manuscript(
    {
      ...fields,
      leadImage:
        picture === undefined
          ? undefined
          : { src: `../pictures/${pictureName(picture)}`, alt: 'An abstract drawing' },
    },
    body,
  ),
];

const publication = (sections: readonly string[]): string =>
  `export const publication = ${JSON.stringify(
    {
      name: 'The Archive',
      tagline: 'As many articles as you ask for',
      url: 'https://archive.example',
      language: 'en-GB',
      timeZone: 'Europe/Kyiv',
      publisher: { name: 'The Archive', logo: 'logo.png', policies: { about: 'about' } },
      navigation: sections,
      advertising: {
        houseAds: {
          feed: {
            title: 'Every story in full, in your feed reader',
            text: 'No account.',
            link: '/rss.xml',
          },
        },
        slots: { top: 'feed', 'below-related': 'feed' },
      },
      comments: { provider: 'none' },
    },
    null,
    2,
  )};\n`;

/**
 * Writes an archive as a content folder for this paper, with its `publication.ts`.
 * @param folder where `content/` and `publication.ts` go
 */
export const writeContentFolder = async (folder: string, archive: Archive): Promise<void> => {
  const write = async (file: string, text: string): Promise<void> => {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  };
  await write('publication.ts', publication(archive.sections));
  await write(
    'content/pages/about.md',
    manuscript(
      { title: 'About', description: 'What this is.' },
      'A made-up archive for benchmarks.',
    ),
  );
  for (const [n, section] of archive.sections.entries()) {
    const fields = {
      title: capitalised(section),
      description: `All about ${section}.`,
      order: n + 1,
    };
    await write(`content/sections/${section}.yaml`, JSON.stringify(fields));
  }
  for (const author of archive.authors) {
    const fields = { name: capitalised(author), type: 'person', role: 'Reporter' };
    await write(`content/authors/${author}.yaml`, JSON.stringify(fields));
  }
  for (const article of archive.articles) {
    const [file, text] = articleFile(article);
    await write(path.join('content', file), text);
  }
  await drawLogo(path.join(folder, 'content/logo.png'));
  await copyPictures(path.join(folder, 'content/articles/pictures'), archive.pictures);
};
