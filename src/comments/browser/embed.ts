import { patience } from './contract.ts';
import { element } from './element.ts';

/**
 * Runs a provider's script and waits for what it draws.
 * @param room where it draws; the script is added there too
 * @param sign a selector for the element whose presence shows that it has drawn
 * @returns rejects if the script does not load, or draws nothing in time
 */
export const embed = (
  room: HTMLElement,
  src: string,
  sign: string,
  attributes: Record<string, string> = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const watch = new MutationObserver(() => {
      if (!room.querySelector(sign)) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(room, { childList: true, subtree: true });
    setTimeout(reject, patience);
    const script = element('script', { src, async: true, onerror: reject });
    for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
    room.append(script);
  });

/** The story's headline, which some providers show or send in their messages. */
export const headline = (): string => document.querySelector('h1')?.innerText ?? document.title;

/** The language that a BCP 47 tag begins with, as the providers name it. */
export const languageName = (tag: string): string => new Intl.Locale(tag).language;
