import { readBody } from '../copy/body.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { traitsOf } from '../schemas/kinds.ts';

/** Finds what is wrong with the entries of live stories; drafts may have none. */
export const liveMistakes = ({ articles }: Copy): Mistake[] =>
  articles
    .filter(({ data }) => traitsOf(data.kind).contents === 'entries' && !data.draft)
    .flatMap(({ shown: file, body }) =>
      readBody(body).entryFaults.map((fault) => ({ file, field: 'body', ...fault })),
    );
