import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Language } from '../../language/names.ts';
import type { WordTable } from '../../language/table.ts';
import type { Forge, Person, Review } from '../forge/forge.ts';
import type { KnownNames, PaperModel } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import type { LocalDesk } from './local-desk.ts';
import type { PaperFiles } from './paper-files.ts';

/** What every part of the desk's page works with. */
export interface Desk {
  settings: DeskSettings;
  /** Who is signed in. */
  person: Person;
  forge: Forge;
  model: PaperModel;
  /** What only the server on this machine does; undefined on a forge. */
  local?: LocalDesk;
  /** Every file of the paper, as it is stored. */
  files: PaperFiles;
  /** What was typed and is not stored yet, on this device. */
  drafts: KeptDrafts;
  /** The language of the desk: the publication's, unless the editor chose another. */
  language: Signal<Language>;
  /** A part's words in that language. Read it while rendering: it follows a change of language. */
  words: <Table extends WordTable>(table: Table) => Record<keyof Table, string>;
  /** What other files may name. Follows every save. */
  names: ReadonlySignal<KnownNames>;
  /** Open requests for review. */
  reviews: Signal<readonly Review[]>;
  /** Signs out on this device, and shows where one signs in; undefined on this machine. */
  signOut?: () => void;
  /** Whether the editor is signing out, and leaves the page for it. */
  isLeaving: ReadonlySignal<boolean>;
  /** Now, in milliseconds. */
  clock: () => number;
  /** Says something to everybody, also to those who cannot see the page (a live region). */
  notify: (message: string) => void;
}
