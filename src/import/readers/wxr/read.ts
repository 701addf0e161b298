import type { Source, SourceFault, SourceItem } from '../../model.ts';
import { reasonOf, type SourceStream } from '../files.ts';
import { countRepairs, type Place, type Repairs } from '../repairs.ts';
import { eventsOf } from './events.ts';
import { exportFrom, type Heads, readHeads } from './heads.ts';
import type { Item } from './records.ts';
import { type Export, sortItem } from './sort.ts';

const lost = (file: string, found: string, place?: Place): SourceFault => ({
  type: 'fault',
  file,
  line: place?.line,
  column: place?.column,
  found,
  repaired: false,
});

/** An item by its number: its title might be one that nobody is to read. */
const nameOf = ({ fields }: Item): string => {
  const id = fields.get('wp:post_id');
  return id === undefined || id === '' ? 'an item' : `item ${id}`;
};

/** What becomes of an item. One that cannot be trusted, or cannot be read, is a fault and stops no other. */
const itemsFrom = (item: Item, whole: Export, file: string, repairs: Repairs): SourceItem[] => {
  if (item.damage.length > 0) {
    return [lost(file, `${nameOf(item)} is left out: ${item.damage.join('; ')}`, item.place)];
  }
  try {
    return sortItem(item, whole, repairs);
  } catch (error) {
    return [lost(file, `${nameOf(item)} is left out: ${reasonOf(error)}`, item.place)];
  }
};

async function* readItems(
  files: readonly SourceStream[],
  heads: Heads,
): AsyncGenerator<SourceItem, undefined> {
  const whole = exportFrom(heads);
  const ask = heads.doubles.start();
  yield whole.site.item();
  yield* whole.people.all();
  yield* whole.sections.all();
  yield* whole.topics.all();
  for (const [number, file] of files.entries()) {
    const repairs = countRepairs(file.name);
    try {
      for await (const event of eventsOf(file, repairs)) {
        if (event.type === 'cut') {
          const what = event.isItem ? 'ends inside an item, which is left out' : 'ends too early';
          yield lost(file.name, `the file ${what}: it was cut off`, event.place);
        }
        if (event.type !== 'item') continue;
        const { item } = event;
        const double = ask(item, number);
        if (double.isDouble) {
          repairs.count('double', item.place);
          continue;
        }
        item.fields.set('wp:post_id', double.id);
        yield* itemsFrom(item, whole, file.name, repairs);
      }
    } catch (error) {
      yield lost(file.name, `the file cannot be read to its end: ${reasonOf(error)}`);
    }
    yield* repairs.faults();
  }
  yield* whole.people.others();
  // Once more, with the addresses that items have shown.
  yield whole.site.item();
}

/**
 * A WordPress export (WXR 1.0 to 1.2), in one file or several. Items come as they stand in the files. The site is said
 * twice: first as the files declare it, last with every address that was met.
 */
export const wxrSource = async (files: readonly SourceStream[]): Promise<Source> => {
  const heads = await readHeads(files);
  const version = heads.version === '' ? '' : ` ${heads.version}`;
  const parts = files.length > 1 ? `, ${files.length} files` : '';
  return {
    name: `WordPress export (WXR${version}${parts})`,
    items: () => readItems(files, heads),
  };
};
