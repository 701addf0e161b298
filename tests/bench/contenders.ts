import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { editionScript } from '../../src/commands/edition-process.ts';
import { type Archive, type ArchiveArticle, archiveMoment } from './archive.ts';
import { setAside } from './aside.ts';
import { articleFile, manuscript, writeContentFolder } from './content-folder.ts';
import { installApart, root, versionIn, work } from './packages.ts';
import { copyPictures, pictureName } from './pictures.ts';

const run = promisify(execFile);
const peers = path.join(root, 'tests/bench/peers');
const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');

/** A generator that builds the archive. All paths are relative to the contender's folder. */
export interface Contender {
  name: string;
  /** Its name and version, for the head of the table; rejects if it is not installed and cannot be. */
  version: () => Promise<string>;
  /** Fills an empty folder with the site and the archive. */
  prepare: (folder: string, archive: Archive) => Promise<void>;
  command: readonly [string, ...string[]];
  env: Record<string, string>;
  /** The file of an article, and its content. */
  article: (article: ArchiveArticle) => [file: string, text: string];
  /** A template that every article uses, and a part of it before and after an edit. */
  template: [file: string, before: string, after: string];
  /** The folder that it writes to. */
  output: string;
  /**
   * Whether it empties that folder before it writes. If so, the folder is removed first, so that deleting is not
   * measured.
   */
  emptiesOutput?: boolean;
  /** What a build leaves for the next one; removed before a cold build. */
  leavings: readonly string[];
}

/** An article for generators that use `title`, `date` and taxonomies. */
const peerArticle =
  (folder: string): Contender['article'] =>
  ({ slug, headline, standfirst, section, authors, topics, published, picture, body }) => [
    path.join(folder, `${slug}.md`),
    manuscript(
      {
        title: headline,
        description: standfirst,
        date: published,
        sections: [section],
        topics,
        authors,
        picture: picture === undefined ? undefined : `/pictures/${pictureName(picture)}`,
      },
      body,
    ),
  ];

