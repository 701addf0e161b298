import { join } from 'node:path';
import { createAddresses } from '../addresses.ts';
import { isPlain, readBody } from '../copy/body.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { createInspector, inspectPicture } from '../copy/pictures.ts';
import { type Copy, filesOf, idOf, readCopy, shownPath } from '../copy/read.ts';
import { unnamed } from '../copy/rest.ts';
import { isPublic } from '../edition/public.ts';
import type { Redirects } from '../hosts/redirect.ts';
import { shapes, type Shape } from '../schemas/advertising.ts';
import type { Publication } from '../schemas/publication.ts';
import { guidMistakes } from './guid-mistakes.ts';
import { hostLimits } from './host-limits.ts';
import { liveMistakes } from './live.ts';
import { loadPublication } from './publication.ts';
import { settleAddresses } from './redirects.ts';
import { circleMistakes } from './section-mistakes.ts';
import { securityExpiry } from './security-expiry.ts';
import type { Switches } from './switches.ts';
import { threadMistakes } from './thread-mistakes.ts';

/** An article that this edition does not show yet, or never. */
export interface HeldBack {
  file: string;
  /** Its moment, ISO 8601 with offset; undefined for a draft. */
  until: string | undefined;
}

/** What a check of the whole paper found. */
export interface Checked {
  publication: Publication | undefined;
  copy: Copy;
  /** Old addresses, and where they lead in this edition. */
  redirects: Redirects;
  heldBack: HeldBack[];
  mistakes: Mistake[];
  /** What will become a mistake before long, or is lost on a host. */
  warnings: Mistake[];
}

type Known = Record<'articles' | 'sections' | 'authors' | 'pages', Set<string>>;

/** Files that are broken in themselves count as known, so that one mistake is told once. */
const knownIds = (contentDir: string): Known => {
  const ids = (collection: keyof Known) => new Set(filesOf(contentDir, collection).map(idOf));
  return {
    articles: ids('articles'),
    sections: ids('sections'),
    authors: ids('authors'),
    pages: ids('pages'),
  };
};

const unknown = (
  file: string,
  field: string,
  id: string,
  what: keyof Known,
  known: Known,
): Mistake[] =>
  id === unnamed || known[what].has(id)
    ? []
    : [
        {
          file,
          field,
          found: `"${id}", which is not among the ${what}`,
          expected:
            known[what].size <= 12
              ? `one of ${[...known[what]].sort().join(', ')}`
              : `the name of an entry of ${what}`,
          mend:
            what === 'articles'
              ? 'Write the name of the other article’s folder, in lower case, with hyphens for spaces.'
              : `Correct the name, or add the missing file to ${what}/.`,
        },
      ];

const referenceMistakes = ({ articles, sections }: Copy, known: Known): Mistake[] => [
  ...sections.flatMap(({ shown: file, data: { parent } }) =>
    parent === undefined ? [] : unknown(file, 'parent', parent, 'sections', known),
  ),
  ...articles.flatMap(({ shown: file, data }) => [
    ...unknown(file, 'section', data.section, 'sections', known),
    ...data.authors.flatMap((id, n) => unknown(file, `authors.${String(n)}`, id, 'authors', known)),
    ...data.related.flatMap((id, n) =>
      unknown(file, `related.${String(n)}`, id, 'articles', known),
    ),
  ]),
];

const frontMistakes = ({ front }: Copy, known: Known): Mistake[] =>
  front.flatMap(({ shown: file, data }) => [
    ...(data.lead ? unknown(file, 'lead', data.lead, 'articles', known) : []),
    ...(data.secondaries ?? []).flatMap((id, n) =>
      unknown(file, `secondaries.${String(n)}`, id, 'articles', known),
    ),
    ...(data.blocks ?? []).flatMap(({ section }, n) =>
      section ? unknown(file, `blocks.${String(n)}.section`, section, 'sections', known) : [],
    ),
  ]);

const bodyMistakes = async (
  { articles, pages }: Copy,
  inspect: typeof inspectPicture,
): Promise<Mistake[]> => {
  const found = await Promise.all(
    [...articles, ...pages].map(async ({ shown: file, file: from, body, data }) => {
      if (isPlain(body)) return [];
      const { pictures, empty, otherPictures } = readBody(body);
      const mistakes: Mistake[] = [];
      const field = 'body';
      if (empty && !('draft' in data && data.draft)) {
        mistakes.push({
          file,
          field,
          found: 'nothing that would be seen',
          expected: 'the text, in Markdown, under the frontmatter',
          mend: 'Write it, or mark an article as `draft: true`.',
        });
      }
      if (otherPictures) {
        mistakes.push({
          file,
          field,
          found: 'a picture in HTML, or by reference',
          expected: 'a picture written out in Markdown',
          mend: 'Write ![what it shows](./picture.jpg "caption").',
        });
      }
      for (const { src, alt } of pictures) {
        const picture = await inspect(src, from);
        if ('found' in picture) mistakes.push({ file, field, ...picture });
        if (alt.trim() === '') {
          mistakes.push({
            file,
            field,
            found: `${src} without a description`,
            expected: 'a description of the picture',
            mend: 'Write what it shows between the brackets: ![what it shows](…).',
          });
        }
      }
      return mistakes;
    }),
  );
  return found.flat();
};

