import type { SourceStream } from '../files.ts';
import { countRepairs } from '../repairs.ts';
import { type Doubles, findDoubles } from './doubles.ts';
import { eventsOf } from './events.ts';
import { exportPeople } from './people.ts';
import type { WxrEvent } from './records.ts';
import { exportSite } from './site.ts';
import type { Export } from './sort.ts';
import { exportTerms } from './terms.ts';

type HeadEvent = Exclude<WxrEvent, { type: 'item' | 'cut' }>;

/** What stands before the items of an export's files. */
export interface Heads {
  events: HeadEvent[];
  /** Of the format, `1.2`; empty if the files do not say it. */
  version: string;
  doubles: Doubles;
}

/**
 * Reads what stands before the items of each file, for items name authors and categories by it. Of several files, all is
 * read, so that of an entry that stands in two of them the later edition is taken.
 */
export const readHeads = async (files: readonly SourceStream[]): Promise<Heads> => {
  const heads: Heads = { events: [], version: '', doubles: findDoubles() };
  for (const [number, file] of files.entries()) {
    try {
      for await (const event of eventsOf(file, countRepairs(file.name))) {
        if (event.type === 'item') {
          if (event.item.damage.length === 0) heads.doubles.note(event.item, number);
        } else if (event.type !== 'cut') {
          heads.events.push(event);
          if (event.type === 'channel') {
            heads.version ||= event.fields.get('wp:wxr_version') ?? '';
            // The first item begins.
            if (files.length === 1) break;
          }
        }
      }
    } catch {
      // Whoever reads the items is told.
    }
  }
  return heads;
};

/** What the files share, before any of their items has been read. */
export const exportFrom = ({ events, version }: Heads): Export => {
  const whole: Export = {
    site: exportSite(),
    people: exportPeople(),
    sections: exportTerms('section'),
    topics: exportTerms('topic'),
    isOldFormat: version === '' || version.startsWith('1.0'),
  };
  for (const { type, fields } of events) {
    const taxonomy = type === 'term' ? fields.get('wp:term_taxonomy') : type;
    switch (taxonomy) {
      case 'channel':
        whole.site.add(fields);
        break;
      case 'author':
        (type === 'author' ? whole.people.addAuthor : whole.people.addTerm)(fields);
        break;
      case 'category':
        whole.sections.add(fields);
        break;
      case 'tag':
      case 'post_tag':
        whole.topics.add(fields);
        break;
    }
  }
  return whole;
};
