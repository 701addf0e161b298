import type { RenderedBody } from './bodies.ts';
import type { Collection } from './collections.ts';
import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';

/** An entry whose text is not saved, as pages show it. */
export interface UnsavedEntry {
  collection: Collection;
  id: string;
  /** Its frontmatter; the paths of its pictures are those of their stand-ins. */
  data: Record<string, unknown>;
  digest: string;
  /** Undefined for an entry without one, such as a section. */
  body: RenderedBody | undefined;
  /** The absolute paths of the stand-ins of its pictures, by their paths in data and body. */
  stands: Readonly<Record<string, string>>;
}

/** Everything that is not saved, over what is on the disk. */
export interface Unsaved {
  entries: readonly UnsavedEntry[];
  /** What `topics.yaml` says, if that is not saved. */
  topics: DescribedTopics | undefined;
  /** Likewise, `series.yaml`. */
  series: DescribedSeries | undefined;
}

/** Nothing. */
export const allSaved: Unsaved = { entries: [], topics: undefined, series: undefined };
