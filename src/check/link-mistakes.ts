import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { asRead, cleanAddress, hasCredentials, linkSchemes } from '../schemas/address.ts';
import { createAnchors } from './body-anchors.ts';
import type { FactFinder } from './body-facts.ts';
import { type LinkFault, opensAt, type OwnLinks, type Target } from './own-links.ts';
import { placesInFile } from './place-in-file.ts';
import { type Neighbours, relativeFault } from './relative-links.ts';

const wanted = 'a path on this site (/about/), an https:// address, mailto:, tel: or sms:';

/** What is wrong with links that are printed without their address. */
const droppedFault = (address: string): LinkFault | undefined => {
  if (address === '') {
    return {
      found: 'a link without an address',
      expected: wanted,
      fix: 'Write where it leads, or take the link out.',
    };
  }
  if (/^[/\\]{2}|^\\/.test(address)) {
    return {
      found: `${address}, which would be printed without its link`,
      expected: wanted,
      fix: `Write https://${address.replace(/^[/\\]+/, '')}, or take the link out.`,
    };
  }
  const scheme = /^([a-z][a-z\d+-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || linkSchemes.includes(scheme)) return undefined;
  return {
    found: `${address.slice(0, 80)}, which would be printed without its link`,
    expected: wanted,
    fix: 'Write one of these, or take the link out.',
  };
};

const webFault = (address: string): LinkFault | undefined => {
  if (!/^https?:/i.test(address)) return undefined;
  if (hasCredentials(address)) {
    return {
      found: `an address with a name or password: ${address.replace(/\/\/[^@/]*@/, '//…@')}`,
      expected: 'an address that readers may see',
      fix: 'Leave out what stands before the @.',
    };
  }
  if (cleanAddress(address) !== undefined) return undefined;
  return {
    found: `${address}, which no browser could follow`,
    expected: 'a complete address, such as https://news.example/page/',
    fix: 'Correct it.',
  };
};

/** What links are checked against. */
export interface LinkMaterial {
  own: OwnLinks;
  /** The absolute address of the front page: what starts with it is in the paper. */
  home: string;
  facts: Pick<FactFinder, 'of' | 'anchorsOf'>;
  neighbours: Neighbours;
}

/** Finds links of articles and pages that lead nowhere (mistakes), or are printed without their address (warnings). */
export const linkMistakes = async (
  { articles, pages }: Pick<Copy, 'articles' | 'pages'>,
  { own, home, facts, neighbours }: LinkMaterial,
): Promise<{ mistakes: Mistake[]; warnings: Mistake[] }> => {
  const anchors = createAnchors(facts.anchorsOf);
  const entries: Target[] = [...articles, ...pages];
  const deadFault = async (entry: Target, written: string): Promise<LinkFault | undefined> => {
    if (written.startsWith('#')) return anchors.within(entry, written.slice(1));
    const isOwn = written.toLowerCase().startsWith(home.toLowerCase());
    const address = isOwn ? `/${written.slice(home.length)}` : written;
    if (!address.startsWith('/')) {
      return /^[a-z][a-z\d+-]*:/i.test(address)
        ? webFault(address)
        : relativeFault(address, entry.file, own, neighbours);
    }
    const fault = own.faultOf(address, opensAt(entry));
    const anchor = /#(.*)$/s.exec(address)?.[1];
    if (fault || anchor === undefined) return fault;
    const there = own.entryAt(address);
    return there && anchors.onPageOf(there, anchor);
  };
  const mistakes: Mistake[] = [];
  const warnings: Mistake[] = [];
  for (const entry of entries) {
    const { links } = facts.of(entry);
    if (!links) continue;
    const placeOf = placesInFile(entry);
    for (const { address, offset } of links) {
      const written = asRead(address);
      const dropped = droppedFault(written);
      const fault = dropped ?? (await deadFault(entry, written));
      if (!fault) continue;
      const found = `${placeOf(offset)}: ${fault.found}`;
      const told = { file: entry.shown, field: 'body', ...fault, found };
      (dropped ? warnings : mistakes).push(told);
    }
  }
  return { mistakes, warnings };
};
