import { z } from 'zod';
import type { CommentProvider } from './comment-providers/provider.ts';
import { providers } from './comment-providers/registry.ts';
import { rule } from './values.ts';

export { isLocal, isServer } from './comment-providers/provider.ts';

/** The names of all providers, in the order of the list. */
export const providerNames = Object.keys(providers) as Provider[];

/** An email address that readers may write to if the service fails: `letters@news.example`. */
const mail = z
  .string()
  .trim()
  .refine(
    (text) => z.email().safeParse(text).success,
    rule('an email address', 'Write only the address, or leave it out.'),
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

/**
 * The service behind LEAVE A REPLY, and its settings, which are described in the provider's file in comment-providers/.
 */
export const commentsSchema = z.discriminatedUnion('provider', [
  none,
  ...(providerNames.map(schemaOf) as unknown as Schemas[Provider][]),
]);

export type Comments = z.output<typeof commentsSchema>;
/** The name of a provider. */
export type Provider = keyof typeof providers;
/** The settings of one provider. */
export type CommentsOf<P extends Provider> = Extract<Comments, { provider: P }>;

/** What is known about the provider; undefined where comments are closed. */
export const providerOf = ({
  provider,
}: Pick<Comments, 'provider'>): CommentProvider | undefined =>
  provider === 'none' ? undefined : providers[provider];

/**
 * The settings for a paper that names no service: a server like the one that `npm run comments` starts.
 * @param server its address, which may be on this machine
 */
export const commentsAt = (server: string): Comments => {
  const provider = providerNames.find((name) => (providers[name] as CommentProvider).runsHere);
  return { provider, server } as Comments;
};
