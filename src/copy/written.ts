import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import type { RenderedBody } from './bodies.ts';
import type { Collection } from './collections.ts';
import type { PrintablePicture } from './printable-picture.ts';

/** A picture of an entry, as pages get it. */
export interface WrittenPicture extends PrintablePicture {
  /** The address of its stand-in, in the form in which Astro has those of imported pictures. */
  src: string;
  /** The absolute path of its stand-in. */
  stand: string;
  /** Is called before Astro prints it, or a page shows the stand-in itself. */
  place?: () => void;
}

/** An entry as pages show it: of a file, or of a text that is not saved. */
export interface WrittenEntry {
  collection: Collection;
  id: string;
  /** Its frontmatter; the paths of its pictures are those of their stand-ins. */
  data: Record<string, unknown>;
  /** Changes with its text, its pictures and the files that it links to. */
  digest: string;
  pictures: readonly WrittenPicture[];
  /** Undefined for an entry without one, such as a section. */
  body: WrittenBody | undefined;
}

/** The body of an entry. A large archive's are on the disk, and read when something asks for them. */
export interface WrittenBody {
  /** Its Markdown. */
  markdown: () => string;
  /** The addresses on this site that it links to; none while somebody writes. */
  links: readonly string[];
  /** Renders it, if it is not rendered yet. To be awaited before {@link rendered}. */
  render: () => Promise<void>;
  rendered: () => RenderedBody;
}

/** The copy of a paper as pages show it. */
export interface Written {
  entries: readonly WrittenEntry[];
  /** What `topics.yaml` says. */
  topics: DescribedTopics;
  /** What `series.yaml` says. */
  series: DescribedSeries;
}
