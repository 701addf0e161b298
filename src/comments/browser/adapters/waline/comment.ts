import { language, timeZone } from 'virtual:reply';
import * as words from 'virtual:reply-words';
import { element } from '../../element.ts';
import { linked, sanitise } from './sanitise.ts';
import type { Comment } from './service.ts';

/** A comment in the page, with room for the replies to it. */
export interface Shown {
  item: HTMLElement;
  replies: HTMLElement;
}

/**
 * Makes the list item of a comment.
 * @param reply is called when the reader wants to reply, with the place for the form
 */
export const showComment = (
  { nick, link, time, status, type, comment }: Comment,
  reply: (under: HTMLElement) => void,
): Shown => {
  const moment = new Date(time);
  const when = moment.toLocaleString(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const replies = element('ol', { className: 'thread' });
  const place = element('div', { className: 'thread-foot' });
  place.append(
    status === 'approved'
      ? element(
          'button',
          {
            ariaLabel: words.replyTo.replace('{name}', () => nick),
            onclick: () => {
              reply(place);
            },
          },
          words.reply,
        )
      : element('em', {}, words.awaiting),
  );
  const item = element(
    'li',
    { tabIndex: -1 },
    element(
      'p',
      { className: 'label' },
      // Isolated, so that a name cannot reorder the text around it (Unicode UAX #9).
      element('bdi', {}, ...linked(link, nick)),
      ' ',
      // Outside the name, which can say anything.
      ...(type === 'administrator' ? [element('strong', {}, words.editor), ' '] : []),
      element('time', { dateTime: moment.toISOString() }, when),
    ),
    element('div', { className: 'body', dir: 'auto' }, ...sanitise(comment)),
    place,
    replies,
  );
  item.dataset['comments'] = 'comment';
  return { item, replies };
};
