/*
 * The mark by which Astro finds the pictures of an entry. In data it stands before the path of a picture; in a body it is
 * an attribute of an image, whose value is JSON.
 */
const mark = '__ASTRO_IMAGE_';

/** The attribute as Astro looks for it in the HTML of a body, capitals included. */
export const writtenAttribute: string = mark;

/** The attribute as a parser of HTML knows it. */
export const pictureAttribute: string = mark.toLowerCase();

/** What an image of a body says of itself: where its file is, its description, how it is to be printed. */
export type PictureMark = Record<string, unknown> & { alt?: string; title?: string };

/**
 * Reads the attribute.
 * @returns undefined where it holds something else: raw HTML may carry an attribute of the same name
 */
export const readMark = (value: string | undefined): PictureMark | undefined => {
  try {
    return JSON.parse(value ?? '') as PictureMark;
  } catch {
    return undefined;
  }
};

/** Writes the attribute's value. Astro unescapes HTML in it only in part; JSON's own escapes pass through whole. */
export const writeMark = (picture: PictureMark): string =>
  JSON.stringify(picture).replaceAll(
    /[<>&]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );

/** Words that look like the mark, made harmless: Astro would take them for a picture. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(mark, `&#95;${mark.slice(1)}`);

/**
 * A path in an entry's data, marked as Astro's own schema for pictures marks it, so that Astro puts the picture's
 * metadata in its place.
 */
export const markedPath = (path: string): string =>
  mark + (path.startsWith('.') ? path : `./${path}`);
