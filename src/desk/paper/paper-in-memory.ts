import { type Addresses, createAddresses } from '../../addresses.ts';
import { collectionOf } from '../../copy/collection-of.ts';
import { type Collection, idOf } from '../../copy/collections.ts';
import { calendarFor } from '../../language/dates.ts';
import type { DeskSettings } from '../settings.ts';
import { type CheckInMemory, createCheckInMemory } from './check-in-memory.ts';
import { writtenIn } from './fields.ts';
import { findStories, inOrder } from './find-stories.ts';
import { knownSeries, namedEntries, topicNames } from './known-names.ts';
import { newStoryPath } from './new-story-path.ts';
import type {
  KnownNames,
  KnownPicture,
  PaperModel,
  PaperText,
  RenderedText,
  StoryQuery,
  StoryRow,
  TextFindings,
} from './paper-model.ts';
import { createTextRenderer, type RenderText } from './render-text.ts';
import type { ExaminePicture } from './see-picture.ts';
import { readStory, type Story, type StoryReading } from './story.ts';

interface Opened {
  settings: DeskSettings;
  reading: StoryReading;
  /** All text files, by path. */
  texts: Map<string, string>;
  /** Pictures and other files, by path. */
  others: Set<string>;
  stories: Map<string, Story>;
  check: CheckInMemory;
  render: RenderText;
  /** The same in the order of lists; undefined after a change. */
  ordered?: readonly Story[] | undefined;
  /** What other files may name; undefined after a change. */
  names?: KnownNames | undefined;
}

const addressesOf = ({ front, base, publication }: DeskSettings): Addresses =>
  createAddresses(new URL(front).origin, base, publication.permalink, publication);

/** The whole paper, as texts in memory: a {@link PaperModel} that runs wherever JavaScript does. */
export class PaperInMemory implements PaperModel {
  #opened: Opened | undefined;
  readonly #examine: ExaminePicture;

  /** @param examine examines the pictures whose bytes it gets */
  constructor(examine: ExaminePicture) {
    this.#examine = examine;
  }

  get #paper(): Opened {
    if (!this.#opened) throw new Error('No paper is open.');
    return this.#opened;
  }

  #collectionOf(path: string): Collection | undefined {
    return collectionOf(path, this.#paper.settings.content);
  }

  /** The text files of a collection. */
  *#filesOf(collection: Collection): Iterable<PaperText> {
    for (const [path, text] of this.#paper.texts) {
      if (this.#collectionOf(path) === collection) yield { path, text };
    }
  }

  open(
    settings: DeskSettings,
    texts: readonly PaperText[],
    pictures: readonly string[],
  ): Promise<void> {
    const { isoDay } = calendarFor('en', settings.publication.timeZone);
    const addresses = addressesOf(settings);
    const all = new Map(texts.map(({ path, text }) => [path, text]));
    const others = new Set(pictures);
    this.#opened = {
      settings,
      reading: { addresses, dayOf: (time) => isoDay(new Date(time)) },
      texts: all,
      others,
      stories: new Map(),
      check: createCheckInMemory({ settings, addresses }, all, others, this.#examine),
      render: createTextRenderer(settings, addresses),
    };
    for (const { path, text } of texts) this.#readStory(path, text);
    return Promise.resolve();
  }

  #readStory(path: string, text: string): void {
    const { stories, reading } = this.#paper;
    if (this.#collectionOf(path) === 'articles') stories.set(path, readStory(path, text, reading));
  }

  put(path: string, text: string | undefined): Promise<void> {
    const paper = this.#paper;
    paper.stories.delete(path);
    if (text === undefined) paper.texts.delete(path);
    else {
      paper.texts.set(path, text);
      this.#readStory(path, text);
    }
    paper.ordered = undefined;
    paper.names = undefined;
    paper.check.forget(path);
    return Promise.resolve();
  }

  putPicture(path: string, isThere: boolean): Promise<void> {
    if (isThere) this.#paper.others.add(path);
    else this.#paper.others.delete(path);
    this.#paper.check.forgetFiles();
    return Promise.resolve();
  }

  async stories(query: StoryQuery, now: number): Promise<{ rows: StoryRow[]; total: number }> {
    const paper = this.#paper;
    paper.ordered ??= inOrder(paper.stories.values());
    const { sections, authors } = await this.names();
    const shown = (entries: KnownNames['sections']) =>
      new Map(entries.map(({ id, name }) => [id, name]));
    const names = { sections: shown(sections), authors: shown(authors) };
    return findStories(paper.ordered, query, names, now);
  }

  names(): Promise<KnownNames> {
    const paper = this.#paper;
    const { language } = paper.settings.publication;
    const fieldsOf = (name: string) => {
      const path = `${paper.settings.content}${name}`;
      return writtenIn(path, paper.texts.get(path) ?? '').fields;
    };
    paper.names ??= {
      sections: namedEntries(this.#filesOf('sections'), 'title', language),
      authors: namedEntries(this.#filesOf('authors'), 'name', language),
      pages: namedEntries(this.#filesOf('pages'), 'title', language),
      topics: topicNames(paper.stories.values(), Object.keys(fieldsOf('topics.yaml'))),
      series: knownSeries(paper.stories.values(), fieldsOf('series.yaml'), language),
    };
    return Promise.resolve(paper.names);
  }

  newStoryPath(headline: string, year: string): Promise<string> {
    const { settings, reading, texts } = this.#paper;
    const taken = (['articles', 'sections', 'pages'] as const).flatMap((collection) =>
      Array.from(this.#filesOf(collection), ({ path }) => idOf(path)),
    );
    // The folder of a story may hold no text yet, or one that is not read.
    const folders = [...this.#paper.others, ...texts.keys()].map((path) =>
      idOf(path.replace(/\/[^/]*$/, '.md')),
    );
    const { addresses } = reading;
    const { content } = settings;
    return Promise.resolve(
      newStoryPath(headline, year, { content, taken: [...taken, ...folders], addresses }),
    );
  }

  check(file: PaperText, pictures: readonly KnownPicture[], now: number): Promise<TextFindings> {
    return this.#paper.check.check(file, pictures, now);
  }

  render(file: PaperText, pictureUrls: Readonly<Record<string, string>>): Promise<RenderedText> {
    return this.#paper.render(file, pictureUrls);
  }

  /**
   * Reads ahead what the first check needs.
   * @param pause lets others have their turn
   */
  prepare(pause: () => Promise<void>): Promise<void> {
    return this.#paper.check.prepare(pause);
  }
}
