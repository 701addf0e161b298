import type { CommentsOf, Provider } from '../../schemas/comments.ts';

type Settings = CommentsOf<Provider>;
type NameOf<S> = S extends unknown ? keyof S : never;
type ValueOf<S, Name extends PropertyKey> = S extends Record<Name, infer Value> ? Value : never;

/** The settings that a script is built with. An adapter reads those of its own provider; no others are set. */
export type ReplySettings = {
  [Name in Exclude<NameOf<Settings>, 'provider' | 'mail'>]: ValueOf<Settings, Name>;
} & {
  mail: string | undefined;
  /** The publication's language (BCP 47) and time zone (IANA). */
  language: string;
  timeZone: string;
};
