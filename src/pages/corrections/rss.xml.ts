import { addresses, edition, publication, words } from '../../edition/load.ts';
import { correctionItems } from '../../feeds/corrections.ts';
import { feedLength } from '../../feeds/item.ts';
import { writeRss } from '../../feeds/rss.ts';

export const GET = () =>
  writeRss(
    {
      title: `${publication.name}: ${words.corrections}`,
      description: words.correctionsAbout,
      language: publication.language,
      page: addresses.absolute(addresses.corrections),
      self: addresses.absolute(addresses.correctionsRss),
      built: edition.moment,
    },
    correctionItems(edition.corrections().slice(0, feedLength), {
      url: (story) => `${addresses.absolute(addresses.article(story))}#corrections`,
      title: words.correctionTo,
      section: (id) => edition.section(id).title,
    }),
  );
