import type { Addresses } from '../addresses.ts';
import type { Card } from './card.ts';
import type { Copy, Entry } from '../copy/read.ts';
import { yearsToTell } from '../edition/age.ts';
import { kindNameOf } from '../edition/label.ts';
import { ageSentences } from '../language/age.ts';
import { traitsOf } from '../schemas/kinds.ts';
import { isPublic } from '../edition/public.ts';
import { sectionTree } from '../edition/section-tree.ts';
import { type Calendar, calendarFor } from '../language/dates.ts';
import { type Words, wordsFor } from '../language/words.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { AuthorCopy } from '../schemas/author.ts';
import { readColour } from '../schemas/colour.ts';
import type { Publication } from '../schemas/publication.ts';
import { accentOf } from '../theme/accents.ts';

/** A page's social card. */
export interface PagesCard {
  /** The address of its page, with the base path. */
  path: string;
  /** The file that its text comes from, as messages name it. */
  file: string;
  card: Card;
}

/** The paper's own card, for every page without one. */
export const paperCard = (
  { name, tagline, language }: Publication,
  { addresses, file }: { addresses: Addresses; file: string },
): PagesCard => ({
  path: addresses.front,
  file,
  card: { paper: name, language, note: tagline },
});

/** The files of pictures, by the absolute paths of the files that name them and their paths as written there. */
export type PictureFiles = ReadonlyMap<string, ReadonlyMap<string, { file: string }>>;

const portraitOf = (
  author: Entry<AuthorCopy> | undefined,
  pictures: PictureFiles,
): string | undefined =>
  author?.data.picture && pictures.get(author.file)?.get(author.data.picture.src)?.file;

/** The card of an article. */
const articleCard = (
  { data, file }: Entry<ArticleCopy>,
  {
    section,
    accent,
    authors,
    publication: { name: paper, language, ageNotice },
    words,
    moment,
    list,
    age,
    pictures,
  }: {
    section: string;
    accent: string | undefined;
    authors: Entry<AuthorCopy>[];
    publication: Publication;
    words: Words;
    moment: Date;
    list: Calendar['list'];
    age: ReturnType<typeof ageSentences>;
    pictures: PictureFiles;
  },
): Card => {
  const { headline, kind, kicker: own, leadImage, withdrawn } = data;
  const { labelled, leads, paid } = traitsOf(kind);
  const label = kindNameOf(data, words);
  if (withdrawn) {
    return { paper, language, headline, kicker: section, note: words.storyWithdrawn, accent };
  }
  const years = ageNotice ? yearsToTell(data, moment) : undefined;
  const notes = [
    ...(leads === 'author' ? [list(authors.map(({ data: { name } }) => name))] : []),
    ...(years === undefined ? [] : [age(years)]),
  ];
  const portrait = leads === 'author' ? portraitOf(authors[0], pictures) : undefined;
  // A section may have the same name as a kind: “Opinion”.
  const place = own ?? section;
  const kicker = labelled && label !== place ? `${place} · ${label}` : place;
  return {
    paper,
    language,
    headline,
    ...(paid ? { paid: label } : { kicker }),
    note: notes.length > 0 ? notes.join(' · ') : undefined,
    accent,
    picture: leadImage ? pictures.get(file)?.get(leadImage.src)?.file : portrait,
  };
};

/** The cards of the public articles, the sections and the authors, in a stable order. */
export const cardsOf = (
  { articles, sections, authors }: Copy,
  {
    publication,
    addresses,
    moment,
    pictures,
  }: { publication: Publication; addresses: Addresses; moment: Date; pictures: PictureFiles },
): PagesCard[] => {
  const { list } = calendarFor(publication.language, publication.timeZone);
  const words = wordsFor(publication.language);
  const age = ageSentences(words, publication.language);
  const common = { paper: publication.name, language: publication.language };
  const titles = new Map(sections.map(({ id, data }) => [id, data.title]));
  const authorsById = new Map(authors.map((author) => [author.id, author]));
  const tree = sectionTree(sections.map(({ id, data }) => ({ ...data, id })));
  // Cards are drawn on the light paper.
  const accents = new Map(
    sections.map(({ id }) => [id, readColour(accentOf(tree, id) ?? '')?.light]),
  );
  return [
    ...articles
      .filter(({ data }) => isPublic(data, moment))
      .map((article): PagesCard => ({
        path: addresses.article({ ...article.data, id: article.id }),
        file: article.shown,
        card: articleCard(article, {
          section: titles.get(article.data.section) ?? article.data.section,
          accent: accents.get(article.data.section),
          authors: article.data.authors.flatMap((id) => authorsById.get(id) ?? []),
          publication,
          words,
          moment,
          list,
          age,
          pictures,
        }),
      })),
    ...sections.map(({ id, data: { title, description }, shown }): PagesCard => ({
      path: addresses.section(id),
      file: shown,
      card: { ...common, headline: title, note: description, accent: accents.get(id) },
    })),
    ...authors.map((author): PagesCard => ({
      path: addresses.author(author.id),
      file: author.shown,
      card: {
        ...common,
        headline: author.data.name,
        kicker: author.data.role,
        picture: portraitOf(author, pictures),
      },
    })),
  ];
};