const pictureMistakes = async (
  { articles, authors }: Copy,
  inspect: typeof inspectPicture,
): Promise<Mistake[]> => {
  const named = [
    ...articles.map((entry) => ({ ...entry, field: 'leadImage', image: entry.data.leadImage })),
    ...authors.map((entry) => ({ ...entry, field: 'picture', image: entry.data.picture })),
  ];
  const found = await Promise.all(
    named.map(async ({ shown: file, file: from, field, image }) => {
      if (!image) return [];
      const picture = await inspect(image.src, from);
      return 'found' in picture ? [{ file, field: `${field}.src`, ...picture }] : [];
    }),
  );
  return found.flat();
};

const logoMistakes = (
  file: string,
  src: string,
  { width, height }: { width: number; height: number },
): Mistake[] =>
  width === height && width >= 512
    ? []
    : [
        {
          file,
          field: 'publisher.logo',
          found: `${src}, ${String(width)} × ${String(height)} pixels`,
          expected: 'a square of at least 512 × 512 pixels',
          mend: 'Draw it larger, or give it a margin that makes it square.',
        },
      ];

const publicationMistakes = async (
  { navigation = [], publisher, advertising }: Publication,
  { publicationFile, contentDir }: Switches,
  known: Known,
): Promise<Mistake[]> => {
  const file = shownPath(publicationFile);
  const inContent = join(contentDir, 'x');
  const logo = await inspectPicture(publisher.logo, inContent);
  const mistakes = [
    ...navigation.flatMap((id, n) =>
      unknown(file, `navigation.${String(n)}`, id, 'sections', known),
    ),
    ...Object.entries(publisher.policies).flatMap(([policy, id]) =>
      unknown(file, `publisher.policies.${policy}`, id, 'pages', known),
    ),
    ...('found' in logo
      ? [{ file, field: 'publisher.logo', ...logo }]
      : logoMistakes(file, publisher.logo, logo)),
  ];
  for (const [name, { pictures }] of Object.entries(advertising.houseAds)) {
    for (const [shape, src] of Object.entries(pictures) as [Shape, string][]) {
      const field = `advertising.houseAds.${name}.pictures.${shape}`;
      const picture = await inspectPicture(src, inContent);
      const width = shapes[shape].width * 2;
      const height = shapes[shape].height * 2;
      if ('found' in picture) mistakes.push({ file, field, ...picture });
      else if (picture.width !== width || picture.height !== height) {
        mistakes.push({
          file,
          field,
          found: `${src}, ${String(picture.width)} × ${String(picture.height)} pixels`,
          expected: `${String(width)} × ${String(height)} pixels`,
          mend: 'Draw it at exactly that size, twice the size at which it is shown.',
        });
      }
    }
  }
  return mistakes;
};

/** Reads the whole paper and finds every mistake in it, in a stable order. */
export const checkPaper = async (switches: Switches): Promise<Checked> => {
  const { contentDir, publicationFile, siteUrl, basePath, moment, commentsServer } = switches;
  const isMissing = switches.mistakes.some(({ field }) => field === 'PUBLICATION');
  const loaded = isMissing ? [] : await loadPublication(publicationFile, commentsServer);
  const publication = Array.isArray(loaded) ? undefined : loaded;
  const expiry = publication && securityExpiry(shownPath(publicationFile), publication, moment);
  const copy = readCopy(contentDir);
  const known = knownIds(contentDir);
  const inspect = createInspector();
  const addresses = createAddresses(
    siteUrl ?? publication?.url ?? '',
    basePath,
    publication?.permalink ?? '/{slug}/',
  );
  const { redirects, mistakes: addressMistakes } = settleAddresses(
    copy,
    addresses,
    publication,
    switches,
  );
  const limits = hostLimits(
    redirects,
    publication?.hosting.hosts ?? [],
    shownPath(publicationFile),
  );
  return {
    publication,
    copy,
    redirects,
    heldBack: copy.articles
      .filter(({ data }) => !isPublic(data, moment))
      .map(({ shown, data }) => ({ file: shown, until: data.draft ? undefined : data.published })),
    mistakes: [
      ...switches.mistakes,
      ...(Array.isArray(loaded) ? loaded : await publicationMistakes(loaded, switches, known)),
      ...(expiry?.mistakes ?? []),
      ...copy.mistakes,
      ...referenceMistakes(copy, known),
      ...frontMistakes(copy, known),
      ...circleMistakes(copy),
      ...(await pictureMistakes(copy, inspect)),
      ...(await bodyMistakes(copy, inspect)),
      ...liveMistakes(copy),
      ...addressMistakes,
      ...guidMistakes(copy),
      ...threadMistakes(copy, addresses),
      ...limits.mistakes,
    ],
    warnings: [...(expiry?.warnings ?? []), ...limits.warnings],
  };
};
