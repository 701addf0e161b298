import { type Addresses, homeOf } from '../addresses.ts';
import { addressesBeside } from '../copy/addresses-beside.ts';
import { readBody } from '../copy/body.ts';
import { type BodyLink, linksIn, mayHaveOwnLinks } from '../copy/links.ts';
import type { Readings } from '../copy/readings.ts';
import { traitsOf } from '../schemas/kinds.ts';
import { anchorsIn } from './body-anchors.ts';
import { type BodyFault, textFacts } from './body-mistakes.ts';
import { type Rendering, wordsLostIn } from './lost-words.ts';
import type { Target } from './own-links.ts';

/**
 * What is found out from the text of an article or a page alone, whatever else is in the paper. What is left out is none.
 */
export interface BodyFacts {
  /** What is wrong with the text as such. */
  faults?: BodyFault[] | undefined;
  /** What readers would not see. */
  lost?: BodyFault[] | undefined;
  /** The pictures in it. */
  pictures?: ReturnType<typeof textFacts>['pictures'] | undefined;
  /** Its links, if any of them may be wrong. */
  links?: BodyLink[] | undefined;
  /** The addresses of files beside it that it gives readers to take along. */
  beside?: string[] | undefined;
  /** Of a live story: what is wrong with its entries, and what they are. */
  live?: Pick<ReturnType<typeof readBody>, 'entryFaults' | 'entries'> | undefined;
  /** The ids in it as it is printed, once something has led to one of them. */
  anchors?: string[] | undefined;
}

/** Keeps what was found out, for the next check. */
export type FactsKept = Pick<Readings, 'notesOn' | 'note'>;

/** Finds out about texts what follows from them alone. */
export interface FactFinder {
  /** Finds out about these, so that {@link FactFinder.of} knows them. */
  gather: (entries: readonly Target[]) => Promise<void>;
  of: (entry: Target) => BodyFacts;
  anchorsOf: (entry: Target) => Promise<ReadonlySet<string>>;
}

const someOf = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);

const factsOf = async (entry: Target, home: string, rendering: Rendering): Promise<BodyFacts> => {
  const { body, data } = entry;
  const { faults, pictures } = textFacts(entry);
  const isLive = 'kind' in data && traitsOf(data.kind).contents === 'entries';
  const { entryFaults, entries } = isLive ? readBody(body) : {};
  return {
    faults: someOf(faults),
    pictures: someOf(pictures),
    lost: someOf(await wordsLostIn(entry, rendering)),
    links: someOf(mayHaveOwnLinks(body, home) ? linksIn(body) : []),
    beside: someOf(addressesBeside(body)),
    live: entryFaults && entries && { entryFaults, entries },
  };
};

/**
 * Makes a finder of facts about the texts of a paper.
 * @param kept what was found out in earlier checks
 */
export const createFactFinder = (
  { addresses, rendering }: { addresses: Addresses; rendering: Rendering },
  kept?: FactsKept,
): FactFinder => {
  const home = homeOf(addresses);
  const known = new Map<Target, BodyFacts>();
  const anchors = new Map<Target, Promise<ReadonlySet<string>>>();
  const keptOf = (entry: Target): BodyFacts | undefined =>
    known.get(entry) ?? (kept?.notesOn(entry) as BodyFacts | undefined);

  const findAnchors = async (entry: Target): Promise<ReadonlySet<string>> => {
    const facts = keptOf(entry);
    if (facts?.anchors) return new Set(facts.anchors);
    const found = await anchorsIn(entry, rendering);
    if (facts) kept?.note(entry, Object.assign(facts, { anchors: [...found] }));
    return found;
  };

  return {
    gather: async (entries) => {
      for (const entry of entries) {
        const before = keptOf(entry);
        const facts = before ?? (await factsOf(entry, home, rendering));
        known.set(entry, facts);
        if (!before) kept?.note(entry, facts);
      }
    },
    of: (entry) => known.get(entry) ?? {},
    anchorsOf: (entry) => {
      const found = anchors.get(entry) ?? findAnchors(entry);
      anchors.set(entry, found);
      return found;
    },
  };
};
