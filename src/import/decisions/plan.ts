import type { Addresses } from '../../addresses.ts';
import type { Kind } from '../../schemas/kinds.ts';
import { oldPermalink } from './addresses.ts';
import { type AuthorPlan, planAuthors } from './authors.ts';
import { kindOfSection } from './kinds.ts';
import type { Fate, Mapping } from './mapping.ts';
import { createIds, idFrom } from './names.ts';
import { mainSection, pathOfSection, planSections, type SectionPlan } from './sections.ts';
import type { Summary, Survey } from './survey.ts';
import { planTopics } from './topics.ts';
import { momentOf, zoneClock, zoneOf } from './zone.ts';

/** An entry that the paper gets, and everything about it that does not depend on its text. */
export interface PlannedEntry {
  summary: Summary;
  fate: 'article' | 'page';
  /** The name of its folder or file. */
  id: string;
  /** Its address in the paper, without a base path. */
  path: string;
  /** ISO 8601 with offset. */
  published: string;
  updated: string | undefined;
  section: string;
  kind: Kind;
  topics: string[];
  authors: string[];
  mustRead: number | undefined;
  draft: boolean;
}

/** What the import decides before it writes anything. */
export interface Plan {
  zone: string;
  /** The pattern of the old addresses, if there is one. */
  permalink: string | undefined;
  sections: SectionPlan;
  authors: AuthorPlan;
  /** The topic of each tag, by its id in the source. */
  topics: ReadonlyMap<string, string>;
  /** By their ids in the source. */
  entries: Map<string, PlannedEntry>;
  /** Why each other entry stays out, by its id in the source. */
  heldBack: Map<string, string>;
  /** What the mapping file says after this run. */
  mapping: Mapping;
}

/** What the plan needs to know about the paper and the command. */
export interface PlanSetting {
  mapping: Mapping;
  addresses: Addresses;
  /** The publication's time zone. */
  timeZone: string | undefined;
  /** The time zone that the command names. */
  chosenZone?: string | undefined;
  /** Types of entries, and what the command says about them. */
  types: Readonly<Record<string, Fate>>;
  /** Whether drafts are brought too. */
  drafts: boolean;
  /** Names of sections and pages that the paper keeps for itself. */
  reserved: Iterable<string>;
  /** Ids of stories in the folder that are not from an import. */
  foreign: Iterable<string>;
  /** The folder of each entry in earlier runs, by the entry's id in the source. */
  remembered: ReadonlyMap<string, string>;
}

const usualFates: Record<string, Fate> = { post: 'article', page: 'page' };

