import { render } from 'astro:content';
import { createRenderer } from '../astro/fragment.ts';
import { traitsOf } from '../schemas/kinds.ts';
import { addresses, calendar, edition, publication, type Story, words } from './edition.ts';
import { changesLine } from './record.ts';
import { licenceOf } from './republish.ts';
import { plainPicture } from './story-picture.ts';
import { renderBodies } from './written.ts';
import { changeNotesOf } from '../edition/change-notes.ts';
import { keyPointsTitle, kindNameOf } from '../edition/label.ts';
import { aiLine, creditLine, reportingHtml } from '../edition/reporting.ts';
import { notesOf } from '../edition/notes.ts';
import { escapeHtml } from '../escape-html.ts';
import { guidOf } from '../feeds/guid.ts';
import { feedContent, type FeedItem, type FeedPicture } from '../feeds/item.ts';

const renderFragment = await createRenderer();

const pictureOf = async ({ leadImage }: Story): Promise<FeedPicture | undefined> => {
  if (!leadImage) return undefined;
  const { src, type, width, height } = await plainPicture(leadImage.src, 'story');
  return { url: addresses.absolute(src), type, width, height, alt: leadImage.alt };
};

const figureOf = ({ leadImage }: Story, { url, alt, width, height }: FeedPicture): string => {
  const credit = creditLine(leadImage ?? {}, words);
  const caption = [leadImage?.caption, credit].filter(Boolean).join(' ');
  return (
    `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}" ` +
    `width="${String(width)}" height="${String(height)}">` +
    `${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`
  );
};

const items = new WeakMap<Story, Promise<FeedItem>>();

/** A story as a feed item. It is rendered once, however many feeds carry it. */
export const feedItemOf = (story: Story): Promise<FeedItem> => {
  const item = items.get(story) ?? makeItem(story);
  items.set(story, item);
  return item;
};

/** Everything on the story's page, as HTML: its series, lead image, key points, body, notes on changes, how it
 * was reported, and other notes. */
const contentOf = async (story: Story, picture: FeedPicture | undefined): Promise<string> => {
  await renderBodies(story.entry);
  const { Content } = await render(story.entry);
  const notes = notesOf(story)
    .map(({ name, text, url }) => {
      const shown = escapeHtml(text);
      const linked = url ? `<a href="${escapeHtml(url)}">${shown}</a>` : shown;
      return `<p>${escapeHtml(words.notes[name])}: ${linked}</p>`;
    })
    .join('');
  const changes = changeNotesOf(story)
    .map(
      ({ kind, text }) =>
        `<p><strong>${escapeHtml(words.changes[kind])}:</strong> ${escapeHtml(text)}</p>`,
    )
    .join('');
  const line = changesLine(story);
  const changed = line
    ? `<p><a href="${escapeHtml(line.path)}">${escapeHtml(line.text)}</a></p>`
    : '';
  const points = (story.keyPoints ?? []).map((point) => `<li>${escapeHtml(point)}</li>`).join('');
  const place = edition.series.placeOf(story);
  const series =
    place &&
    `<p><a href="${escapeHtml(addresses.series(place.series.id))}">${escapeHtml(place.series.title)}</a> · ` +
      `${escapeHtml(words.series.part(calendar.number(place.part), calendar.number(place.count)))}</p>`;
  const keyPoints =
    points && `<h2>${escapeHtml(keyPointsTitle(story.kind, words))}</h2><ul>${points}</ul>`;
  // Feed readers show what was true when they fetched it, so that is said.
  const state = story.state
    ? `<p><strong>${escapeHtml(kindNameOf(story, words))}</strong></p>`
    : '';
  const ai = aiLine(story.reporting, words);
  const reporting = reportingHtml(story.reporting, words);
  const body = await renderFragment(Content);
  return (
    (series ?? '') +
    (ai === undefined ? '' : `<p><em>${escapeHtml(ai)}</em></p>`) +
    state +
    (picture ? figureOf(story, picture) : '') +
    keyPoints +
    body +
    changed +
    changes +
    (reporting && `<h2>${escapeHtml(words.reporting.title)}</h2>${reporting}`) +
    notes
  );
};

const makeItem = async (story: Story): Promise<FeedItem> => {
  const url = addresses.absolute(addresses.article(story));
  const picture = await pictureOf(story);
  const licence = licenceOf(story);
  // In the title, because few feed readers show categories.
  const paid = traitsOf(story.kind).paid ? words.kinds[story.kind] : undefined;
  const label = story.withdrawn ? words.changes.withdrawal : paid;
  const updated = story.withdrawn?.date ?? story.updated;
  return {
    guid: guidOf(story),
    url,
    title: label ? words.changeTo(label, story.headline) : story.headline,
    summary: story.standfirst,
    content:
      publication.feeds.content === 'full'
        ? feedContent(await contentOf(story, picture), url)
        : undefined,
    published: new Date(story.published),
    updated: updated ? new Date(updated) : undefined,
    authors: story.authors.map((id) => ({
      name: edition.author(id).name,
      url: addresses.absolute(addresses.author(id)),
    })),
    categories: [
      edition.section(story.section).title,
      ...(label ? [label] : story.state ? [kindNameOf(story, words)] : []),
      ...edition.topics.of(story).map(({ title }) => title),
    ],
    picture,
    rights: licence && `${licence.licence}, ${licence.url}`,
  };
};
