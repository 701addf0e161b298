import { type CommentsOf, commentsSchema, type Provider } from '../../src/schemas/comments.ts';
import { providers } from '../../src/schemas/comment-providers/registry.ts';

/** Every comment provider with its required settings. */
export const commentSettings = Object.fromEntries(
  Object.entries(providers).map(([provider, { example }]) => [
    provider,
    commentsSchema.parse({ provider, ...example }),
  ]),
) as { [P in Provider]: CommentsOf<P> };
