import type { Addresses } from '../../addresses.ts';
import {
  atMoment,
  type CheckedPaper,
  checkText,
  openCheckedPaper,
} from '../../check/check-text.ts';
import type { DeskSettings } from '../settings.ts';
import { createCopyInMemory } from './copy-in-memory.ts';
import { type FilesAround, filesAround } from './files-around.ts';
import type { KnownPicture, PaperText, TextFindings } from './paper-model.ts';
import { absolute, paperDir } from './place.ts';
import { type ExaminePicture, seePictures } from './see-picture.ts';

/** Checks texts of a paper that is in memory, saved or not. */
export interface CheckInMemory {
  check: (file: PaperText, pictures: readonly KnownPicture[], now: number) => Promise<TextFindings>;
  /** A text was saved or deleted. */
  forget: (path: string) => void;
  /** Another file was, so that links and pictures are looked up anew. */
  forgetFiles: () => void;
  /** Reads the whole paper in small pieces, so that the first check is as quick as all others. */
  prepare: (pause: () => Promise<void>) => Promise<void>;
}

/** How many files are read at a time. */
const piece = 100;

/** The file that a publication is in, as its name is shown; only the check of the whole paper has mistakes of it. */
const publicationFile = 'publication.ts';

/**
 * @param texts of all files, by their paths; it may change
 * @param others the paths of all other files, likewise
 */
export const createCheckInMemory = (
  { settings, addresses }: { settings: DeskSettings; addresses: Addresses },
  texts: ReadonlyMap<string, string>,
  others: ReadonlySet<string>,
  examine: ExaminePicture,
): CheckInMemory => {
  const { content, publication } = settings;
  const copyInMemory = createCopyInMemory(texts, content);
  const seen = new WeakMap<Blob, ReturnType<ExaminePicture>>();
  let around: FilesAround | undefined;
  let paper: CheckedPaper | undefined;

  const paperAt = (now: number): { paper: CheckedPaper; around: FilesAround } => {
    around ??= filesAround([...texts.keys(), ...others], content);
    const { served: files, mayServe, exists } = around;
    paper ??= openCheckedPaper(
      {
        ...copyInMemory.whole(),
        ...{ publication, publicationFile, addresses, files, exists },
        // On this machine, all files are known.
        ...(settings.backend.name !== 'local' && { mayServe }),
        moment: new Date(now),
        // There are no links to files in a browser.
        realPath: (path) => path,
      },
      { paperDir, contentDir: absolute(content.replace(/\/$/, '')) },
    );
    return { paper: atMoment(paper, new Date(now)), around };
  };

  const forgetFiles = (): void => {
    around = undefined;
    paper = undefined;
  };

  const check: CheckInMemory['check'] = ({ path, text }, pictures, now) => {
    const known = paperAt(now);
    const see = seePictures(known.around, pictures, examine, seen);
    return checkText({ file: absolute(path), text }, known.paper, see);
  };

  return {
    check,
    forget: (path) => {
      copyInMemory.forget(path);
      forgetFiles();
    },
    forgetFiles,
    prepare: async (pause) => {
      let read = 0;
      for (const [path, text] of texts) {
        copyInMemory.read(path, text);
        read += 1;
        if (read % piece === 0) await pause();
      }
      // Whatever it finds: now everything that holds for all texts is there, and Markdown is loaded.
      const [any] = [...texts].filter(([path]) => path.endsWith('.md'));
      if (any) await check({ path: any[0], text: any[1] }, [], Date.now());
    },
  };
};
