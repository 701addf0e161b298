import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Language, languageOf, languages } from '../../language/names.ts';
import { inLanguage, type WordTable } from '../../language/table.ts';
import { type Forge, ForgeError, type ForgeFault, type Review } from '../forge/forge.ts';
import type { KnownNames, PaperModel } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import type { Desk } from './desk.ts';
import { keptDraftsOf, noKeptDrafts } from './kept-drafts.ts';
import { readPaper } from './paper-files.ts';

const languageKey = 'bevolve-desk-language';

const keptLanguage = (): Language | undefined => {
  try {
    return languages.find((language) => language === localStorage.getItem(languageKey));
  } catch {
    return undefined;
  }
};

/** The language of the desk; a choice is kept on this device. */
export const chooseLanguage = (ofPaper: string): Desk['language'] => {
  const language = signal(keptLanguage() ?? languageOf(ofPaper) ?? 'en');
  let isFirst = true;
  effect(() => {
    const chosen = language.value;
    if (isFirst) {
      isFirst = false;
      return;
    }
    try {
      localStorage.setItem(languageKey, chosen);
    } catch {
      // It is chosen for this visit.
    }
  });
  return language;
};

/** Words in the language of a desk, each table made once for each language. */
export const wordsIn = (language: ReadonlySignal<Language>): Desk['words'] => {
  const made = new Map<Language, Map<WordTable, object>>();
  return <Table extends WordTable>(table: Table) => {
    const chosen = language.value;
    const tables = made.get(chosen) ?? new Map<WordTable, object>();
    made.set(chosen, tables);
    const words = tables.get(table) ?? inLanguage(table, chosen);
    tables.set(table, words);
    return words as Record<keyof Table, string>;
  };
};

const noNames: KnownNames = { sections: [], authors: [], pages: [], topics: [], series: [] };

/** Whether a request failed because nobody answered. */
const isOffline = (fault: ForgeFault): boolean => fault.kind === 'offline';

/**
 * Opens a paper: who is there, its files, the model.
 * @param progress how many of how many texts have been read
 * @throws {ForgeError} if the files cannot be read
 */
export const openDesk = async (
  given: {
    settings: DeskSettings;
    forge: Forge;
    model: PaperModel;
    notify: (message: string) => void;
  } & Pick<Desk, 'language' | 'words' | 'local' | 'signOut' | 'isLeaving'>,
  progress: (done: number, of: number) => void,
): Promise<Desk> => {
  const { settings, forge, model } = given;
  const person = await forge.me();
  const files = await readPaper(settings, forge, model, progress, given.local);
  const stored = [...files.all.value.values()];
  await model.open(
    settings,
    stored.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }])),
    [...stored.flatMap(({ path, text }) => (text === undefined ? [path] : [])), ...files.served()],
  );
  const { backend, folder } = settings;
  const drafts = await keptDraftsOf(
    [backend.name, backend.api, backend.repo, folder].join(' '),
  ).catch(() => noKeptDrafts);
  const reviews = signal<readonly Review[]>([]);
  if (settings.review) {
    void forge.reviews().then(
      (open) => {
        reviews.value = open;
      },
      (error: unknown) => {
        if (!(error instanceof ForgeError && isOffline(error.fault))) given.notify(String(error));
      },
    );
  }
  const names = signal(noNames);
  files.all.subscribe(() => {
    void model.names().then((known) => {
      names.value = known;
    });
  });
  return { ...given, person, files, drafts, reviews, names, clock: Date.now };
};
