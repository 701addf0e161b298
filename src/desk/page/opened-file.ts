import { computed, effect, type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { Mistake } from '../../copy/mistakes.ts';
import { ForgeError } from '../forge/forge.ts';
import type { KnownPicture, PaperText, TextFindings } from '../paper/paper-model.ts';
import { bodyOf, withBody, withValue } from '../source/source.ts';
import { orderOf } from './descriptions.ts';
import type { Desk } from './desk.ts';
import type { KeptDraft } from './kept-draft.ts';
import type { NewPicture, OpenFile } from './open-file.ts';
import { folderOf } from './paper-files.ts';
import { fieldsIn } from './readable.ts';
import { sentenceOf } from './sentence-of.ts';
import { type Stored, storeFile } from './store-file.ts';

/** How far a save has come, and why not further. */
export type SaveState =
  | { name: 'at-rest' }
  | { name: 'saving' }
  | { name: 'refused'; sentence: string; mistakes: readonly Mistake[]; isSignedOut: boolean };

/** An open file, with everything around its text: what is stored, what is kept, what others wrote meanwhile. */
export interface OpenedFile extends OpenFile {
  /** What the text was typed over. */
  base: ReadonlySignal<Stored>;
  isNew: ReadonlySignal<boolean>;
  isChanged: ReadonlySignal<boolean>;
  saving: ReadonlySignal<SaveState>;
  /** The version that somebody else stored meanwhile; `text` is undefined if they deleted it. */
  theirs: ReadonlySignal<{ text?: string; version?: string } | undefined>;
  /** When the text was typed, if it was restored from this device. */
  restored: Signal<Date | undefined>;
  /** Whether this device refuses to keep what is typed. */
  isUnkept: ReadonlySignal<boolean>;
  /** Saves; says whether it is stored now. */
  save: () => Promise<boolean>;
  /** Goes back to what is stored, and forgets what was typed. */
  discard: () => Promise<void>;
  /** Goes on from their version: a save replaces it. The text becomes `text`. */
  settle: (text: string) => void;
  close: () => void;
}

const pauseBeforeCheck = 300;

const sameMistake = (one: Mistake, other: Mistake): boolean =>
  one.file === other.file && one.field === other.field && one.found === other.found;

/** Opens a file of the paper, or a new one whose draft is kept on this device. Undefined if there is neither. */
export const openFile = async (desk: Desk, path: string): Promise<OpenedFile | undefined> => {
  const kept = await desk.drafts.get(path).catch(() => undefined);
  const stored = desk.files.all.value.get(path);
  if (kept === undefined && stored?.text === undefined) return undefined;
  return openedFile(desk, path, kept);
};

/** A file with the draft of it that this device kept, if there is one. */
export const openedFile = (desk: Desk, path: string, kept?: KeptDraft): OpenedFile => {
  const inPaper = (): Stored | undefined => {
    const { text, version } = desk.files.all.value.get(path) ?? {};
    return text === undefined ? undefined : { text, ...(version && { version }) };
  };
  const fromDraft: Stored | undefined = kept && {
    text: kept.baseText,
    ...(kept.baseVersion !== undefined && { version: kept.baseVersion }),
  };
  const base = signal<Stored>(fromDraft ?? inPaper() ?? { text: '' });
  const text = signal(kept?.text ?? base.value.text);
  const newPictures = signal<readonly NewPicture[]>(
    (kept?.pictures ?? []).map((picture) => ({
      ...picture,
      url: URL.createObjectURL(picture.bytes),
    })),
  );
  const restored = signal(kept && kept.baseVersion !== undefined ? new Date(kept.when) : undefined);
  const isNew = computed(() => base.value.version === undefined);
  const isChanged = computed(
    () => isNew.value || text.value !== base.value.text || newPictures.value.length > 0,
  );
  const saving = signal<SaveState>({ name: 'at-rest' });
  const isUnkept = signal(false);
  const findings = signal<TextFindings>({ mistakes: [], warnings: [] });
  const theirs = computed(() => {
    const now = inPaper();
    if (now?.version === base.value.version) return undefined;
    return now ?? {};
  });

  const draftNow = (): KeptDraft => ({
    path,
    text: text.value,
    baseText: base.value.text,
    ...(base.value.version !== undefined && { baseVersion: base.value.version }),
    pictures: newPictures.value.map(({ name, bytes }) => ({ name, bytes })),
    when: desk.clock(),
  });

  const keep = async (draft: KeptDraft): Promise<void> => {
    try {
      await (isChanged.value ? desk.drafts.keep(draft) : desk.drafts.forget(path));
      isUnkept.value = false;
    } catch {
      isUnkept.value = true;
    }
  };

  const storedPictures = signal<ReadonlyMap<string, Blob>>(new Map());
  const picturesNow = (): KnownPicture[] => [
    ...desk.files.picturesBeside(path).map((beside) => {
      const bytes = storedPictures.value.get(beside);
      return { path: beside, ...(bytes && { bytes }) };
    }),
    ...newPictures.value.map(({ name, bytes }) => ({ path: folderOf(path) + name, bytes })),
  ];

  let checks = 0;
  const check = async (file: PaperText, pictures: readonly KnownPicture[]) => {
    const mine = ++checks;
    const found = await desk.model.check(file, pictures, desk.clock());
    if (mine === checks) findings.value = found;
    return found;
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  let untilCheck = 0;
  const stopChecking = effect(() => {
    const file = { path, text: text.value };
    const pictures = picturesNow();
    clearTimeout(pause);
    pause = setTimeout(() => void check(file, pictures), untilCheck);
    untilCheck = pauseBeforeCheck;
  });

  /** Reads the pictures that the text names, so that the check sees what is in them; a forge would count each request. */
  const readPictures = async (): Promise<void> => {
    const named = desk.files
      .picturesBeside(path)
      .filter((beside) => text.peek().includes(beside.slice(folderOf(path).length)));
    const read = await Promise.all(
      named.map(async (beside) => {
        const stored = desk.files.all.peek().get(beside);
        return stored && ([beside, await desk.forge.readBytes(stored.forgeFile)] as const);
      }),
    );
    storedPictures.value = new Map(read.filter((one) => one !== undefined));
  };
  // What cannot be read now is looked at when it is saved.
  if (desk.local) void readPictures().catch(() => undefined);

  let isOpening = true;
  const stopKeeping = effect(() => {
    const draft = draftNow();
    if (isOpening) isOpening = false;
    else void keep(draft);
  });

  const adoptTheirs = effect(() => {
    const now = inPaper();
    const was = base.peek();
    if (now === undefined || now.version === was.version) return;
    // Also this text itself: a save whose answer was lost.
    const isSame = now.text === text.peek();
    const isUntouched =
      was.version !== undefined && text.peek() === was.text && newPictures.peek().length === 0;
    if (!isSame && !isUntouched) return;
    base.value = now;
    text.value = now.text;
  });

  const write = (now: string): void => {
    if (now === text.value) return;
    if (saving.value.name === 'refused') saving.value = { name: 'at-rest' };
    text.value = now;
  };

  const refuse = (
    sentence: string,
    mistakes: readonly Mistake[] = [],
    isSignedOut = false,
  ): false => {
    saving.value = { name: 'refused', sentence, mistakes, isSignedOut };
    return false;
  };

  const store = async (): Promise<void> => {
    const saved = { text: text.value, pictures: newPictures.value };
    const { files, version } = await storeFile(desk, { path, base: base.value, ...saved });
    base.value = { text: saved.text, version };
    await desk.files.stored(files);
    newPictures.value = newPictures.value.filter((picture) => !saved.pictures.includes(picture));
    restored.value = undefined;
  };

  const save = async (): Promise<boolean> => {
    if (saving.value.name === 'saving' || !isChanged.value) return !isChanged.value;
    saving.value = { name: 'saving' };
    try {
      // On this machine the server checks, with the pictures at hand.
      if (
        desk.settings.backend.name !== 'local' &&
        (await check({ path, text: text.value }, picturesNow())).mistakes.length > 0
      ) {
        return refuse(sentenceOf(desk, { kind: 'mistakes', mistakes: [] }));
      }
      await store();
      saving.value = { name: 'at-rest' };
      await keep(draftNow());
      return true;
    } catch (error) {
      await keep(draftNow());
      if (!(error instanceof ForgeError)) return refuse(String(error));
      const { fault } = error;
      if (fault.kind === 'conflict') await desk.files.refresh().catch(() => []);
      const mistakes = fault.kind === 'mistakes' ? fault.mistakes : [];
      return refuse(sentenceOf(desk, fault), mistakes, fault.kind === 'signed-out');
    }
  };

  return {
    path,
    text,
    fields: computed(() => fieldsIn(path, text.value)),
    body: computed(() => bodyOf(path, text.value)),
    set: (field, value) => {
      write(withValue(path, text.value, field, value, orderOf(desk.settings, path)));
    },
    setBody: (markdown) => {
      write(withBody(path, text.value, markdown));
    },
    setText: write,
    newPictures,
    mistakes: computed(() => {
      const { mistakes } = findings.value;
      const refused = saving.value.name === 'refused' ? saving.value.mistakes : [];
      return [
        ...mistakes,
        ...refused.filter((one) => !mistakes.some((other) => sameMistake(one, other))),
      ];
    }),
    warnings: computed(() => findings.value.warnings),
    base,
    isNew,
    isChanged,
    saving,
    theirs,
    restored,
    isUnkept,
    save,
    discard: async () => {
      base.value = inPaper() ?? base.value;
      newPictures.value = [];
      write(base.value.text);
      restored.value = undefined;
      await desk.drafts.forget(path).catch(() => undefined);
    },
    settle: (settled) => {
      base.value = inPaper() ?? { text: '' };
      saving.value = { name: 'at-rest' };
      write(settled);
      void keep(draftNow());
    },
    close: () => {
      stopChecking();
      stopKeeping();
      adoptTheirs();
      clearTimeout(pause);
      for (const { url } of newPictures.value) URL.revokeObjectURL(url);
    },
  };
};
