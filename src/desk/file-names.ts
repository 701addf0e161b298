import { isPicture } from '../copy/picture-names.ts';

/** Whether a file is one of the texts that make a paper, by its ending. */
export const isText = (path: string): boolean => /\.(?:md|ya?ml)$/i.test(path);

/** Whether the desk shows a file: texts, and pictures beside them. */
export const isShown = (path: string): boolean => isText(path) || isPicture(path);

/** Control characters, and the backslash, which separates folders on Windows: no address names them. */
// eslint-disable-next-line no-control-regex
export const unreachable = /[\0-\x1f\x7f\\]/;
