import type { Mistake } from '../../copy/mistakes.ts';

/** A file as a forge lists it. */
export interface ForgeFile {
  /** Its path from the repository's root. */
  path: string;
  /** What changes with its content: the id of its blob in git. */
  version: string;
  /** Bytes, if the forge says. */
  size?: number;
}

/** A file to write or delete. */
export type Change =
  | {
      path: string;
      content: string | Uint8Array;
      /** What it replaces; undefined for a new file. */ was?: string;
    }
  | { path: string; was: string; gone: true };

export interface Person {
  /** As the forge knows them. */
  login: string;
  name: string;
  email?: string;
  mayWrite: boolean;
}

/** What a save came to. */
export interface Saved {
  /** The new versions of the files written, by path. */
  versions: ReadonlyMap<string, string>;
  /** The request for review that it is part of, if saves are reviewed. */
  review?: Review;
}

/** A request to take changes over: a pull request, or a merge request. */
export interface Review {
  /** Where it is read. */
  url: string;
  branch: string;
  title: string;
  /** The files that it changes, as far as they are known. */
  paths: readonly string[];
}

/** Why a forge did not do what it was asked. */
export type ForgeFault =
  /** Files have other versions than `was` said, or exist already. Nothing was written. */
  | { kind: 'conflict'; paths: readonly string[] }
  /** The check refused them (the local server). Nothing was written. */
  | { kind: 'mistakes'; mistakes: readonly Mistake[] }
  /** Not signed in, or no longer. */
  | { kind: 'signed-out' }
  /** Signed in, but not allowed to do this. */
  | {
      kind: 'forbidden';
      message: string;
      /** The branch takes no direct saves, or this person or token may only read. */ why?:
        'protected' | 'read-only';
    }
  /** Too many requests. */
  | { kind: 'limited'; until?: Date }
  | { kind: 'offline' }
  | { kind: 'other'; message: string };

export class ForgeError extends Error {
  readonly fault: ForgeFault;

  constructor(fault: ForgeFault, options?: ErrorOptions) {
    super('message' in fault ? fault.message : fault.kind, options);
    this.fault = fault;
  }
}

/** Where the paper's files are read and written. Every method may throw a {@link ForgeError}. */
export interface Forge {
  me(): Promise<Person>;
  /** All files below a folder of the repository. */
  list(folder: string): Promise<ForgeFile[]>;
  /** The texts of files, by path. */
  readTexts(
    files: readonly ForgeFile[],
    progress?: (done: number) => void,
  ): Promise<Map<string, string>>;
  /** One file's bytes: a picture. */
  readBytes(file: ForgeFile): Promise<Blob>;
  /**
   * Writes all changes or none, as one commit (on this machine: whole files).
   * @param message the commit's
   */
  save(changes: readonly Change[], message: string): Promise<Saved>;
  /** Requests for review that are open, made by a desk. Empty where there are none. */
  reviews(): Promise<Review[]>;
}
