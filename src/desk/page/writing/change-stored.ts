import { type Forge, ForgeError, type ForgeFile, type Saved } from '../../forge/forge.ts';

/** A text as it is stored now. */
export interface StoredText {
  text: string;
  version: string;
}

const tries = 6;

/** What is stored at a path now. Undefined if nothing is. */
const readStored = async (forge: Forge, path: string): Promise<StoredText | undefined> => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const file = (await forge.list(folder)).find((one: ForgeFile) => one.path === path);
  const text = file && (await forge.readTexts([file])).get(path);
  return file && text !== undefined ? { text, version: file.version } : undefined;
};

/** What was stored, and over what. */
export interface Put extends StoredText {
  saved: Saved;
}

/**
 * Changes a file that others may be changing too: its newest text is read, changed and stored; if somebody was quicker,
 * once more from their text. So nothing of either is lost.
 * @param known the newest text that the desk knows, which spares a request while nobody else writes
 * @param change makes the new text; undefined if that text cannot be changed so, and then nothing is stored
 * @throws {ForgeError} whatever the forge throws, and its conflict after several tries
 */
export const changeStored = async (
  forge: Forge,
  path: string,
  message: string,
  change: (text: string) => string | undefined,
  known?: StoredText,
): Promise<Put | undefined> => {
  let stored = known ?? (await readStored(forge, path));
  for (let left = tries; stored !== undefined; left -= 1) {
    const text = change(stored.text);
    if (text === undefined) return undefined;
    if (text === stored.text) return { ...stored, saved: { versions: new Map() } };
    try {
      const saved = await forge.save([{ path, content: text, was: stored.version }], message);
      return { text, version: saved.versions.get(path) ?? '', saved };
    } catch (error) {
      if (!(error instanceof ForgeError && error.fault.kind === 'conflict') || left <= 1)
        throw error;
    }
    stored = await readStored(forge, path);
  }
  return undefined;
};
