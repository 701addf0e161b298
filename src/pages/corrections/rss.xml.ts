import { answerFeed } from '../../components/list/feeds.ts';
import { addresses, edition, publication, words } from '../../gateway/edition.ts';
import { correctionItems } from '../../feeds/corrections.ts';
import { feedLength } from '../../feeds/item.ts';

export const GET = () =>
  answerFeed(
    'rss',
    {
      title: `${publication.name}: ${words.corrections}`,
      description: words.correctionsAbout,
      path: addresses.corrections,
    },
    correctionItems(edition.corrections().slice(0, feedLength), {
      url: (story) => `${addresses.absolute(addresses.article(story))}#corrections`,
      title: words.correctionTo,
      section: (id) => edition.section(id).title,
    }),
  );
