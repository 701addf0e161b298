import { type CaptionFile, captionFiles } from '../copy/captions.ts';
import type { KnownFiles } from '../copy/known-files.ts';
import { type Mistake, UnreadableError } from '../copy/mistakes.ts';
import { shownPath } from '../copy/shown-path.ts';
import { readTextFile } from '../copy/text-file.ts';
import { type Cue, readCaptions } from '../copy/webvtt.ts';

type Recording = CaptionFile['recordings'][number];
type Finding = Omit<Mistake, 'file'>;

/** Programs round times, and recordings have silence added when they are encoded: in seconds. */
const tolerance = 0.5;

/** The length of a recording in seconds; undefined if its file does not tell, as that of a live stream may not. */
const lengthOf = async ({ file }: Recording): Promise<number | undefined> => {
  // Few papers have captions, and no other needs so large a library.
  const { parseFile } = await import('music-metadata');
  try {
    const { format } = await parseFile(file, { duration: true, skipCovers: true });
    return format.duration !== undefined && format.duration > 0 ? format.duration : undefined;
  } catch {
    return undefined;
  }
};

const inMinutes = (seconds: number): string => {
  const thousandths = Math.round(seconds * 1000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes, whole] = [3_600_000, 60_000, 1000].map((unit) => thousandths / unit);
  const rest = String(thousandths % 1000).padStart(3, '0');
  return `${two(hours ?? 0)}:${two((minutes ?? 0) % 60)}:${two((whole ?? 0) % 60)}.${rest}`;
};

/** The first cue outside the recording: those that follow are, too, for the same reason. */
const outside = (cues: readonly Cue[], { path }: Recording, length: number): Finding[] => {
  const cue = cues.find(({ end }) => end > length + tolerance);
  if (!cue) return [];
  const [does, moment] = cue.start >= length ? ['starts', cue.start] : ['ends', cue.end];
  return [
    {
      found: `cue ${String(cue.number)} at line ${String(cue.line)}, which ${does} at ${inMinutes(moment)}`,
      expected: `cues within ${path}, which ends at ${inMinutes(length)}`,
      fix: 'Correct its times, or take it out. If many are late, these are the captions of a longer cut.',
    },
  ];
};

const findingsIn = async (shown: string, { file, recordings }: CaptionFile): Promise<Finding[]> => {
  try {
    const { cues, faults } = readCaptions(readTextFile(file, shown));
    const late: Finding[] = [];
    for (const recording of recordings) {
      const length = await lengthOf(recording);
      if (length !== undefined) late.push(...outside(cues, recording, length));
    }
    return [...faults, ...late];
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    const { found, expected, fix } = error.mistake;
    return [{ found, expected, fix }];
  }
};

/** The same, as long as neither captions nor recordings change. */
const knownFindings = async (
  shown: string,
  captions: CaptionFile,
  files: KnownFiles | undefined,
): Promise<Finding[]> => {
  const all = [captions, ...captions.recordings].map(({ file }) => file);
  const name = `captions ${all.join('\n')}`;
  const { stamp, found } = files?.recall(name, all) ?? {};
  if (found) return found as Finding[];
  const findings = await findingsIn(shown, captions);
  files?.learn(name, stamp, findings);
  return findings;
};

const stray: Finding = {
  found: 'captions of no recording',
  expected: 'the name of a recording beside it: clip.vtt or clip.fr.vtt for clip.mp4',
  fix: 'Rename it, or add the recording. Until then, no page shows it.',
};

/**
 * Finds what is wrong with the captions of recordings: files that are not sound WebVTT, and cues outside the recording,
 * if its file tells its length.
 * @param language the paper's, in which captions are that name none
 * @param files what was found out about files before
 */
export const captionMistakes = async (
  contentDir: string,
  paperDir: string,
  language: string,
  files?: KnownFiles,
): Promise<{ mistakes: Mistake[]; warnings: Mistake[] }> => {
  const mistakes: Mistake[] = [];
  const warnings: Mistake[] = [];
  const taken = new Map<string, string>();
  for (const captions of captionFiles(contentDir, language)) {
    const shown = shownPath(captions.file, paperDir);
    if (captions.recordings.length === 0) {
      warnings.push({ file: shown, ...stray });
      continue;
    }
    for (const finding of await knownFindings(shown, captions, files)) {
      mistakes.push({ file: shown, ...finding });
    }
    const key = [captions.language, ...captions.recordings.map(({ path }) => path)].join(' ');
    const other = taken.get(key);
    taken.set(key, shown);
    if (other === undefined) continue;
    mistakes.push({
      file: shown,
      found: `captions in ${captions.language}, in which ${other} are as well`,
      expected: 'one file for each language of a recording',
      fix: 'Rename one of them, or take it out.',
    });
  }
  return { mistakes, warnings };
};
