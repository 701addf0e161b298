import { readingMinutes } from '../../edition/reading-time.ts';
import { wordsFor } from '../../language/words.ts';
import type { Publication } from '../../schemas/publication.ts';
import { changePage } from './change-page.ts';
import { contentsOf } from './contents-list.ts';
import { addInline, furnitureOf } from './furniture.ts';
import { makerIn } from './make-element.ts';
import {
  afterBody,
  bylineOf,
  clockOf,
  headOf,
  keyPointsOf,
  pictureOf,
  type StoryOnPage,
} from './story-elements.ts';

/** Names a page where the rest of it does: in its title and breadcrumb. Returns the name in the breadcrumb. */
const nameIn = (page: Document, title: string): Element | null => {
  page.title = title;
  const last = page.querySelector('[aria-current="page"]');
  if (last) last.textContent = title;
  return last;
};

/** The same for a story, whose section is in the breadcrumb and the navigation too. */
const nameAround = (page: Document, { headline, section }: StoryOnPage): void => {
  const last = nameIn(page, headline);
  const before = last?.closest('li')?.previousElementSibling?.querySelector('a');
  if (before) before.textContent = section;
  for (const link of page.querySelectorAll('header nav a')) {
    link.removeAttribute('aria-current');
    if (link !== before && link.textContent.trim() === section)
      link.setAttribute('aria-current', 'true');
  }
};

/** A page carries only the style that its own text needs. The rest is beside the preview, and comes before the page's own. */
const addStyle = (page: Document): void => {
  page.head.prepend(makerIn(page)('link', { rel: 'stylesheet', href: '../story.css' }));
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
  changePage(shell, (page) => {
    const article = page.querySelector('[data-story]');
    if (!article) throw new Error('The page that the preview needs is not the page of a story.');
    const make = makerIn(page);
    const words = wordsFor(paper.language);
    const clock = clockOf(paper);
    const body = make('div', {});
    body.innerHTML = story.body;
    const minutes = readingMinutes(body.textContent, paper.language);

    const contents = contentsOf(make, story.kind, body, { words, clock });
    const furniture = furnitureOf(article, words);
    addInline(body, story.kind, furniture.inline);
    article.setAttribute('data-section', story.sectionId);
    article.toggleAttribute('data-state', story.state !== undefined);
    if (story.state) article.setAttribute('data-state', story.state);
    article.replaceChildren(
      headOf(make, story, { words, clock, language: paper.language }, furniture),
      bylineOf(make, story, { words, clock, minutes }, furniture),
      ...furniture.slots,
      ...(story.leadImage ? [pictureOf(make, story.leadImage)] : []),
      ...keyPointsOf(make, story, words),
      ...(contents ? [contents] : []),
      ...body.childNodes,
      ...afterBody(make, story, { words, clock }, furniture),
    );
    nameAround(page, story);
    addStyle(page);
  });

/**
 * Puts a standing page (about, contact) into a printed one, as `[page].astro` prints it.
 * @param shell the HTML of any standing page of the paper: best its own
 * @param body sanitised, as `PaperModel.render` makes it
 * @returns as `printedPage`
 * @throws if the shell is no standing page
 */
export const printedStandingPage = (
  shell: string,
  { title, body }: { title: string; body: string },
): string =>
  changePage(shell, (page) => {
    const heading = page.querySelector('main > .page-head > h1');
    const text = page.querySelector('main > .page-head + .body');
    if (!heading || !text) throw new Error('The page that the preview needs is no standing page.');
    heading.textContent = title;
    text.innerHTML = body;
    nameIn(page, title);
    addStyle(page);
  });
