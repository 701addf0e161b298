import { languageOf } from '../language/names.ts';
import { wordsFor } from '../language/words.ts';
import { type Provider, providerOf } from '../schemas/comments.ts';

/** The words of the section, and of our own form and thread, in the reader's browser. */
export interface Spoken {
  loading: string;
  unreachable: string;
  retry: string;
  mail: string;
  /** What loading the provider means for readers; present if it loads only when they ask for it. */
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
  /** Marks what an editor of the paper wrote. */
  editor: string;
  notSent: string;
  reply: string;
  /** `{name}` and `{n}` are placeholders that the browser fills in. */
  replyTo: string;
  replyingTo: string;
  cancel: string;
  none: string;
  more: string;
  /** By plural category (Unicode CLDR). */
  count: Partial<Record<Intl.LDMLPluralRule, string>>;
}

/**
 * The words of the comments, in a form that a browser's script can import.
 * @param language a BCP 47 tag
 */
export const spokenFor = (provider: Provider, language: string): Spoken => {
  const { form, ...section } = wordsFor(language).comments;
  const spoken = languageOf(language);
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return {
    ...section,
    ...form,
    consent: spoken && providerOf({ provider })?.consent?.[spoken],
    replyTo: form.replyTo('{name}'),
    replyingTo: form.replyingTo('{name}'),
    count: Object.fromEntries(
      pluralCategories.sort().map((category) => [category, form.count('{n}', category)]),
    ),
  };
};
