import type { ViteDevServer } from 'vite';
import { evaluateAgain } from '../astro/evaluate-again.ts';
import type { AtHand } from '../config/page-settings.ts';
import type { RelatedLists } from '../edition/related-lists.ts';
import type { Written } from '../copy/written.ts';
import { likenessWithPicks } from './list-related.ts';
import { writtenModule } from './virtual-modules.ts';

/** Where pages find it: they run in the process of the server. */
const place = 'writtenCopy';

/** The code of the module through which pages see it. */
export const writtenCode = `export const written = globalThis[Symbol.for('${place}')]();`;

/** What pages are made of while somebody writes. */
export interface CopyAtHand {
  /** Makes the pages again, from what is written now, when they are next asked for. */
  renew: () => void;
  /** The same, and has browsers ask for them. */
  show: () => void;
  learn: (known: { record?: AtHand['record']; related?: RelatedLists | undefined }) => void;
}

/**
 * Puts a paper's copy at hand for the pages of a server.
 * @param written the copy, saved and not
 */
export const putAtHand = (server: ViteDevServer, written: () => Written): CopyAtHand => {
  let record: AtHand['record'] = {};
  let likeness = likenessWithPicks({ ids: [], lists: [], limit: 0 });
  let atHand: AtHand | undefined;
  Object.assign(globalThis, {
    [Symbol.for(place)]: () => (atHand ??= { ...written(), record, likeness }),
  });
  const renew = (): void => {
    atHand = undefined;
    evaluateAgain(server, `\0${writtenModule}`);
  };
  return {
    renew,
    show: () => {
      renew();
      server.environments.client.hot.send({ type: 'full-reload', path: '*' });
    },
    learn: (known) => {
      record = known.record ?? record;
      if (known.related) likeness = likenessWithPicks(known.related);
    },
  };
};