const preparePeer = async (
  name: string,
  folder: string,
  { articles, pictures }: Archive,
  { article, served }: { article: Contender['article']; served: string },
): Promise<void> => {
  await cp(path.join(peers, name), folder, { recursive: true });
  await copyPictures(path.join(folder, served, 'pictures'), pictures);
  for (const each of articles) {
    const [file, text] = article(each);
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
};

/** Puts a folder into a site that all benchmarks share: pictures are always the same, and encoding them takes longest. */
const shareFolder = async (name: string, place: string): Promise<void> => {
  const shared = path.join(work, name);
  await mkdir(shared, { recursive: true });
  await mkdir(path.dirname(place), { recursive: true });
  await symlink(shared, place);
};

/** This paper, copied from the working tree to a folder below it, so that Node finds its packages. */
const ours: Contender = {
  name: 'this paper',
  version: async () => `Astro ${await versionIn(root, 'astro')}`,
  prepare: async (folder, archive) => {
    const names = await readdir(root);
    for (const name of names.filter((each) =>
      /^(?:src|public|astro\.config\.mjs|package(?:-lock)?\.json|tsconfig\.json)$/.test(each),
    )) {
      await cp(path.join(root, name), path.join(folder, name), {
        recursive: true,
        filter: (file) => !file.startsWith(path.join(root, 'src/content/')),
      });
    }
    await writeContentFolder(folder, archive);
    await shareFolder('printed-pictures', path.join(folder, '.cache/pictures'));
  },
  command: [process.execPath, editionScript, 'build'],
  env: {
    CONTENT_DIR: 'content',
    PUBLICATION: 'publication.ts',
    SOURCE_DATE_EPOCH: String(archiveMoment.getTime() / 1000),
  },
  article: (article) => {
    const [file, text] = articleFile(article);
    return [path.join('content', file), text];
  },
  template: [
    'src/layouts/ArticlePage.astro',
    'class="standfirst"',
    'class="standfirst" data-edited',
  ],
  output: 'dist',
  // Rendered pictures and cards stay, as in the cache of a build server.
  leavings: ['dist', '.cache/!(pictures|cards|CACHEDIR.TAG)', '.astro'],
};

const bareAstro: Contender = {
  name: 'bare Astro',
  version: async () => `Astro ${await versionIn(root, 'astro')}`,
  prepare: async (folder, archive) => {
    await preparePeer('astro', folder, archive, { article: bareAstro.article, served: 'public' });
    await writeFile(path.join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  },
  command: [process.execPath, astro, 'build'],
  env: {},
  article: peerArticle('content'),
  template: ['src/pages/[...slug].astro', '<h2>Related</h2>', '<h2 data-edited>Related</h2>'],
  output: 'dist',
  emptiesOutput: true,
  leavings: ['dist', 'node_modules/.astro', 'node_modules/.vite', '.astro'],
};

/** A site for Eleventy, which has packages of its own. */
const eleventyPeer = (
  folder: string,
  about: Pick<Contender, 'name' | 'article' | 'template' | 'leavings'>,
): Contender => {
  const home = path.join(work, 'packages', folder);
  return {
    ...about,
    version: async () => {
      await installApart(`peers/${folder}`);
      return `Eleventy ${await versionIn(home, '@11ty/eleventy')}`;
    },
    prepare: async (to, archive) => {
      await preparePeer(folder, to, archive, { article: about.article, served: '' });
      await symlink(path.join(home, 'node_modules'), path.join(to, 'node_modules'));
    },
    command: [process.execPath, path.join(home, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    env: {},
    output: 'dist',
  };
};

const eleventy = eleventyPeer('eleventy', {
  name: 'Eleventy',
  article: peerArticle('posts'),
  template: ['_includes/post.njk', '<h2>Related</h2>', '<h2 data-edited>Related</h2>'],
  leavings: ['dist', '.cache'],
});

/** What Eleventy's own starting point for a blog does, with templates of ours: see docs/performance.md. */
const blog = eleventyPeer('eleventy-blog', {
  name: 'Eleventy blog',
  article: ({ slug, headline, standfirst, section, topics, published, picture, body }) => [
    path.join('content', `${slug}.md`),
    manuscript(
      {
        title: headline,
        description: standfirst,
        date: published,
        tags: [section, ...topics],
        picture: picture === undefined ? undefined : `/pictures/${pictureName(picture)}`,
      },
      body,
    ),
  ],
  template: ['_includes/post.njk', '<div class="around">', '<div class="around" data-edited>'],
  // Encoded pictures stay, as those of this paper do.
  leavings: ['dist/!(img)', '.cache'],
});
const eleventyBlog: Contender = {
  ...blog,
  prepare: async (folder, archive) => {
    await blog.prepare(folder, archive);
    await shareFolder('eleventy-pictures', path.join(folder, 'dist/img'));
  },
};

const hugo: Contender = {
  name: 'Hugo',
  version: async () => {
    const { stdout } = await run('hugo', ['version']);
    return `Hugo ${/v([\d.]+)/.exec(stdout)?.[1] ?? ''}`;
  },
  prepare: (folder, archive) =>
    preparePeer('hugo', folder, archive, { article: hugo.article, served: 'static' }),
  command: ['hugo', '--destination', 'dist', '--quiet'],
  env: {},
  article: peerArticle('content/posts'),
  template: ['layouts/_default/single.html', '<h2>Related</h2>', '<h2 data-edited>Related</h2>'],
  output: 'dist',
  leavings: ['dist', 'resources'],
};

export const contenders: readonly Contender[] = [ours, bareAstro, eleventy, eleventyBlog, hugo];

/** Removes what earlier builds have left. In `leavings`, a last segment such as `!(a|b)` keeps those names. */
export const sweep = async (folder: string, { leavings }: Contender): Promise<void> => {
  for (const each of leavings) {
    const kept = /^(.*)\/!\((.*)\)$/.exec(each);
    if (!kept) {
      await setAside(path.join(folder, each));
      continue;
    }
    const [, parent = '', names = ''] = kept;
    const inside = await readdir(path.join(folder, parent)).catch((): string[] => []);
    for (const name of inside.filter((entry) => !names.split('|').includes(entry))) {
      await setAside(path.join(folder, parent, name));
    }
  }
};
