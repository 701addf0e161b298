import { readingMinutes } from '../../edition/reading-time.ts';
import { wordsFor } from '../../language/words.ts';
import type { Publication } from '../../schemas/publication.ts';
import { contentsOf } from './contents-list.ts';
import { makerIn } from './make-element.ts';
import {
  afterBody,
  bylineOf,
  clockOf,
  headOf,
  pictureOf,
  type StoryOnPage,
} from './story-elements.ts';

/**
 * Changes a page without its inline styles, and puts them back as they were: parsing them here would count against the
 * policy of the desk's page, though only the frame will show them. Scripts go: the frame would only report them.
 */
const withoutStyles = (html: string, change: (page: Document) => void): string => {
  const styles = html.match(/<style>.*?<\/style>/gs) ?? [];
  let n = 0;
  const bare = html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/<style>.*?<\/style>/gs, () => `<meta data-style="${String(n++)}">`);
  const page = new DOMParser().parseFromString(bare, 'text/html');
  change(page);
  const changed = page.documentElement.outerHTML.replaceAll(
    /<meta data-style="(\d+)"\s*\/?>/g,
    (_, number: string) => styles[Number(number)] ?? '',
  );
  return `<!doctype html>${changed}`;
};

/** Names the story and its section where the rest of the page does: in its title, breadcrumb and navigation. */
const nameAround = (page: Document, { headline, section }: StoryOnPage): void => {
  page.title = headline;
  const last = page.querySelector('[aria-current="page"]');
  if (last) last.textContent = headline;
  const before = last?.closest('li')?.previousElementSibling?.querySelector('a');
  if (before) before.textContent = section;
  for (const link of page.querySelectorAll('header nav a')) {
    link.removeAttribute('aria-current');
    if (link !== before && link.textContent.trim() === section)
      link.setAttribute('aria-current', 'true');
  }
};

/**
 * Puts a story into a printed page of its paper, in place of the one that is there: what readers would see of it, with
 * the furniture of the page around it. Its links to authors and topics lead nowhere. Advertisements inside the story
 * stay where they are.
 * @param shell the HTML of the page of any story, as the paper prints it: best its own, or one of the same section
 * @returns HTML for `showInFrame`, which takes scripts out; it is not meant for any other place
 * @throws if the shell is no page of a story
 */
export const printedPage = (
  shell: string,
  story: StoryOnPage,
  paper: Pick<Publication, 'language' | 'timeZone'>,
): string =>
  withoutStyles(shell, (page) => {
    const article = page.querySelector('[data-story]');
    if (!article) throw new Error('The page that the preview needs is not the page of a story.');
    const make = makerIn(page);
    const words = wordsFor(paper.language);
    const clock = clockOf(paper);
    const body = make('div', {});
    body.innerHTML = story.body;
    const minutes = readingMinutes(body.textContent, paper.language);

    const contents = contentsOf(make, story.kind, body, words);
    const slots = [...article.children].filter((part) => part.matches('[data-slot]'));
    article.replaceChildren(
      headOf(make, story, words),
      bylineOf(make, story, { words, clock, minutes }),
      ...slots,
      ...(story.leadImage ? [pictureOf(make, story.leadImage)] : []),
      ...(contents ? [contents] : []),
      ...body.childNodes,
      ...afterBody(make, story, words, clock),
    );
    nameAround(page, story);
    // A page carries only the style that its own story needs. It is beside the preview, and comes before the page's own.
    page.head.prepend(make('link', { rel: 'stylesheet', href: '../story.css' }));
  });
