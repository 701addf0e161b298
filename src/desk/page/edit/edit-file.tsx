import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { formWords } from '../../words/form.ts';
import { ConflictView } from '../conflict/conflict-view.tsx';
import { fieldsOfKind } from '../descriptions.ts';
import type { Desk } from '../desk.ts';
import { fileKindOf, type FileKind } from '../file-kinds.ts';
import { fillIn } from '../fill-in.ts';
import type { Form } from '../form/form.ts';
import { FindingsSummary } from '../form/findings.tsx';
import { openFile, type OpenedFile } from '../opened-file.ts';
import { readableFields } from '../readable.ts';
import { BackLink, isInList, titleOf } from './editor-head.tsx';
import { DeleteFile } from './delete-file.tsx';
import { FormFor } from './form-for.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { SaveBar } from './save-bar.tsx';
import { SourceField } from './source-field.tsx';
import { Restored } from './restored.tsx';

/** Asks before the page is left with text that is not saved. Who signs out or in again finds it kept on this device. */
const useLeaveQuestion = (desk: Desk, file: OpenedFile): void => {
  useLayoutEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      const isSafe = desk.isLeaving.value && !file.isUnkept.value;
      if (file.isChanged.value && !isSafe) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [file]);
};

/** Saves with Ctrl or Cmd and S, from the moment in which the form is shown: an effect after painting is too late. */
const useSaveKey = (file: OpenedFile): void => {
  useLayoutEffect(() => {
    const save = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey)
        return;
      event.preventDefault();
      void file.save();
    };
    addEventListener('keydown', save);
    return () => {
      removeEventListener('keydown', save);
    };
  }, [file]);
};

/** Whether the page that a file makes can be shown: lists of stories are made by the server of this machine alone. */
const hasPreview = ({ local, settings }: Desk, kind: FileKind): boolean =>
  kind === 'article' ||
  kind === 'page' ||
  kind === 'front' ||
  (local !== undefined && settings.realPreview && kind !== 'redirects');

const Editor = ({ desk, file, kind }: { desk: Desk; file: OpenedFile; kind: FileKind }) => {
  const say = desk.words(formWords);
  const isPreviewed = hasPreview(desk, kind);
  const pane = useSignal<'write' | 'preview'>('write');
  useLeaveQuestion(desk, file);
  useSaveKey(file);
  const form: Form = { desk, file, fields: fieldsOfKind(kind) };
  const isReadable = readableFields(file.path, file.text.value) !== undefined;
  const isInConflict = file.theirs.value !== undefined;
  return (
    <div class={`editor showing-${pane.value}${isPreviewed ? ' with-preview' : ''}`}>
      <div class="view-head">
        <BackLink desk={desk} kind={kind} />
        {/* A story’s headline is read in its field, right below. */}
        <h1 dir="auto" class={kind === 'article' ? 'hidden' : undefined}>
          {titleOf(desk, file, kind)}
        </h1>
        {isPreviewed && (
          <div class="panes" role="group" aria-label={say.preview}>
            {(['write', 'preview'] as const).map((name) => (
              <button
                key={name}
                type="button"
                class="button"
                aria-pressed={pane.value === name}
                onClick={() => {
                  pane.value = name;
                }}
              >
                {say[name]}
              </button>
            ))}
          </div>
        )}
      </div>
      <div class="writing-pane">
        <Restored desk={desk} file={file} />
        {isInConflict ? (
          <ConflictView desk={desk} file={file} />
        ) : (
          <>
            <FindingsSummary form={form} />
            {isReadable ? (
              <FormFor form={form} kind={kind} file={file} />
            ) : (
              <SourceField desk={desk} file={file} />
            )}
            {!file.isNew.value && isInList(kind) && <DeleteFile desk={desk} file={file} />}
          </>
        )}
      </div>
      {isPreviewed && <PreviewPane desk={desk} file={file} kind={kind} />}
      <SaveBar desk={desk} file={file} />
    </div>
  );
};

/** The view of one file: its form, its page, its save button. */
export const EditFile = ({ desk, path }: { desk: Desk; path: string }) => {
  const file = useSignal<OpenedFile | 'opening' | 'none'>('opening');
  useEffect(() => {
    let opened: OpenedFile | undefined;
    let isGone = false;
    file.value = 'opening';
    void openFile(desk, path).then((found) => {
      if (isGone) {
        found?.close();
        return;
      }
      opened = found;
      file.value = found ?? 'none';
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [path]);
  const kind = fileKindOf(desk.settings, path);
  if (file.value === 'opening') return null;
  if (file.value === 'none' || file.value.path !== path || kind === undefined) {
    return <h1>{fillIn(desk.words(formWords).notThere, { path })}</h1>;
  }
  return <Editor key={path} desk={desk} file={file.value} kind={kind} />;
};
