import type {
  Source,
  SourceAuthor,
  SourceEntry,
  SourceFault,
  SourceFile,
  SourcePart,
  SourceTerm,
} from '../model.ts';

/** An entry without what takes memory: its text, notes and comments. */
export type Summary = Omit<SourceEntry, 'type' | 'text' | 'notes' | 'comments' | 'standfirsts'>;

/** Everything in a source but the texts. */
export interface Survey {
  name: string;
  title: string | undefined;
  description: string | undefined;
  language: string | undefined;
  timeZone: string | undefined;
  /** Every origin that the site had, with its folder. */
  addresses: string[];
  authors: Map<string, SourceAuthor>;
  sections: Map<string, SourceTerm>;
  topics: Map<string, SourceTerm>;
  /** By id. */
  files: Map<string, SourceFile>;
  parts: Map<string, SourcePart>;
  entries: Summary[];
  /** How many there are of everything that is counted and not brought. */
  rest: Map<string, number>;
  faults: SourceFault[];
}

const emptySurvey = (name: string): Survey => ({
  name,
  title: undefined,
  description: undefined,
  language: undefined,
  timeZone: undefined,
  addresses: [],
  authors: new Map(),
  sections: new Map(),
  topics: new Map(),
  files: new Map(),
  parts: new Map(),
  entries: [],
  rest: new Map(),
  faults: [],
});

const summaryOf = (entry: SourceEntry): Summary => ({
  id: entry.id,
  kindOfEntry: entry.kindOfEntry,
  state: entry.state,
  why: entry.why,
  slug: entry.slug,
  link: entry.link,
  guid: entry.guid,
  title: entry.title,
  published: entry.published,
  modified: entry.modified,
  authors: entry.authors,
  primarySection: entry.primarySection,
  sections: entry.sections,
  topics: entry.topics,
  leadPicture: entry.leadPicture,
  leadVideo: entry.leadVideo,
  source: entry.source,
  isSticky: entry.isSticky,
  takesComments: entry.takesComments,
  oldSlugs: entry.oldSlugs,
  oldAddresses: entry.oldAddresses,
  oldDays: entry.oldDays,
  parent: entry.parent,
});

/**
 * Reads a source once, for everything that has to be known before the first story is written. Of several items with one
 * id, as in an export in parts, the first counts.
 */
export const surveyOf = async (source: Source): Promise<Survey> => {
  const survey = emptySurvey(source.name);
  const seen = new Set<string>();
  const keep = <Item extends { id: string }>(map: Map<string, Item>, item: Item): void => {
    if (!map.has(item.id)) map.set(item.id, item);
  };
  for await (const item of source.items()) {
    switch (item.type) {
      case 'site':
        survey.title ??= item.title;
        survey.description ??= item.description;
        survey.language ??= item.language;
        survey.timeZone ??= item.timeZone;
        survey.addresses = [...new Set([...survey.addresses, ...item.addresses])];
        break;
      case 'author':
        keep(survey.authors, item);
        break;
      case 'section':
        keep(survey.sections, item);
        break;
      case 'topic':
        keep(survey.topics, item);
        break;
      case 'file':
        keep(survey.files, item);
        break;
      case 'part':
        keep(survey.parts, item);
        break;
      case 'entry':
        if (!seen.has(item.id)) survey.entries.push(summaryOf(item));
        seen.add(item.id);
        break;
      case 'rest':
        survey.rest.set(item.what, (survey.rest.get(item.what) ?? 0) + 1);
        break;
      case 'fault':
        survey.faults.push(item);
        break;
    }
  }
  return survey;
};