/** Moments at which so many entries were changed at once that a program did it, not an editor. */
const bulkChanges = (entries: readonly Summary[]): Set<string> => {
  const counts = new Map<string, number>();
  for (const { modified } of entries) {
    const minute = (modified?.utc ?? modified?.local)?.slice(0, 16);
    if (minute !== undefined) counts.set(minute, (counts.get(minute) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([minute, count]) => (count >= 5 ? [minute] : [])));
};

/** A change within this time after publication is part of publishing, in milliseconds. */
const stillPublishing = 10 * 60_000;

const count = (uses: Map<string, number>, ids: Iterable<string>): void => {
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
};

/** Decides what becomes of every entry, section, author and topic of a source. The same input gives the same plan. */
export const planImport = (survey: Survey, setting: PlanSetting): Plan => {
  const { mapping, addresses, remembered } = setting;
  const zone =
    setting.chosenZone ??
    mapping.timeZone ??
    survey.timeZone ??
    zoneOf(
      survey.entries.flatMap(({ published }) => published ?? []),
      setting.timeZone === undefined ? [] : [setting.timeZone],
    ) ??
    setting.timeZone ??
    'UTC';
  const clock = zoneClock(zone);
  const types: Record<string, Fate> = { ...usualFates, ...mapping.types, ...setting.types };
  const heldBack = new Map<string, string>();
  const brought = survey.entries.flatMap((summary) => {
    const fate = types[summary.kindOfEntry] ?? 'skip';
    const published = momentOf(summary.published, clock);
    const isWanted =
      summary.state === 'public' ||
      (summary.state === 'draft' && setting.drafts && fate === 'article');
    if (fate === 'skip') {
      heldBack.set(summary.id, `type ${summary.kindOfEntry}`);
    } else if (!isWanted) {
      heldBack.set(summary.id, summary.why ?? summary.state);
    } else if (published === undefined && summary.state === 'public') {
      heldBack.set(summary.id, 'no date');
    } else {
      return [{ summary, fate, published: published ?? '1970-01-01T00:00:00Z' }];
    }
    return [];
  });
  brought.sort(
    (a, b) =>
      Date.parse(a.published) - Date.parse(b.published) ||
      a.summary.id.localeCompare(b.summary.id, 'en', { numeric: true }),
  );
  const articles = brought.filter(({ fate }) => fate === 'article');
  const pages = brought.filter(({ fate }) => fate === 'page');

  const pageIds = createIds(setting.reserved);
  const articleIds = createIds([...setting.foreign, ...remembered.values()]);
  const nameOf = ({ summary }: (typeof brought)[number], ids: typeof pageIds): string =>
    remembered.get(summary.id) ??
    ids.take(idFrom(summary.slug) || idFrom(summary.title) || summary.id);
  const names = new Map(
    brought.map((entry) => [
      entry.summary.id,
      nameOf(entry, entry.fate === 'page' ? pageIds : articleIds),
    ]),
  );

  const mains = new Map(
    articles.map(({ summary }) => [summary.id, mainSection(summary, survey.sections)]),
  );
  const mainIds = new Set([...mains.values()].flatMap((term) => term?.id ?? []));
  const taken = [
    ...setting.reserved,
    ...pages.map(({ summary }) => names.get(summary.id) ?? ''),
    // Stories may stand beside sections.
    ...articles.flatMap(({ summary, published }) => {
      const id = names.get(summary.id) ?? '';
      const path = addresses.article({ id, section: 'x', published });
      return path === addresses.section(id) ? [id] : [];
    }),
  ];
  const sections = planSections(
    survey,
    mainIds,
    mapping.sections,
    createIds(taken),
    Object.values(mapping.sections).includes('skip') ||
      articles.some(({ summary }) => mains.get(summary.id) === undefined),
  );

  const others = (summary: Summary): string[] => {
    const main = mains.get(summary.id);
    // The sections above a story's own list it anyway.
    const above = new Set<string>();
    for (let step = main; step && !above.has(step.id);) {
      above.add(step.id);
      step = step.parent === undefined ? undefined : survey.sections.get(step.parent);
    }
    return summary.sections.filter((id) => !above.has(id));
  };
  const uses = new Map<string, number>();
  for (const { summary } of articles) count(uses, [...summary.topics, ...others(summary)]);
  const topics = planTopics(
    [...survey.topics.values(), ...survey.sections.values()],
    uses,
    mapping.topics,
  );

  const authors = planAuthors(
    survey.authors,
    new Set(articles.flatMap(({ summary }) => summary.authors)),
    mapping.authors,
    survey.title ?? '',
    createIds(),
    articles.some(({ summary }) => !summary.authors.some((id) => survey.authors.has(id))),
  );

  const kindOfTerm = (id: string): Kind | undefined => {
    const term = survey.sections.get(id);
    if (!term) return undefined;
    const path = pathOfSection(term, survey.sections).join('/');
    return mapping.kinds[path] ?? kindOfSection([idFrom(term.slug), idFrom(term.name)]);
  };
  const kinds: Record<string, Kind> = { ...mapping.kinds };
  for (const term of survey.sections.values()) {
    const kind = kindOfTerm(term.id);
    if (kind) kinds[pathOfSection(term, survey.sections).join('/')] = kind;
  }
  const kindOf = (summary: Summary): Kind =>
    [mains.get(summary.id)?.id ?? '', ...summary.sections]
      .map(kindOfTerm)
      .find((kind) => kind !== undefined) ?? 'news';

  const bulk = bulkChanges(survey.entries);
  const updatedOf = ({ modified }: Summary, published: string): string | undefined => {
    const minute = (modified?.utc ?? modified?.local)?.slice(0, 16);
    const updated = momentOf(modified, clock);
    if (updated === undefined || minute === undefined || bulk.has(minute)) return undefined;
    return Date.parse(updated) - Date.parse(published) > stillPublishing ? updated : undefined;
  };
  const sticky = articles
    .filter(({ summary }) => summary.isSticky && summary.state === 'public')
    .map(({ summary }) => summary.id)
    .reverse();

  const entries = new Map(
    brought.map(({ summary, fate, published }): [string, PlannedEntry] => {
      const id = names.get(summary.id) ?? summary.id;
      const main = mains.get(summary.id);
      const section = (main && sections.ofTerm.get(main.id)) ?? sections.fallback;
      const bylines = summary.authors.flatMap((author) => authors.ofSource.get(author) ?? []);
      // A category that became the story's section is no topic of it as well.
      const further = others(summary).filter((term) => sections.ofTerm.get(term) !== section);
      const about = [...summary.topics, ...further].flatMap(
        (term) => topics.ofTerm.get(term) ?? [],
      );
      const rank = sticky.indexOf(summary.id) + 1;
      return [
        summary.id,
        {
          summary,
          fate,
          id,
          path:
            fate === 'page' ? addresses.page(id) : addresses.article({ id, section, published }),
          published,
          updated: updatedOf(summary, published),
          section,
          kind: kindOf(summary),
          topics: [...new Set(about)],
          authors: bylines.length > 0 ? [...new Set(bylines)] : [authors.fallback],
          mustRead: rank > 0 ? rank : undefined,
          draft: summary.state === 'draft',
        },
      ];
    }),
  );
  return {
    zone,
    permalink: oldPermalink(
      articles.map(({ summary, published }) => ({
        entry: summary,
        published,
        section: mains.get(summary.id)?.slug ?? '',
      })),
      survey.addresses,
    ),
    sections,
    authors,
    topics: topics.ofTerm,
    entries,
    heldBack,
    mapping: {
      ...mapping,
      timeZone: zone,
      types: {
        ...Object.fromEntries(
          survey.entries.map(({ kindOfEntry }) => [kindOfEntry, types[kindOfEntry] ?? 'skip']),
        ),
        ...mapping.types,
      },
      sections: { ...sections.mapped, ...mapping.sections },
      kinds,
      topics: { ...topics.mapped, ...mapping.topics },
      authors: { ...authors.mapped, ...mapping.authors },
    },
  };
};
