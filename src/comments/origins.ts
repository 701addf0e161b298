import type { Origins } from '../policy-origins.ts';
import { type Comments, providerOf } from '../schemas/comments.ts';

/** What a page's policy must allow for the provider of its comments, besides the paper's own files. */
export const originsOf = (comments: Comments): Origins =>
  providerOf(comments)?.origins(comments) ?? {};

/** Whether a provider's frame or script opens a window to sign in and waits for its answer. */
export const opensWindows = (comments: Comments): boolean =>
  providerOf(comments)?.opensWindows ?? false;
