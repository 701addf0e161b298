import { language } from 'virtual:reply';
import * as words from 'virtual:reply-words';
import './section.css';
import type { Mount, Mounted } from './contract.ts';
import { element } from './element.ts';
import { letterWith } from './letter.ts';

/** Loads the stylesheet, which has the script's name. If it does not load, everything works without it. */
const dress = (): Promise<unknown> =>
  new Promise((resolve) => {
    document.head.append(
      element('link', {
        rel: 'stylesheet',
        href: import.meta.url.replace(/js$/, 'css'),
        onload: resolve,
        onerror: resolve,
      }),
    );
  });

/** A part of the page that is marked for comments. */
const part = (name: string): Element | null => document.querySelector(`[data-comments=${name}]`);

/**
 * Opens LEAVE A REPLY: puts a provider's form and thread into the section, and says so if they do not load.
 * @param mount the provider's adapter
 * @param opened called once it is open
 */
export const openSection = (mount: Mount, opened?: (mounted: Mounted) => void): void => {
  const section = part('section') as HTMLElement;
  const heading = part('title') as HTMLElement;
  const room = part('room') as HTMLElement;
  const { href: address } = document.querySelector('[rel=canonical]') as HTMLLinkElement;
  const badge = element('b');

  const attempt = async (): Promise<void> => {
    const notice = element('p', {}, words.loading);
    const own = element('div');
    room.replaceChildren(notice, own);
    const mounted = mount({
      room: own,
      thread: section.dataset['thread'] ?? new URL(address).pathname,
      address,
      counted: (count) => {
        badge.textContent = count ? count.toLocaleString(language) : '';
      },
    });
    try {
      await mounted.ready;
      notice.remove();
      opened?.(mounted);
    } catch {
      mounted.destroy();
      offer(words.unreachable, words.retry, ...letterWith(''));
    }
  };

  /** Shows a sentence, and a button that tries to load it. */
  const offer = (text: string, label: string, ...rest: (string | Node)[]): void => {
    const onclick = (): void => {
      // The button has the focus and is about to be removed.
      heading.focus();
      void attempt();
    };
    room.replaceChildren(element('p', {}, text), element('button', { onclick }, label), ...rest);
  };

  heading.tabIndex = -1;
  part('count')?.append(' ', badge);
  void dress().then(() => {
    if (words.consent) offer(words.consent, words.show);
    else void attempt();
  });
};
