import { readManuscript } from '../../copy/frontmatter.ts';
import { UnreadableError } from '../../copy/mistakes.ts';

/** What a file says, before it is checked: any field may be missing or of the wrong type. */
export interface Written {
  fields: Readonly<Record<string, unknown>>;
  body: string;
}

/** Reads a file of the paper as far as it can be read. */
export const writtenIn = (path: string, text: string): Written => {
  try {
    const { fields, body } = readManuscript(path, text);
    const isRecord = typeof fields === 'object' && fields !== null && !Array.isArray(fields);
    return { fields: isRecord ? (fields as Record<string, unknown>) : {}, body };
  } catch (error) {
    if (error instanceof UnreadableError) return { fields: {}, body: text };
    throw error;
  }
};

/** A field that should be text; empty if it is not. */
export const textIn = ({ fields }: Written, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** A field that should be a list of texts, without what is none. */
export const listIn = ({ fields }: Written, name: string): string[] => {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};
