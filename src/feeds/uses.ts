import type { Addresses } from '../addresses.ts';
import type { Rights } from '../schemas/rights.ts';

/** What a machine does with what it has read, as RSL 1.0 names it. */
export type Use = 'search' | 'ai-train' | 'ai-index' | 'ai-input';

/** What a paper's rights come to. Every file and header that states them is written from this, and from nothing else. */
export interface StatedRights {
  /** Each use, and whether it is permitted. Ordinary search is: the paper wants to be found. */
  uses: Readonly<Record<Use, boolean>>;
  /** Whether text and data mining is reserved; undefined if nothing is said about it. */
  isMiningReserved: boolean | undefined;
  /** Absolute addresses of `license.xml`, and of the page with the terms. */
  license: string;
  terms: string | undefined;
}

/** The file that states the paper's licence (RSL 1.0), beside the front page. */
export const licenseFile = 'license.xml';

/**
 * Whether text and data mining is reserved (Directive (EU) 2019/790, article 4). Undefined where one yes or no would be
 * wrong: see docs/decisions/0022-rights-are-said-once.md.
 */
export const isMiningReserved = ({ training, search, userFetch }: Rights): boolean | undefined => {
  if (training === 'disallow') return true;
  return search === 'allow' && userFetch === 'allow' ? false : undefined;
};

/** Works out what the rights come to. */
export const stateRights = (
  rights: Rights,
  { absolute, file, link }: Pick<Addresses, 'absolute' | 'file' | 'link'>,
): StatedRights => {
  const { training, search, userFetch, terms } = rights;
  return {
    uses: {
      search: true,
      'ai-train': training === 'allow',
      'ai-index': search === 'allow',
      // An answer is written from what was read, be it in an index or fetched for one reader.
      'ai-input': search === 'allow' || userFetch === 'allow',
    },
    isMiningReserved: isMiningReserved(rights),
    license: absolute(file(licenseFile)),
    terms: terms === undefined ? undefined : absolute(link(terms)),
  };
};

/** The uses that are permitted, or that are not. */
export const usesThat = (permitted: boolean, { uses }: StatedRights): Use[] =>
  (Object.keys(uses) as Use[]).filter((use) => uses[use] === permitted);
