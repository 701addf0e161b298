import { inlinePlace } from '../../copy/inline-place.ts';
import type { Words } from '../../language/words.ts';
import { type Kind, traitsOf } from '../../schemas/kinds.ts';

/** What stands between the parts of a story on a printed page, and is not the story's own. */
export interface Furniture {
  slots: readonly Element[];
  /** Pictures of authors, by their names: of those that the page has. */
  portraits: ReadonlyMap<string, Element>;
  /** The link to the comments, in the byline. */
  comments: Element | undefined;
  /** The buttons below the headline. */
  tools: Element | undefined;
  /** A card of another story, in the text. */
  inline: Element | undefined;
  /** Where readers tell of mistakes. */
  mistakes: readonly Element[];
  /** The button that follows a topic: its name stands beside it. */
  follow: Element | undefined;
  /** What is at the foot of a story, apart from its topics. The boxes of authors may be those of others. */
  foot: readonly Element[];
}

/** The furniture of a printed story, which may be another than the one that is shown in its place. */
export const furnitureOf = (article: Element, words: Words): Furniture => {
  const children = [...article.children];
  const foot = children.find((part) => part.matches('.foot'));
  return {
    slots: children.filter((part) => part.matches('[data-slot]')),
    portraits: new Map(
      [...article.querySelectorAll('.opinion-by li')].flatMap((author) => {
        const portrait = author.querySelector('img');
        const name = author.querySelector('a')?.textContent.trim();
        return portrait && name !== undefined ? [[name, portrait] as const] : [];
      }),
    ),
    comments: article.querySelector('[data-byline] [data-comments]')?.closest('span') ?? undefined,
    tools: article.querySelector('[data-byline] > .tools') ?? undefined,
    inline: children.find((part) => part.matches('aside.inline')),
    mistakes: children.filter(
      (part) => part.matches('.note') && part.textContent.includes(words.foundAMistake),
    ),
    follow: foot?.querySelector('.topics button') ?? undefined,
    foot: foot ? [...foot.children].filter((part) => !part.matches('.topics')) : [],
  };
};

/** Puts the card of another story into a text, where `WithInline.astro` would. */
export const addInline = (body: Element, kind: Kind, inline: Element | undefined): void => {
  const { paid, contents } = traitsOf(kind);
  if (!inline || paid || contents === 'entries') return;
  const html = body.innerHTML;
  const place = inlinePlace(html);
  if (place !== undefined)
    body.innerHTML = html.slice(0, place) + inline.outerHTML + html.slice(place);
};
