import { type Mistake, shown } from '../copy/mistakes.ts';
import { otherCredit } from '../darkroom/texts/other-credit.ts';
import type { PictureTexts } from '../darkroom/texts/picture-texts.ts';
import type { PictureAi } from '../language/reporting.ts';
import { aiOfSourceType } from '../schemas/source-type.ts';

/** What a text says of a picture that it shows, and how it says it. */
export interface WordsOfPicture {
  src: string;
  alt: string;
  credit?: string | undefined;
  license?: string | undefined;
  caption?: string | undefined;
  /** What AI did to it. */
  ai?: PictureAi | undefined;
  /** Whether it needs no description. */
  decorative?: boolean;
  /** The fields that these are in. */
  fields: { alt: string; credit: string; caption: string };
  /** What is there instead of a description, and how to write one. */
  noAlt: { found: string; fix: string };
}

/** What is wrong with the words of a picture, and what to look at: what the copy does not say, its file may. */
export const wordFindings = (
  file: string,
  { src, alt, credit, caption, ai, decorative = false, fields, noAlt }: WordsOfPicture,
  texts: PictureTexts = {},
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  const expected = 'a description of the picture';
  const isBlank = alt.trim() === '' && !decorative;
  const missing = { file, field: fields.alt, found: noAlt.found, expected, fix: noAlt.fix };
  const fromFile = texts.alt !== undefined && {
    file,
    field: fields.alt,
    found: `${noAlt.found}; the file of the picture says ${shown(texts.alt)}`,
    expected: `${expected} that somebody has looked at`,
    fix: 'Look whether this is what the picture shows, and write it down. Until then it is printed as it is.',
  };
  const isMade = (ai ?? aiOfSourceType(texts.source)) === 'generated';
  const withoutNote =
    isMade && !caption
      ? [
          {
            file,
            field: fields.caption,
            found: `${src}, which AI made, without a caption`,
            expected: 'a caption that says what was made, and of what',
            fix: 'Write one: “Made with AI” is added to it.',
          },
        ]
      : [];
  const other = credit === undefined ? undefined : otherCredit(credit, texts);
  return {
    mistakes: [...(isBlank && !fromFile ? [missing] : []), ...withoutNote],
    warnings: [
      ...(isBlank && fromFile ? [fromFile] : []),
      ...(other === undefined
        ? []
        : [
            {
              file,
              field: fields.credit,
              found: `${shown(credit)}; the file ${src} says ${shown(other)}`,
              expected: 'the same makers in both',
              fix: 'Ask who made it, and correct the one that is wrong. What the copy says is printed.',
            },
          ]),
    ],
  };
};
