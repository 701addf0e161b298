import type { ViteDevServer } from 'vite';
import { evaluateAgain } from '../astro/evaluate-again.ts';
import type { AtHand } from '../config/page-settings.ts';
import type { Written } from '../copy/written.ts';
import { noLists, type RelatedLists } from '../edition/ranking.ts';
import { likenessWithPicks } from '../edition/related-lists.ts';
import { editionModule } from './virtual-modules.ts';

/** Where pages find it: they run in the process of the build or server. */
const place = 'pagesAtHand';

/**
 * The names of what pages are made of. The record makes sure that none is missing.
 */
const names: Record<keyof AtHand, true> = {
  moment: true,
  withDrafts: true,
  isWriting: true,
  cards: true,
  record: true,
  likeness: true,
  entries: true,
  topics: true,
  series: true,
};

/** The code of the module through which pages see it. It does not depend on the copy, and need not be bundled for each. */
export const atHandCode = `export const { ${Object.keys(names).join(', ')} } = globalThis[Symbol.for('${place}')]();`;

/**
 * Puts at hand what pages are made of.
 * @param atHand called whenever the module is evaluated
 */
export const putAtHand = (atHand: () => AtHand): void => {
  Object.assign(globalThis, { [Symbol.for(place)]: atHand });
};

/** What pages are made of while somebody writes. */
export interface WritingAtHand {
  /** Gets ready to make the pages again, from what is written now, while nobody waits for them. */
  renew: () => Promise<void>;
  /** Makes the pages again when they are next asked for, and has browsers ask for them. */
  show: () => void;
  learn: (known: { record?: AtHand['record']; related?: RelatedLists | undefined }) => void;
}

/** What does not change while somebody writes. */
export type Lasting = Pick<AtHand, 'moment' | 'withDrafts' | 'isWriting' | 'cards'>;

/**
 * Puts a paper's copy at hand for the pages of a server.
 * @param written the copy, saved and not
 */
export const putCopyAtHand = (
  server: ViteDevServer,
  lasting: Lasting,
  written: () => Written,
): WritingAtHand => {
  let record: AtHand['record'] = {};
  let likeness = likenessWithPicks(noLists);
  let atHand: AtHand | undefined;
  putAtHand(() => (atHand ??= { ...lasting, ...written(), record, likeness }));
  const makeAgain = (): (() => Promise<void>) => {
    atHand = undefined;
    return evaluateAgain(server, `\0${editionModule}`);
  };
  return {
    renew: () => makeAgain()(),
    show: () => {
      makeAgain();
      server.environments.client.hot.send({ type: 'full-reload', path: '*' });
    },
    learn: (known) => {
      record = known.record ?? record;
      if (known.related) likeness = likenessWithPicks(known.related);
    },
  };
};
