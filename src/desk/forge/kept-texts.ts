import { openStore, resultOf, written } from '../browser/indexed-db.ts';
import type { Forge } from './forge.ts';

/** Texts kept on this device by their versions, so that a paper opens again without reading what did not change. */
export interface KeptTexts {
  read: (versions: readonly string[]) => Promise<Map<string, string>>;
  keep: (texts: ReadonlyMap<string, string>) => Promise<void>;
  forget: () => Promise<void>;
}

const table = 'texts';

/** Several times a large paper. Beyond it, old versions have piled up, and keeping begins anew. */
const most = 40_000;

/** From so many on, reading all that is kept is faster than asking for each. */
const many = 100;

/** Runs a task with the database, and closes it, so that it is in nobody's way. */
const withDatabase = async <Result>(
  name: string,
  task: (database: IDBDatabase) => Promise<Result>,
): Promise<Result> => {
  const database = await openStore(name, table);
  try {
    return await task(database);
  } finally {
    database.close();
  }
};

/**
 * Texts of one repository. A browser that refuses to keep them (IndexedDB switched off, a full disk) only makes the desk
 * read them again: no method fails.
 * @param key names the forge and the repository
 */
export const keptTexts = (key: string): KeptTexts => {
  const attempt = async <Result>(
    task: (database: IDBDatabase) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    try {
      return await withDatabase(`bevolve-desk-texts ${key}`, task);
    } catch {
      return otherwise;
    }
  };

  return {
    read: (versions) =>
      attempt(async (database) => {
        const texts = database.transaction(table).objectStore(table);
        const wanted = new Set(versions);
        if (versions.length >= many) {
          const [keys, values] = await Promise.all([
            resultOf(texts.getAllKeys() as IDBRequest<string[]>),
            resultOf(texts.getAll() as IDBRequest<string[]>),
          ]);
          const all = new Map(keys.map((version, index) => [version, values[index] ?? '']));
          return new Map([...all].filter(([version]) => wanted.has(version)));
        }
        const found = await Promise.all(
          versions.map(async (version) => [version, await resultOf(texts.get(version))] as const),
        );
        return new Map(
          found.flatMap(([version, text]): [string, string][] =>
            typeof text === 'string' ? [[version, text]] : [],
          ),
        );
      }, new Map<string, string>()),

    keep: (given) =>
      attempt(async (database) => {
        const transaction = database.transaction(table, 'readwrite');
        const texts = transaction.objectStore(table);
        if ((await resultOf(texts.count())) + given.size > most) texts.clear();
        for (const [version, text] of given) texts.put(text, version);
        await written(transaction);
      }, undefined),

    forget: () =>
      attempt(async (database) => {
        const transaction = database.transaction(table, 'readwrite');
        transaction.objectStore(table).clear();
        await written(transaction);
      }, undefined),
  };
};

/** So many texts are kept as soon as they are read: whoever loses the network goes on from there. */
const piece = 500;

/** A forge that reads each version of a text only once. */
export const withKeptTexts = (forge: Forge, kept: KeptTexts): Forge => ({
  ...forge,
  readTexts: async (files, progress) => {
    const known = await kept.read(files.map(({ version }) => version));
    const texts = new Map<string, string>();
    const missing = files.filter(({ path, version }) => {
      const text = known.get(version);
      if (text !== undefined) texts.set(path, text);
      return text === undefined;
    });
    progress?.(texts.size);
    for (let at = 0; at < missing.length; at += piece) {
      const files = missing.slice(at, at + piece);
      const before = texts.size;
      const read = await forge.readTexts(files, (done) => progress?.(before + done));
      for (const [path, text] of read) texts.set(path, text);
      await kept.keep(
        new Map(
          files.flatMap(({ path, version }): [string, string][] => {
            const text = read.get(path);
            return text === undefined ? [] : [[version, text]];
          }),
        ),
      );
    }
    return texts;
  },
});
