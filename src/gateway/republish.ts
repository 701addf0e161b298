import { render } from 'astro:content';
import { createRenderer } from '../astro/fragment.ts';
import { asPlainText, withoutPictures } from '../copy/to-republish.ts';
import { changeNotesOf } from '../edition/change-notes.ts';
import { aiLine } from '../edition/reporting.ts';
import { escapeHtml } from '../escape-html.ts';
import { feedContent } from '../feeds/item.ts';
import { republishWords } from '../language/republish.ts';
import { addresses, calendar, edition, publication, type Story, words } from './edition.ts';
import { renderBodies } from './written.ts';

/** The words about stories that others may publish, in the paper's language. */
export const wordsOfRepublishing = republishWords[words.language];

const renderFragment = await createRenderer();

/** The licence under which others may publish a story; undefined if they may not. */
export const licenceOf = ({ republish, withdrawn }: Story) =>
  republish && !withdrawn ? publication.rights?.republish : undefined;

/** The stories that others may publish. */
export const republishable = edition.articles.filter((story) => licenceOf(story) !== undefined);

/** What others may publish of a story, in two forms: with headline, standfirst, credit and link, without pictures. */
export const textToRepublish = async (story: Story): Promise<{ html: string; text: string }> => {
  const url = addresses.absolute(addresses.article(story));
  await renderBodies(story.entry);
  const { Content } = await render(story.entry);
  const names = story.authors.map((id) => edition.author(id).name);
  const credit = wordsOfRepublishing.credit(
    calendar.list(names),
    publication.name,
    licenceOf(story)?.licence ?? '',
  );
  const body = withoutPictures(feedContent(await renderFragment(Content), url));
  // Who publishes a story elsewhere owes its readers what ours are told.
  const ai = aiLine(story.reporting, words);
  const corrections = changeNotesOf(story).filter(({ kind }) => kind === 'correction');
  const notes = corrections.map(({ date, text }) => {
    const day = calendar.day(new Date(date));
    return `<p>${escapeHtml(`${words.changes.correction}, ${day}: ${text}`)}</p>\n`;
  });
  const html =
    `<h1>${escapeHtml(story.headline)}</h1>\n<p><strong>${escapeHtml(story.standfirst)}</strong></p>\n` +
    `${ai === undefined ? '' : `<p><em>${escapeHtml(ai)}</em></p>\n`}${body}\n${notes.join('')}<p><em>${escapeHtml(credit)}</em> <a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`;
  return { html, text: asPlainText(html, url) };
};
