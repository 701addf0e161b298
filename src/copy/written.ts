import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import type { RenderedBody } from './bodies.ts';
import type { Collection } from './collections.ts';
import type { PrintablePicture } from './printable-picture.ts';

/** An entry as pages show it while somebody writes: of a file, or of a text that is not saved. */
export interface WrittenEntry {
  collection: Collection;
  id: string;
  /** Its frontmatter; the paths of its pictures are those of their stand-ins. */
  data: Record<string, unknown>;
  digest: string;
  /** Undefined for an entry without one, such as a section. */
  markdown: string | undefined;
  /** Its pictures, and the absolute paths of their stand-ins. */
  pictures: readonly (PrintablePicture & { stand: string })[];
  /** Renders its body when a page first shows it. */
  body: () => Promise<RenderedBody>;
}

/** The copy of a paper as pages show it while somebody writes. */
export interface Written {
  entries: readonly WrittenEntry[];
  /** What `topics.yaml` says. */
  topics: DescribedTopics;
  /** What `series.yaml` says. */
  series: DescribedSeries;
}
