import { type Leaf, leafLength } from '../edition/leaves.ts';
import { collectionData } from '../metadata/structured-data/lists.ts';
import { addresses, calendar, type Story, type StoryList, words } from './edition.ts';

/** What the head of a page of a list says, whichever way its stories are set: title, address, neighbours, breadcrumb. */
export const leafMetadata = (
  { title: name, description, path, above = [] }: StoryList,
  { number, count, articles }: Leaf<Story>,
) => {
  const page = calendar.number(number);
  const isFirst = number === 1;
  const url = addresses.absolute(addresses.leaf(path, number));
  const stories = articles.map((story) => addresses.absolute(addresses.article(story)));
  return {
    title: isFirst ? name : words.pageOf(name, page),
    description: isFirst ? description : `${description} ${words.pageNumber(page)}`,
    path: addresses.leaf(path, number),
    previous: isFirst ? undefined : addresses.leaf(path, number - 1),
    next: number < count ? addresses.leaf(path, number + 1) : undefined,
    data: [collectionData({ name, description, url }, stories, (number - 1) * leafLength)],
    steps: isFirst
      ? [...above, { title: name }]
      : [...above, { title: name, path }, { title: words.pageNumber(page) }],
  };
};
