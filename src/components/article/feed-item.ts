import { getImage } from 'astro:assets';
import { render } from 'astro:content';
import { experimental_AstroContainer } from 'astro/container';
import { traitsOf } from '../../edition/kinds.ts';
import { addresses, edition, type Story, words } from '../../edition/load.ts';
import { sizeOf } from '../picture-size.ts';
import { escaped, feedContent, type FeedItem, guidOf } from '../../feeds/item.ts';

const container = await experimental_AstroContainer.create();

const leadImageOf = async ({ leadImage }: Story): Promise<string> => {
  if (!leadImage) return '';
  const width = Math.min(1280, sizeOf(leadImage.src).width);
  const image = await getImage({
    src: leadImage.src,
    width,
    format: 'jpeg',
    background: '#ffffff',
  });
  const caption = [leadImage.caption, leadImage.credit].filter(Boolean).join(' ');
  return (
    `<figure><img src="${escaped(image.src)}" alt="${escaped(leadImage.alt)}" ` +
    `width="${String(image.attributes['width'])}" height="${String(image.attributes['height'])}">` +
    `${caption ? `<figcaption>${escaped(caption)}</figcaption>` : ''}</figure>`
  );
};

const told = new WeakMap<Story, Promise<FeedItem>>();

/** A story as feeds tell it: lead image, the whole body, its source. Told once, however many feeds carry it. */
export const feedItemOf = (story: Story): Promise<FeedItem> => {
  const item = told.get(story) ?? tell(story);
  told.set(story, item);
  return item;
};

const tell = async (story: Story): Promise<FeedItem> => {
  const { Content } = await render(story.entry);
  const url = addresses.absolute(addresses.article(story));
  const source = story.source
    ? `<p>${escaped(words.source)}: ${
        story.source.url
          ? `<a href="${escaped(story.source.url)}">${escaped(story.source.name)}</a>`
          : escaped(story.source.name)
      }</p>`
    : '';
  const corrections = story.corrections
    .map(({ text }) => `<p><strong>${escaped(words.corrections)}:</strong> ${escaped(text)}</p>`)
    .join('');
  // Said in the title, because few readers of feeds are shown the categories.
  const label = traitsOf(story.kind).paid ? words.kinds[story.kind] : undefined;
  const body = await container.renderToString(Content);
  return {
    guid: guidOf(story),
    url,
    title: label ? `${label}: ${story.headline}` : story.headline,
    summary: story.standfirst,
    content: feedContent((await leadImageOf(story)) + body + corrections + source, url),
    published: new Date(story.published),
    updated: story.updated ? new Date(story.updated) : undefined,
    authors: story.authors.map((id) => edition.author(id).name),
    categories: [
      edition.section(story.section).title,
      ...(label ? [label] : []),
      ...edition.topics.of(story).map(({ title }) => title),
    ],
  };
};
