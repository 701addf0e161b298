import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { previewSandbox } from '../../../policy/desk-policy.ts';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import type { FileKind } from '../file-kinds.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenedFile } from '../opened-file.ts';
import { previewAddress, showInFrame } from '../preview-frame.ts';
import { pagesOf } from './pages-of.ts';
import { usePictureUrls } from './picture-urls.ts';
import { useScale } from './scaled-frame.ts';

const pauseBeforePage = 400;

/** The page made in the browser: the paper's own Markdown, in a printed page of the paper. */
export const PrintedPreview = ({
  desk,
  file,
  kind,
  width,
}: {
  desk: Desk;
  file: OpenedFile;
  kind: FileKind;
  width: number;
}) => {
  const say = desk.words(formWords);
  const around = useScale(width);
  const frame = useRef<HTMLIFrameElement>(null);
  const isLoaded = useSignal(false);
  const message = useSignal(say.previewStarts);
  const pageOf = useRef(pagesOf(desk, file, kind));
  const asked = useRef(0);
  const pictureUrls = usePictureUrls(desk, file);

  useSignalEffect(() => {
    const text = file.text.value;
    const fields = file.fields.value;
    const urls = pictureUrls();
    const mine = ++asked.current;
    if (!isLoaded.value) return undefined;
    const show = async (): Promise<void> => {
      const page = await pageOf.current(text, fields, urls);
      if (mine !== asked.current || !frame.current) return;
      if (page !== undefined) showInFrame(frame.current, page);
      message.value = page === undefined ? say.notPrinted : kind === 'front' ? say.asPrinted : '';
    };
    const pause = setTimeout(() => {
      show().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (mine === asked.current) message.value = fillIn(say.previewFails, { why });
      });
    }, pauseBeforePage);
    return () => {
      clearTimeout(pause);
    };
  });

  return (
    <>
      <p class="preview-state" role="status">
        {message.value}
      </p>
      <div class="frames" ref={around}>
        <iframe
          ref={frame}
          title={say.preview}
          src={previewAddress}
          sandbox={previewSandbox}
          class="shown"
          onLoad={() => {
            isLoaded.value = true;
          }}
        />
      </div>
    </>
  );
};
