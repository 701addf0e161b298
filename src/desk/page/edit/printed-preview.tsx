import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenedFile } from '../opened-file.ts';
import { previewAddress, previewSandbox, showInFrame } from '../preview-frame.ts';
import { printedPage } from '../printed-page.ts';
import { usePictureUrls } from './picture-urls.ts';
import { useScale } from './scaled-frame.ts';
import { storyOnPage } from './story-on-page.ts';

const pauseBeforePage = 400;

/** The HTML of a printed story, best of the same section, which the unprinted one is put into. */
const printedShell = async (desk: Desk, section: unknown): Promise<string> => {
  const found = async (query: { section?: string }) =>
    (await desk.model.stories({ ...query, state: 'published', limit: 1 }, desk.clock())).rows[0];
  const story =
    (typeof section === 'string' ? await found({ section }) : undefined) ?? (await found({}));
  if (!story) throw new Error('no story is printed yet');
  const response = await fetch(new URL(story.address, desk.settings.front));
  if (!response.ok) throw new Error(`${story.address}: ${response.status}`);
  return response.text();
};

/** The page made in the browser: the paper's own Markdown, in a printed page of the paper. */
export const PrintedPreview = ({
  desk,
  file,
  width,
}: {
  desk: Desk;
  file: OpenedFile;
  width: number;
}) => {
  const say = desk.words(formWords);
  const around = useScale(width);
  const frame = useRef<HTMLIFrameElement>(null);
  const isLoaded = useSignal(false);
  const message = useSignal(say.previewStarts);
  const shells = useRef(new Map<unknown, Promise<string>>());
  const asked = useRef(0);
  const pictureUrls = usePictureUrls(desk, file);

  useSignalEffect(() => {
    const text = file.text.value;
    const fields = file.fields.value;
    const urls = pictureUrls();
    const mine = ++asked.current;
    if (!isLoaded.value) return undefined;
    const show = async (): Promise<void> => {
      const { section } = fields;
      const shell = shells.current.get(section) ?? printedShell(desk, section);
      shells.current.set(section, shell);
      const { body } = await desk.model.render({ path: file.path, text }, urls);
      const page = printedPage(
        await shell,
        storyOnPage(desk, fields, body, urls),
        desk.settings.publication,
      );
      if (mine !== asked.current || !frame.current) return;
      showInFrame(frame.current, page);
      message.value = '';
    };
    const pause = setTimeout(() => {
      show().catch((error: unknown) => {
        shells.current.delete(fields['section']);
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
