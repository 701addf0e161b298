import { hash } from 'node:crypto';
import { cardsOf, paperCard } from '../cards/page-cards.ts';
import {
  type Drawing,
  prepareCards,
  type PreparedCards,
  readDrawing,
} from '../cards/prepare-cards.ts';
import type { Switches } from '../config/switches.ts';
import type { Checked } from '../check/check-paper.ts';
import { shownPath } from '../copy/read.ts';
import type { Listed } from '../edition/listed.ts';
import { type Searchable, searchable } from '../search/records.ts';
import { editionDigest } from '../theme/edition-digest.ts';
import type { BegunBuild } from './begin-build.ts';
import type { Contents } from './contents.ts';
import type { Making } from './edition-list.ts';
import { lastEdition, type LastEdition, noEdition } from './last-edition.ts';
import type { Paper } from './checked-paper.ts';
import type { Folders } from './press-settings.ts';

/** What is known about an edition before any of it is printed. */
export interface PreparedEdition {
  cards: PreparedCards;
  drawing: Drawing;
  /** Works out what search needs to know about each story. */
  records: () => Searchable[];
  making: Making;
  /** The edition on air, from which pages, cards and indexes are kept. */
  last: LastEdition;
  /** Waits until it is known what is in the paper's folder besides that edition; undefined if it was not looked at. */
  strangers: () => Promise<Contents | undefined>;
}

/**
 * Prepares an edition: the addresses of its social cards, and what it can keep from the last one.
 * @param listed its stories, except those that are in no list
 */
export const prepareEdition = async (
  { publication, theme, addresses, checked, setting }: Paper,
  listed: Listed<Checked['copy']['articles'][number]>,
  { moment, withDrafts, paperDir, publicationFile }: Switches,
  { dir }: Folders,
  { onAir, code: ofEngine }: Pick<BegunBuild, 'onAir' | 'code'>,
): Promise<PreparedEdition> => {
  const scope = { moment, withDrafts };
  const paper = { publication, addresses, ...scope };
  const drawing = readDrawing(theme.colours.light);
  const cards = await prepareCards(
    [
      paperCard(publication, { addresses, file: shownPath(publicationFile, paperDir) }),
      ...cardsOf(checked.copy, { ...paper, pictures: checked.pictures }),
    ],
    drawing,
    addresses,
  );
  const decisive = [
    ofEngine,
    // No page shows anything of the desk.
    { ...setting, publication: { ...publication, desk: undefined } },
    checked.copy.topics,
    checked.copy.series,
    // Node's version counts as code: its ICU data decides how dates and numbers are written.
    [process.version, process.env['NODE_ENV']],
    theme.digest,
    theme.showsEdition && editionDigest(checked.copy, scope, cards.entries),
    // The bar on each page names the moment.
    withDrafts && moment.getTime(),
  ];
  const code = hash('sha256', JSON.stringify(decisive));
  const making = { dir, code, compression: publication.hosting.compressedCopies.join() };
  const { listed: lastListed } = onAir;
  const aftermath = await onAir.aftermath();
  return {
    cards,
    drawing,
    records: () => searchable(listed, checked.copy.sections, paper),
    making,
    // What was not compared is not believed.
    last: lastListed && aftermath ? lastEdition(lastListed, aftermath, making) : noEdition,
    // Those in another folder say nothing of this one.
    strangers: async () => (lastListed?.dir === dir ? onAir.strangers() : undefined),
  };
};
