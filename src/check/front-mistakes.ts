import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { type Known, unknownName } from './known-names.ts';

/** Finds articles and sections named in the layout of the front page that have no file. */
export const frontMistakes = ({ front }: Copy, known: Known): Mistake[] =>
  front.flatMap(({ shown: file, data }) => [
    ...(data.lead ? unknownName(file, 'lead', data.lead, 'articles', known) : []),
    ...(['secondaries', 'leadRelated', 'strip'] as const).flatMap((field) =>
      (data[field] ?? []).flatMap((id, n) =>
        unknownName(file, `${field}.${String(n)}`, id, 'articles', known),
      ),
    ),
    ...(data.blocks ?? []).flatMap(({ section }, n) =>
      section ? unknownName(file, `blocks.${String(n)}.section`, section, 'sections', known) : [],
    ),
  ]);
