import { mail } from 'virtual:reply';
import * as words from 'virtual:reply-words';
import { element } from './element.ts';

/** A link to email the paper instead when the service fails, if the publication gives an address. */
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
