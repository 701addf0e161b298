import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { writingWords } from '../../words/writing.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenFile } from '../open-file.ts';
import { applyEdit, selectedIn } from './apply-edit.ts';
import { type BodyPicture, figure, footnote } from './blocks.ts';
import { bodyMistakes } from './body-mistakes.ts';
import { countsOf } from './counts.ts';
import { type AskedWords, type BlockDialog, bodyTools } from './body-tools.ts';
import { type Edit, inLine, ownBlock, type Selected } from './edits.ts';
import { FilePicker, type FilePickerHandle } from './file-picker.tsx';
import {
  BoxDialog,
  EmbedDialog,
  FootnoteDialog,
  PullQuoteDialog,
  RecordingDialog,
} from './insert-dialogs.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { BodyMistakeList } from './body-mistake-list.tsx';
import { PicturesDialog } from './pictures-dialog.tsx';
import { pictureFilesIn } from './picture-files.ts';
import { scrollToOffset } from './scroll-to-offset.ts';
import { TableDialog } from './table-dialog.tsx';
import { Toolbar } from './toolbar.tsx';
import './writing.css';

const blockDialogs: Record<BlockDialog, typeof PullQuoteDialog> = {
  pullQuote: PullQuoteDialog,
  embed: EmbedDialog,
  recording: RecordingDialog,
  box: BoxDialog,
  table: TableDialog,
};
type Asked =
  { name: AskedWords; at: Selected } | { name: 'pictures'; at: Selected; files: readonly File[] };

/** The text of a file, with buttons that write our Markdown. */
export const BodyEditor = ({ file, desk }: { file: OpenFile; desk: Desk }) => {
  const say = desk.words(writingWords);
  const { language } = desk.settings.publication;
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const picker = useRef<FilePickerHandle>(null);
  const asked = useSignal<Asked | undefined>(undefined);
  const pending = useRef<(() => void) | undefined>(undefined);
  const id = useId();
  const body = file.body.value;
  const counts = useComputed(() => countsOf(file.body.value, language)).value;
  const mistakes = bodyMistakes(
    [...file.mistakes.value, ...file.warnings.value],
    file.text.value,
    body,
  );
  const isWrong = mistakes.some((one) =>
    file.mistakes.value.some(({ found }) => found === one.found),
  );

  const selected = (): Selected => (area.current ? selectedIn(area.current) : { start: 0, end: 0 });
  const apply = (make: (text: string, at: Selected) => Edit, at = selected()): void => {
    if (area.current) applyEdit(area.current, make(area.current.value, at));
  };
  const ask = (name: AskedWords): void => {
    asked.value = { name, at: selected() };
  };
  const takePictures = (files: readonly File[]): void => {
    if (files.length > 0) asked.value = { name: 'pictures', at: selected(), files };
  };
  const close = (): void => {
    asked.value = undefined;
  };
  /** Once the dialog is gone: below it, nothing has the keyboard. */
  const afterwards = (edit: () => void): void => {
    pending.current = edit;
    close();
  };
  useEffect(() => {
    if (asked.value !== undefined) return;
    pending.current?.();
    pending.current = undefined;
  });

  const { groups, keys } = bodyTools(say, {
    apply,
    ask,
    choosePictures: () => picker.current?.choose(),
    takePhoto: () => picker.current?.take(),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const use = keys[event.key.toLowerCase()];
    if (!use) return;
    event.preventDefault();
    use();
  };
  const onFiles = (event: Event, data: DataTransfer | null): void => {
    const files = pictureFilesIn(data);
    if (files.length === 0) return;
    event.preventDefault();
    takePictures(files);
  };
  const insertBlock = (block: string, at: Selected, takes = false): void => {
    afterwards(() => {
      apply((text) => ownBlock(text, at, block, takes));
    });
  };
  const insertFootnote = (words: string, { end }: Selected): void => {
    afterwards(() => {
      const { mark: number, note } = footnote(file.body.value, words);
      // The note first: what stands before it keeps its place.
      apply((text) =>
        ownBlock(text, { start: text.trimEnd().length, end: text.trimEnd().length }, note),
      );
      apply(() => inLine({ start: end, end }, number));
    });
  };
  const goTo = (offset: number): void => {
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(offset, offset);
    if (mirror.current) scrollToOffset(mirror.current, offset);
  };

  const open = asked.value;
  const words = open ? body.slice(open.at.start, open.at.end) : '';
  const Block =
    open && open.name in blockDialogs ? blockDialogs[open.name as BlockDialog] : undefined;
  return (
    <section class="body-editor">
      <label class="body-label" for={id}>
        {say.text}
      </label>
      <Toolbar label={say.tools} controls={id} groups={groups} />
      <div class="growing" lang={language} dir="auto">
        <div class="mirror" ref={mirror} aria-hidden="true">
          {`${body}\n`}
        </div>
        <textarea
          id={id}
          ref={area}
          class="body-text"
          spellcheck
          dir="auto"
          value={body}
          aria-describedby={`${id}-counts`}
          aria-invalid={isWrong ? 'true' : undefined}
          onInput={({ currentTarget }) => {
            file.setBody(currentTarget.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            onFiles(event, event.clipboardData);
          }}
          onDragOver={(event) => {
            if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
          }}
          onDrop={(event) => {
            onFiles(event, event.dataTransfer);
          }}
        />
      </div>
      <p class="hint" id={`${id}-counts`}>
        {fillIn(say.counts, {
          words: counts.words.toLocaleString(desk.language.value),
          minutes: counts.minutes.toLocaleString(desk.language.value),
        })}
      </p>
      <BodyMistakeList desk={desk} mistakes={mistakes} onGoTo={goTo} />
      <FilePicker handle={picker} several onFiles={takePictures} />
      {open && Block && (
        <Block
          desk={desk}
          selected={words}
          onClose={close}
          onInsert={(block) => {
            insertBlock(block, open.at, open.name === 'box' || open.name === 'pullQuote');
          }}
        />
      )}
      {open?.name === 'link' && (
        <LinkDialog
          desk={desk}
          selected={words}
          onClose={close}
          onInsert={(markdown) => {
            afterwards(() => {
              apply(() => inLine(open.at, markdown));
            });
          }}
        />
      )}
      {open?.name === 'footnote' && (
        <FootnoteDialog
          desk={desk}
          selected={words}
          onClose={close}
          onInsert={(note) => {
            insertFootnote(note, open.at);
          }}
        />
      )}
      {open?.name === 'pictures' && (
        <PicturesDialog
          desk={desk}
          file={file}
          files={open.files}
          onClose={close}
          onDone={(pictures: readonly BodyPicture[]) => {
            insertBlock(figure(pictures), open.at);
          }}
        />
      )}
    </section>
  );
};
