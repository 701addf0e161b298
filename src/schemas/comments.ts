import { z } from 'zod';
import type { CommentProvider } from './comment-providers/provider.ts';
import { providers } from './comment-providers/registry.ts';
import { rule } from './values.ts';

export { isLocal, isServer } from './comment-providers/provider.ts';

/** The names of all providers, in the order of the list. */
export const providerNames = Object.keys(providers) as Provider[];

/** Where readers may write instead when the service fails them: an e-mail address. */
const mail = z
  .string()
  .trim()
  .refine(
    (text) => z.email().safeParse(text).success,
    rule('an e-mail address', 'Write the address alone, or leave it out.'),
  )
  .optional();

/** Comments are closed, and the section says so. */
const none = z.strictObject({ provider: z.literal('none') });

type Schemas = {
  [P in Provider]: (typeof providers)[P] extends CommentProvider<infer Shape>
    ? z.ZodObject<Shape & { provider: z.ZodLiteral<P>; mail: typeof mail }, z.core.$strict>
    : never;
};

const schemaOf = (name: Provider) =>
  z.strictObject({ provider: z.literal(name), ...providers[name].settings, mail });

/** Who runs LEAVE A REPLY, and what they need to know. A provider's settings are described in its file in comment-providers/. */
export const commentsSchema = z.discriminatedUnion('provider', [
  none,
  ...(providerNames.map(schemaOf) as unknown as Schemas[Provider][]),
]);

export type Comments = z.output<typeof commentsSchema>;
/** Who runs them, where somebody does. */
export type Provider = keyof typeof providers;
/** The settings of one provider. */
export type CommentsOf<P extends Provider> = Extract<Comments, { provider: P }>;

/** What is known about whoever runs the comments; undefined where they are closed. */
export const providerOf = ({
  provider,
}: Pick<Comments, 'provider'>): CommentProvider | undefined =>
  provider === 'none' ? undefined : providers[provider];

/**
 * The comments of a paper that names no service: a server of the kind that `npm run comments` starts.
 * @param server its address, which may be on this machine
 */
export const commentsAt = (server: string): Comments => {
  const provider = providerNames.find((name) => (providers[name] as CommentProvider).runsHere);
  return { provider, server } as Comments;
};
