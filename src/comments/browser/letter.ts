import { mail } from 'virtual:reply';
import * as words from 'virtual:reply-words';
import { element } from './element.ts';

/** The way out where the service fails: a link to write by e-mail, if the paper has an address for that. */
export const letterWith = (text: string): (string | Node)[] =>
  mail
    ? [
        ' ',
        element(
          'a',
          {
            href: `mailto:${mail}?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(text)}`,
          },
          words.mail,
        ),
      ]
    : [];
