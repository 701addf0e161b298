import { language } from 'virtual:reply';
import * as words from 'virtual:reply-words';
import type { Mount } from '../../contract.ts';
import { element } from '../../element.ts';
import { type Shown, showComment } from './comment.ts';
import { makeForm } from './form.ts';
import { type Comment, serviceOf } from './service.ts';

/** Our own form and thread over the REST API of a Waline server (waline.js.org). */
export const mount: Mount = ({ room, thread, counted }) => {
  const service = serviceOf(thread);
  const known = new Map<unknown, Shown>();
  const title = element('h3');
  const list = element('ol', { className: 'thread' });
  const notice = element('p');
  let count = 0;
  let last = 0;

  const tell = (): void => {
    const form = new Intl.PluralRules(language).select(count);
    title.textContent = count
      ? String(words.count[form]).replace('{n}', count.toLocaleString(language))
      : words.none;
    counted(count);
  };

  const show = (comment: Comment): HTMLElement => {
    const shown =
      // New comments push others to the next page; those are not shown twice.
      known.get(comment.objectId) ??
      showComment(comment, (under) => {
        form.replyTo(comment, under);
      });
    known.set(comment.objectId, shown);
    return shown.item;
  };

  /** Shows replies under what they reply to, the oldest first. */
  const showReplies = (comments: Comment[]): void => {
    comments.sort((a, b) => (a.objectId > b.objectId ? 1 : -1));
    for (const comment of comments) {
      const item = show(comment);
      (known.get(comment.pid) ?? known.get(comment.rid))?.replies.append(item);
    }
  };

  const next = async (): Promise<HTMLElement | undefined> => {
    const page = await service.page(last + 1);
    const items = page.data
      .map((comment) => {
        const item = show(comment);
        showReplies(comment.children ?? []);
        return item;
      })
      .filter((item) => !item.isConnected);
    list.append(...items);
    last += 1;
    count = page.count;
    more.hidden = last >= page.totalPages;
    tell();
    return items[0];
  };

  const more = element(
    'button',
    {
      onclick: async () => {
        notice.textContent = '';
        try {
          (await next())?.focus();
        } catch {
          notice.textContent = words.unreachable;
        }
      },
    },
    words.more,
  );

  const form = makeForm(thread, service, (comment) => {
    const item = show(comment);
    const parent = known.get(comment.pid);
    if (parent) parent.replies.append(item);
    else list.prepend(item);
    if (comment.status === 'approved') count += 1;
    tell();
    return item;
  });

  return {
    ready: next().then(() => {
      room.append(form.home, title, list, notice, more);
    }),
    // The stylesheet adapts by itself.
    setTheme: () => undefined,
    destroy: () => {
      room.replaceChildren();
    },
  };
};
