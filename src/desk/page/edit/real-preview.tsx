import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { ForgeError } from '../../forge/forge.ts';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { LocalDesk } from '../local-desk.ts';
import type { OpenedFile } from '../opened-file.ts';
import { sentenceOf } from '../sentence-of.ts';
import { useScale } from './scaled-frame.ts';

const pauseBeforePage = 400;
const untilItStarts = 1000;
/** How long a page may take to load itself again after a text before it counts as one that was not told of it. */
const untilItReloads = 2000;

interface Frame {
  url: string;
  number: number;
}

/**
 * The page from the development server of this machine. It loads itself again after each text, and keeps its place; a frame
 * is made only for another address, and shown once its page is there: until then, the last one is.
 */
export const RealPreview = ({
  desk,
  file,
  width,
  local,
}: {
  desk: Desk;
  file: OpenedFile;
  width: number;
  local: LocalDesk;
}) => {
  const say = desk.words(formWords);
  const around = useScale(width);
  const shown = useSignal<Frame | undefined>(undefined);
  const next = useSignal<Frame | undefined>(undefined);
  const made = useRef(0);
  const message = useSignal(say.previewStarts);
  const asked = useRef(0);
  /** How many texts the page was told to load itself again for, and has not yet. */
  const due = useRef(0);
  const missed = useRef<ReturnType<typeof setTimeout>>(undefined);

  const makeFrame = (url: string): void => {
    clearTimeout(missed.current);
    due.current = 0;
    next.value = { url, number: ++made.current };
  };

  const loaded = (frame: Frame): void => {
    if (frame === next.value) {
      shown.value = frame;
      next.value = undefined;
      return;
    }
    // Told twice while it was loading, it may show the first text still.
    if (due.current > 1) makeFrame(frame.url);
    else {
      clearTimeout(missed.current);
      due.current = 0;
    }
  };

  useSignalEffect(() => {
    const text = file.text.value;
    const pictures = file.newPictures.value;
    const mine = ++asked.current;
    const isCurrent = (): boolean => mine === asked.current;
    const ask = async (): Promise<void> => {
      if (!isCurrent()) return;
      try {
        const page = await local.preview(file.path, text, pictures);
        if (!isCurrent()) return;
        if (page === undefined) {
          message.value = say.previewStarts;
          setTimeout(() => void ask(), untilItStarts);
          return;
        }
        const { url, isLast } = page;
        message.value = isLast ? say.previewWaits : '';
        if (isLast && shown.value) return;
        // A page that is still loading may have missed that its text has changed.
        if (next.value !== undefined || shown.value?.url !== url) {
          makeFrame(url);
          return;
        }
        due.current += 1;
        clearTimeout(missed.current);
        missed.current = setTimeout(() => {
          makeFrame(url);
        }, untilItReloads);
      } catch (error) {
        if (!isCurrent()) return;
        const why = error instanceof ForgeError ? sentenceOf(desk, error.fault) : String(error);
        message.value =
          file.mistakes.value.length > 0 && shown.value
            ? say.previewWaits
            : fillIn(say.previewFails, { why });
      }
    };
    const pause = setTimeout(() => void ask(), mine === 1 ? 0 : pauseBeforePage);
    return () => {
      clearTimeout(pause);
      clearTimeout(missed.current);
    };
  });

  const frames = [shown.value, next.value].filter((frame) => frame !== undefined);
  return (
    <>
      <p class="preview-state" role="status">
        {message.value}
      </p>
      <div class="frames" ref={around}>
        {frames.map((frame) => (
          <iframe
            key={frame.number}
            title={say.preview}
            src={frame.url}
            class={frame === shown.value ? 'shown' : 'coming'}
            onLoad={() => {
              loaded(frame);
            }}
          />
        ))}
      </div>
    </>
  );
};
