import { wordsFor } from '../language/words.ts';
import type { Provider } from '../schemas/comments.ts';

/** What the section, and our own form and thread, say in the reader's browser. */
export interface Spoken {
  loading: string;
  unreachable: string;
  retry: string;
  mail: string;
  /** What it means to load the provider, where it is not loaded unasked, and the button that does. */
  consent: string | undefined;
  show: string;
  comment: string;
  name: string;
  send: string;
  missingComment: string;
  missingName: string;
  sending: string;
  sent: string;
  held: string;
  awaiting: string;
  notSent: string;
  reply: string;
  /** `{name}` and `{n}` stand for what is known only there. */
  replyTo: string;
  replyingTo: string;
  cancel: string;
  none: string;
  more: string;
  /** By plural category (Unicode CLDR). */
  count: Partial<Record<Intl.LDMLPluralRule, string>>;
}

/**
 * The words of the comments, as a browser can be given them.
 * @param language a BCP 47 tag
 */
export const spokenFor = (provider: Provider, language: string): Spoken => {
  const { form, consent, ...section } = wordsFor(language).comments;
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return {
    ...section,
    ...form,
    // These two want an account, or follow their readers.
    consent: provider === 'giscus' || provider === 'disqus' ? consent[provider] : undefined,
    replyTo: form.replyTo('{name}'),
    replyingTo: form.replyingTo('{name}'),
    count: Object.fromEntries(
      pluralCategories.sort().map((category) => [category, form.count('{n}', category)]),
    ),
  };
};
