import { generateCorpus, seededRandom, zipf } from './corpus.ts';

/** An article in a benchmark's archive, before it gets a contender's frontmatter. */
export interface ArchiveArticle {
  slug: string;
  headline: string;
  standfirst: string;
  section: string;
  authors: string[];
  topics: string[];
  /** ISO 8601, in UTC. */
  published: string;
  /** The number of its picture, if it has one. */
  picture: number | undefined;
  /** Markdown, about 600 words. */
  body: string;
}

/** What every contender builds: the same text, lists and dates. */
export interface Archive {
  sections: string[];
  authors: string[];
  topics: string[];
  /** The number of distinct pictures that the articles share. */
  pictures: number;
  /** Newest first. */
  articles: ArchiveArticle[];
  /** One more article, the newest of all, for the `add` scenario. */
  added: ArchiveArticle;
}

/** The edition's moment, fixed so that nothing depends on the clock. Every article is older. */
export const archiveMoment = new Date('2025-03-01T08:00:00Z');

const authorCount = 40;
const topicCount = 200;
/** 10,000 articles make up 20 years. */
const articlesPerDay = 1.4;
const hour = 3_600_000;

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Joins paragraphs to Markdown, with crossheads, a quotation, a link and some emphasis, as in a real story. */
const toMarkdown = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((text, n) => {
      const paragraph = capitalised(text);
      if (n === 2 || n === 6)
        return `## ${paragraph.split(' ').slice(0, 4).join(' ')}\n\n${paragraph}`;
      if (n === 4) return `> ${paragraph}`;
      if (n === 1) return paragraph.replace(/ (\S+) (\S+)/, ' [$1 $2](/about/)');
      return n === 3 ? paragraph.replace(/ (\S+)/, ' *$1*') : paragraph;
    })
    .join('\n\n');

const numbered = (name: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) => `${name}-${String(n + 1).padStart(String(count).length, '0')}`,
  );

/**
 * Generates an archive. The same arguments give the same archive on every machine.
 * @param count the number of articles, without the one that the `add` scenario adds
 * @param pictures the number of distinct pictures that they share; three of four articles have one
 */
export const generateArchive = (count: number, pictures = 40, seed = 1): Archive => {
  const random = seededRandom(seed + 2);
  const authors = numbered('author', authorCount);
  const topics = numbered('topic', topicCount);
  const sections = new Set<string>();
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  const [added, ...articles] = generateCorpus(count + 1, seed).map(
    ({ section, headline, standfirst, body }, n): ArchiveArticle => {
      sections.add(section);
      const day = Math.floor((n + 1) / articlesPerDay);
      const moment = archiveMoment.getTime() - day * 24 * hour - Math.floor(random() * 16) * hour;
      return {
        slug: `${headline.split(' ').slice(0, 4).join('-')}-${String(count - n)}`,
        headline: capitalised(headline),
        standfirst: `${capitalised(standfirst)}.`,
        section,
        authors: [...new Set(random() < 0.1 ? [any(authors), any(authors)] : [any(authors)])],
        topics: [
          ...new Set(
            Array.from(
              { length: 1 + Math.floor(random() * 3) },
              () => topics[zipf(1, topicCount + 1, random) - 1] ?? '',
            ),
          ),
        ],
        published: new Date(n === 0 ? archiveMoment.getTime() - hour : moment)
          .toISOString()
          .replace('.000Z', '+00:00'),
        picture: random() < 0.75 ? n % pictures : undefined,
        body: toMarkdown(body.trim().split('\n\n')),
      };
    },
  ) as [ArchiveArticle, ...ArchiveArticle[]];
  return { sections: [...sections].sort(), authors, topics, pictures, articles, added };
};
