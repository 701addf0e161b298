import { join } from 'node:path';
import type { Switches } from '../config/switches.ts';
import { type Mistake, shown } from '../copy/mistakes.ts';
import { shownPath } from '../copy/read.ts';
import { type Shape, shapes } from '../schemas/advertising.ts';
import type { Publication } from '../schemas/publication.ts';
import { type Known, unknownName } from './known-names.ts';
import type { PictureJudge } from './picture-mistakes.ts';

/** The publication file names its pictures as a file in the content folder would, wherever it is itself. */
export const namerOf = (contentDir: string): string => join(contentDir, 'publication');

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
          fix: 'Draw it larger, or give it a margin that makes it square.',
        },
      ];

/** The desk changes files of the repository, below the paper's folder. */
const deskMistakes = (
  { desk }: Pick<Publication, 'desk'>,
  contentDir: string,
  paperDir: string,
): Mistake[] =>
  desk === undefined || !shownPath(contentDir, paperDir).startsWith('../')
    ? []
    : [
        {
          file: 'environment',
          field: 'CONTENT_DIR',
          found: shown(contentDir),
          expected: 'a folder in the folder of the paper, which has a desk',
          fix: 'Move the content there, or take `desk` out of the publication file.',
        },
      ];

/** Finds what the publication file names that does not exist, and pictures of the wrong size. */
export const publicationMistakes = async (
  { navigation = [], publisher, advertising, desk }: Publication,
  { publicationFile, contentDir, paperDir }: Switches,
  known: Known,
  judge: PictureJudge['judge'],
): Promise<Mistake[]> => {
  const file = shownPath(publicationFile, paperDir);
  const judged = (src: string, field: string) =>
    judge(src, { shown: file, file: namerOf(contentDir), field });
  const logo = await judged(publisher.logo, 'publisher.logo');
  const mistakes = [
    ...deskMistakes({ desk }, contentDir, paperDir),
    ...navigation.flatMap((id, n) =>
      unknownName(file, `navigation.${String(n)}`, id, 'sections', known),
    ),
    ...Object.entries(publisher.policies).flatMap(([policy, id]) =>
      unknownName(file, `publisher.policies.${policy}`, id, 'pages', known),
    ),
    ...logo.mistakes,
    ...(logo.picture ? logoMistakes(file, publisher.logo, logo.picture) : []),
  ];
  for (const [name, { pictures }] of Object.entries(advertising.houseAds)) {
    for (const [shape, src] of Object.entries(pictures) as [Shape, string][]) {
      const field = `advertising.houseAds.${name}.pictures.${shape}`;
      const { picture, mistakes: found } = await judged(src, field);
      const width = shapes[shape].width * 2;
      const height = shapes[shape].height * 2;
      mistakes.push(...found);
      if (picture && (picture.width !== width || picture.height !== height)) {
        mistakes.push({
          file,
          field,
          found: `${src}, ${String(picture.width)} × ${String(picture.height)} pixels`,
          expected: `${String(width)} × ${String(height)} pixels`,
          fix: 'Draw it at exactly that size, twice the size at which it is shown.',
        });
      }
    }
  }
  return mistakes;
};
