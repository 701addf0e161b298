import { join } from 'node:path';
import type { Switches } from '../config/switches.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { inspectPicture } from '../copy/pictures.ts';
import { shownPath } from '../copy/read.ts';
import { type Shape, shapes } from '../schemas/advertising.ts';
import type { Publication } from '../schemas/publication.ts';
import { type Known, unknownName } from './known-names.ts';

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

/** Finds what the publication file names that does not exist, and pictures of the wrong size. */
export const publicationMistakes = async (
  { navigation = [], publisher, advertising }: Publication,
  { publicationFile, contentDir, paperDir }: Switches,
  known: Known,
): Promise<Mistake[]> => {
  const file = shownPath(publicationFile, paperDir);
  const inContent = join(contentDir, 'x');
  const logo = await inspectPicture(publisher.logo, inContent);
  const mistakes = [
    ...navigation.flatMap((id, n) =>
      unknownName(file, `navigation.${String(n)}`, id, 'sections', known),
    ),
    ...Object.entries(publisher.policies).flatMap(([policy, id]) =>
      unknownName(file, `publisher.policies.${policy}`, id, 'pages', known),
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
          fix: 'Draw it at exactly that size, twice the size at which it is shown.',
        });
      }
    }
  }
  return mistakes;
};
