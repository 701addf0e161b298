const key = 'bevolve-desk-editor';

/** Whose name goes with what is published. */
export interface Editor {
  name: string;
  email: string;
}

/** The name and address that were last used on this device. */
export const keptEditor = (): Editor | undefined => {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Editor> | null;
    const { name, email } = kept ?? {};
    return typeof name === 'string' && typeof email === 'string' ? { name, email } : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps them on this device, if it lets us. */
export const keepEditor = ({ name, email }: Editor): void => {
  try {
    localStorage.setItem(key, JSON.stringify({ name, email }));
  } catch {
    // They are asked for again.
  }
};
